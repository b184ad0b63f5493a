import type { Minor } from '../../core/money.ts'

/** A product account of the company at the bank: one currency each. */
export interface BankAccount {
  readonly number: string
  readonly currency: 'UYU' | 'USD'
  readonly name: string
  readonly openingMinor: Minor
}

export interface BankMovement {
  /** The bank's stable number, e.g. `BDP0000418237`. */
  readonly reference: string
  readonly account: string
  /** Milliseconds UTC; the site shows minutes in lists and seconds elsewhere. */
  readonly at: number
  readonly kind: 'credit' | 'debit'
  readonly amountMinor: Minor
  /** Ordering party of a credit, payee of a debit; `null` when the bank does not know it. */
  readonly party: string | null
  readonly concept: string
}

export type NewBankMovement = Pick<BankMovement, 'account' | 'amountMinor'> & Partial<BankMovement>

/** A movement with the balance after it. */
export interface LedgerRow extends BankMovement {
  readonly balanceMinor: Minor
}

export interface Ledger {
  readonly accounts: readonly BankAccount[]
  account(number: string): BankAccount | undefined
  add(movement: NewBankMovement): BankMovement
  all(): readonly BankMovement[]
  find(reference: string): LedgerRow | undefined
  /** Newest first; `from` inclusive, `until` exclusive. */
  rows(account: string, from?: number, until?: number): LedgerRow[]
  balance(account: string): Minor
}

/** How a bank writes what nobody said. */
export interface LedgerStyle {
  /** Begins every reference. */
  readonly prefix: string
  readonly concept: string
}

const firstReference = 418_237

/** The bank's books: plain data in memory that grows by `add`. */
export function createLedger(accounts: readonly BankAccount[], now: () => number, style: LedgerStyle): Ledger {
  const movements: BankMovement[] = []
  const cache = new Map<string, LedgerRow[]>()

  const rowsOf = (account: BankAccount): LedgerRow[] => {
    const known = cache.get(account.number)
    if (known) return known
    let balanceMinor = account.openingMinor
    const rows = movements
      .filter((movement) => movement.account === account.number)
      .sort((a, b) => a.at - b.at)
      .map((movement) => {
        balanceMinor += movement.kind === 'credit' ? movement.amountMinor : -movement.amountMinor
        return { ...movement, balanceMinor }
      })
      .reverse()
    cache.set(account.number, rows)
    return rows
  }
  const byNumber = (number: string) => accounts.find((account) => account.number === number)
  const allRows = (number: string) => {
    const account = byNumber(number)
    return account ? rowsOf(account) : []
  }

  return {
    accounts,
    account: byNumber,
    add(input) {
      if (!byNumber(input.account)) throw new Error(`The practice bank has no account ${input.account}`)
      const movement: BankMovement = {
        reference: input.reference ?? `${style.prefix}${String(firstReference + movements.length).padStart(10, '0')}`,
        account: input.account,
        at: input.at ?? now(),
        kind: input.kind ?? 'credit',
        amountMinor: input.amountMinor,
        party: input.party ?? null,
        concept: input.concept ?? style.concept,
      }
      movements.push(movement)
      cache.delete(movement.account)
      return movement
    },
    all: () => movements,
    find: (reference) => accounts.flatMap(rowsOf).find((row) => row.reference === reference),
    rows: (number, from = Number.NEGATIVE_INFINITY, until = Number.POSITIVE_INFINITY) =>
      allRows(number).filter((row) => row.at >= from && row.at < until),
    balance: (number) => allRows(number)[0]?.balanceMinor ?? byNumber(number)?.openingMinor ?? 0,
  }
}
