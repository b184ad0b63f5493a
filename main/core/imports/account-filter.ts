import type { StatementHead } from '../statements/types.ts'
import type { OtherAccount } from './types.ts'

/** What a file is imported into: a ledger, or an account of the first half, which takes every currency. */
interface FilterTarget {
  readonly currency: string | null
  readonly identifiers: readonly { readonly value: string }[]
}

/**
 * Which statements of a file belong to the target (4.10): those of its accounts in its currency, and those that name no
 * account. A target without accounts takes the first account that the file names, and no other.
 */
export class AccountFilter {
  readonly #target: FilterTarget
  readonly #others = new Map<string, { account: string; currency: string | null; entries: number }>()
  #linked: string | null = null
  #accepted = 0

  constructor(target: FilterTarget) {
    this.#target = target
  }

  get linked(): string | null {
    return this.#linked
  }

  get accepted(): number {
    return this.#accepted
  }

  get others(): readonly OtherAccount[] {
    return [...this.#others.values()]
  }

  accepts(head: StatementHead): boolean {
    const isOurs = this.#isOurCurrency(head) && this.#isOurAccount(head.account)
    if (isOurs) this.#accepted += 1
    else this.#other(head)
    return isOurs
  }

  /** Counts a line of a statement that was not accepted. */
  skip(head: StatementHead): void {
    this.#other(head).entries += 1
  }

  #other({ account, currency }: StatementHead) {
    const key = `${account ?? ''} ${currency ?? ''}`
    const found = this.#others.get(key) ?? { account: account ?? '', currency, entries: 0 }
    this.#others.set(key, found)
    return found
  }

  #isOurCurrency = ({ currency }: StatementHead) =>
    currency === null || this.#target.currency === null || currency === this.#target.currency

  #isOurAccount(account: string | null): boolean {
    if (account === null) return true
    const { identifiers } = this.#target
    if (identifiers.length === 0) {
      this.#linked ??= account
      return this.#linked === account
    }
    return identifiers.some(({ value }) => isSameAccount(value, account))
  }
}

/** An account number stands alone in some files and inside the IBAN in others: the longer one must end with the shorter. */
export function isSameAccount(known: string, found: string): boolean {
  const [a, b] = [known, found].map((text) =>
    text
      .replace(/[^0-9A-Za-z]/g, '')
      .toUpperCase()
      .replace(/^0+/, ''),
  )
  if (a === undefined || b === undefined || a === '' || b === '') return false
  if (a === b) return true
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.length >= 6 && long.endsWith(short)
}
