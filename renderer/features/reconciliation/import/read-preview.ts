import { isSameAccount } from '../../../../main/core/imports/account-filter.ts'
import { exponentOrNull } from '../../../../main/core/statements/currencies.ts'
import type { Ledger, Money, PreviewFile } from '../ledger-api.ts'

/** Accounts that the statements of a file name, each once. */
export const accountsIn = (files: readonly PreviewFile[]): string[] => [
  ...new Set(files.flatMap(({ statements }) => statements.flatMap(({ account }) => account ?? []))),
]

/** The ledger that one of these accounts is linked to. */
export const ledgerFor = (ledgers: readonly Ledger[], accounts: readonly string[]): Ledger | undefined =>
  ledgers.find(({ account_identifiers: known }) =>
    known.some(({ value }) => accounts.some((account) => isSameAccount(value, account))),
  )

/** Questions that must be answered before the file can be imported; what is remembered waits for nobody. */
export const unanswered = (files: readonly PreviewFile[], answers: Readonly<Record<string, string>>): number =>
  files.flatMap(({ questions }) => questions).filter(({ code, isRemembered }) => !isRemembered && !(code in answers))
    .length

/**
 * The number of booked lines that go into a ledger: of a file with several accounts only those of its own, and none that
 * it has already.
 */
export function linesFor(files: readonly PreviewFile[], ledger: Ledger | undefined): number {
  const isOne = accountsIn(files).length < 2 || ledger === undefined || ledger.account_identifiers.length === 0
  const there = files.reduce((sum, { knownCount }) => sum + knownCount, 0)
  const own = files
    .flatMap(({ statements }) => statements)
    .filter(({ account }) => isOne || account === null || ledgerFor([ledger], [account]) !== undefined)
    .reduce((sum, { creditCount, debitCount }) => sum + creditCount + debitCount, 0)
  return Math.max(0, own - there)
}

/** A number of minor units of a preview as an amount of the books. */
export function previewMoney(minor: number, currency: string | null, ledger: Ledger | undefined): Money {
  const code = currency ?? ledger?.currency_code ?? ''
  const raised = ledger?.currency_code === code ? ledger.precision_override : null
  return { amount: String(minor), currency: code, precision: raised ?? exponentOrNull(code) ?? 2 }
}
