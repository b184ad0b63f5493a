import { isCurrency, type Precision } from '../currencies.ts'

/** :25: without blanks and a leading slash, upper case, a currency suffix taken off (`BANK/ACCOUNT/HUF`, `NL71…789EUR`). */
export function readAccount(text: string, precision?: Precision): { account: string | null; currency: string | null } {
  const whole = text.replace(/\s+/g, '').replace(/^\/+/, '').toUpperCase()
  // A bank identifier before an IBAN says nothing more than the IBAN.
  const account = /^[A-Z]{6}[A-Z\d]{2}(?:[A-Z\d]{3})?\/([A-Z]{2}\d{2}[A-Z\d]{11,30})$/.exec(whole)?.[1] ?? whole
  if (account === '') return { account: null, currency: null }
  const found = /^(.*\d[A-Z\d]*)\/([A-Z]{3})$/.exec(account) ?? /^(.*\d)([A-Z]{3})$/.exec(account)
  const [, rest, code] = found ?? []
  if (rest === undefined || code === undefined || !isCurrency(code, precision)) return { account, currency: null }
  return { account: rest, currency: code }
}
