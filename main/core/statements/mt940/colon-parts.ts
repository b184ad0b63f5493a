import { filled } from '../filled.ts'
import type { Details } from './details.ts'
import { mended, searched, shown, type Wrapped } from './wrapped.ts'

// Code, kind of transaction, text, name, IBAN and sometimes a purpose, parted by colons. The text may hold colons of
// its own, so what follows it is found from the end.
const layout = /^\s*(\d{3})([A-Z]+(?:_[A-Z]+)*):(.*):([^:]*):([A-Z]{2}\d{2}[A-Z0-9]{11,30})\s*(?::([^:]*))?$/su

/** A card payment carries a number of no country where the IBAN belongs. */
const noCountry = /^XX/

/** Reads "999SEPA_CREDIT_TRANSFER:text:name:IBAN:purpose"; null for any other text. */
export function colonFields(text: Wrapped): Details | null {
  const found = layout.exec(text.joined)
  if (!found) return null
  const [, code = '', kind = '', free = '', name = '', account = '', purpose] = found
  const from = text.joined.indexOf(':') + 1
  const to = from + free.length
  return filled<Details>({
    code,
    additionalInfo: kind.replaceAll('_', ' '),
    remittanceText: shown(text, from, to),
    remittanceJoined: searched(text, from, to),
    counterpartyName: mended(text, to + 1, to + 1 + name.length),
    counterpartyAccount: noCountry.test(account) ? '' : account,
    purpose: purpose?.trim(),
  })
}
