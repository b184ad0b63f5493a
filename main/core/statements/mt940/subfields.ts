import { filled } from '../filled.ts'
import type { Details } from './details.ts'
import { sepaFields } from './sepa-tags.ts'
import { mended, searched, shown, wrap } from './wrapped.ts'

/** The German layout: a code of three digits or letters, then numbered subfields behind a separator of the bank's choice. */
export interface Subfields {
  readonly code: string
  readonly parts: readonly { readonly number: number; readonly text: string }[]
}

// A code of letters has to go on with ?00, which no ordinary text does.
const opening = /^\s*(\d{3}|[A-Z]{3}(?=[^\p{L}\p{N}\s]00))?\s*([^\p{L}\p{N}\s])(\d\d)/u
const usual = '?<>~^|@'
const firstNumbers = new Set([0, 10, 20, 30, 31, 32])
/** A remittance subfield holds 27 characters; one with a blank at its end has lost it. */
const fullSubfield = 26

const isLetters = (code: string | undefined) => code !== undefined && /^[A-Z]/.test(code)
const isParty = ({ number }: { readonly number: number }) => number >= 20 && number < 34
const isKnown = (number: number) => number < 40 || (number >= 60 && number < 80)

/** Takes the text apart, or null when it is not in this layout. Lines must be joined already: wrapping cuts anywhere. */
export function splitSubfields(joined: string): Subfields | null {
  const found = opening.exec(joined)
  if (!found) return null
  const [all, code, separator = '', number] = found
  if (!firstNumbers.has(Number(number))) return null
  const isUsual = usual.includes(separator)
  if (code === undefined && !isUsual) return null
  const parts: { number: number; text: string }[] = []
  const marks = [...joined.matchAll(new RegExp(`\\${separator}(\\d\\d)`, 'g'))].filter((mark) =>
    isKnown(Number(mark[1])),
  )
  for (const [i, mark] of marks.entries()) {
    const from = mark.index + mark[0].length
    parts.push({ number: Number(mark[1]), text: joined.slice(from, marks[i + 1]?.index ?? joined.length) })
  }
  if (all === '' || (!isUsual && parts.length < 2) || (isLetters(code) && !parts.some(isParty))) return null
  return { code: code ?? '', parts }
}

/** ?00 type, ?10 batch, ?20–?29 and ?60–?63 remittance, ?30 bank, ?31 account (?38 IBAN), ?32–?33 name, ?34 return. */
export function subfieldFields({ code, parts }: Subfields): Details {
  const at = (...numbers: number[]) => parts.filter((part) => numbers.includes(part.number)).map((part) => part.text)
  const text = (...numbers: number[]) =>
    at(...numbers)
      .join('')
      .trim()
  const isRemittance = (number: number) => (number >= 20 && number <= 29) || (number >= 60 && number <= 63)
  const pieces = parts.filter((part) => isRemittance(part.number)).map((part) => part.text)
  const remittance = wrap(pieces, fullSubfield)
  const tagged = sepaFields(remittance) ?? {
    remittanceText: shown(remittance),
    remittanceJoined: searched(remittance),
  }
  const rest = parts.filter((part) => !isRemittance(part.number) && !isNamed(part.number)).map((part) => part.text)
  const additional = [text(0), tagged.additionalInfo ?? '', mended(wrap(rest, fullSubfield))]
  return filled<Details>({
    ...tagged,
    code,
    batch: text(10),
    counterpartyBank: text(30) || tagged.counterpartyBank,
    counterpartyAccount: accountText(text(38)) || accountText(text(31)) || tagged.counterpartyAccount,
    counterpartyName: mended(wrap(at(32, 33).filter(isSaying), fullSubfield)) || tagged.counterpartyName,
    returnReason: returnCodes.has(Number(code)) ? text(34) : '',
    additionalInfo: additional.filter((piece) => piece !== '').join(' '),
  })
}

// ?34 completes every transaction code (992 for an ordinary direct debit); it gives a reason where the code is a return:
// of a direct debit or a transfer before SEPA (9, 59) and since (108, 109, 159, 160), given back or reversed (181 to
// 184, 193).
const returnCodes = new Set([9, 59, 108, 109, 159, 160, 181, 182, 183, 184, 193])

const isSaying = (text: string): boolean => /[\p{L}\p{N}]/u.test(text)

const named = new Set([0, 10, 30, 31, 32, 33, 34, 38])
const isNamed = (number: number) => named.has(number)

const accountText = (text: string) => text.replace(/\s+/g, '').toUpperCase()
