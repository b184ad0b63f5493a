/** A name under which a counterparty appeared; one that was only learned counts from its second acceptance on (6.8). */
export interface Alias {
  readonly text: string
  readonly origin: 'learned' | 'user'
  /** Acceptances that spoke for it. */
  readonly uses: number
  readonly active: boolean
  /** The user switched it off: it is not learned again. */
  readonly isOff?: boolean
}

export interface PartyAccount {
  /** Without blanks, upper case. */
  readonly identifier: string
  readonly origin: 'learned' | 'user'
  readonly firstSeen: string | null
  readonly lastSeen: string | null
  readonly uses: number
  /** False where several counterparties pay from it, or the user switched it off: it tells nobody. */
  readonly active: boolean
}

/** Who pays or is paid (3.9). */
export interface Counterparty {
  readonly id: string
  readonly userId: string
  readonly name: string
  readonly aliases: readonly Alias[]
  readonly accounts: readonly PartyAccount[]
  readonly usualLedgerId: string | null
  readonly usualLagDays: number | null
  /** Per mille of the gross, or a fixed amount in minor units. */
  readonly usualDeduction: { readonly perMille?: number; readonly fixed?: number; readonly ledgerId?: string } | null
  readonly version: number
  readonly createdAt: number
  readonly modifiedAt: number
}

export const plainAccount = (account: string): string => account.replace(/\s/g, '').toUpperCase()
