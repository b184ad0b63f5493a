import type { Books } from './books.ts'
import { explains } from './deductions.ts'
import type { Edge } from './edges.ts'
import { baseOpen } from './foreign.ts'
import type { PartyCode } from './parties.ts'
import { mostRivalsCounted, points } from './points.ts'
import type { Hit } from './references/find-references.ts'
import type { Weighed } from './rivals.ts'
import type { EngineEntry, EngineItem, Reason } from './types.ts'

export const reason = (
  code: string,
  text: string,
  evidence: Reason['evidence'] = {},
  worth: number = code in points ? points[code as keyof typeof points] : 0,
): Reason => ({ code, points: worth, text, evidence })

/** Most pairs have this one; it is held once. */
const onlyAmount = reason('U1', 'The amount is open once on each side')

/** The reasons of a single pair, in the order of the table (6.5). */
export function pairReasons(books: Books, { edge, standing, rivals, lift, doubt }: Weighed): Reason[] {
  const found = [...amountReasons(books, edge)]
  if (edge.hit) found.push(referenceReason(edge.hit))
  if (edge.party) found.push(partyReason(books, edge.item, edge.entry, edge.party))
  found.push(dateReason(books, edge.item, edge.entry, edge.date, edge.distance))
  if (edge.history === 'H1') found.push(reason('H1', 'An active rule speaks of this counterparty'))
  if (edge.history === 'H2') found.push(reason('H2', 'The days between agree with what is usual for this counterparty'))
  if (standing === 'U1') found.push(onlyAmount)
  if (standing === 'U3') found.push(reason('U3', 'One of a series, paired in order of date', { rivals }))
  if (standing === 'U2') {
    const text = `${rivals} other ${rivals === 1 ? 'partner is' : 'partners are'} as plausible`
    found.push(reason('U2', text, { rivals }, points.U2 * Math.min(rivals, mostRivalsCounted)))
  }
  if (doubt < 0) found.push(reason('U2', 'The one before it, which the line names as well, is still open', {}, doubt))
  if (lift > 0)
    found.push(
      reason('series', 'As many lines as entries of this amount on the same days; which is which is open', {}, lift),
    )
  return found
}

function amountReasons(books: Books, edge: Edge): Reason[] {
  const item = books.items[edge.item] as EngineItem
  const entry = books.entries[edge.entry] as EngineEntry
  const amounts = { amount: item.open, entry_amount: entry.open }
  if (edge.isForeign && edge.amount === 'A3') {
    const values = {
      amount: item.open,
      entry_amount: entry.open,
      currency: entry.currency,
      entry_value: baseOpen(entry),
    }
    return [reason('A3', 'The value in the currency of the books agrees within the tolerance', values)]
  }
  if (edge.isForeign) {
    const currency = item.originalCurrency ?? ''
    const original = { original_amount: item.originalAmount ?? 0, currency }
    return [reason('A1', `The original amounts in ${currency} are equal`, original)]
  }
  switch (edge.amount) {
    case 'A1':
      return [reason('A1', 'The open amounts are equal', { amount: item.open })]
    case 'A3':
      return [reason('A3', 'The amounts differ within the tolerance', amounts)]
    case 'A4': {
      const why = explains(books, item, edge.entry)
      const kinds = {
        known_fee: 'the usual fee of the counterparty',
        charge: 'the charge that the bank names',
        discount: 'the deduction stated in the text',
      }
      const text = `The difference is ${kinds[why?.kind ?? 'discount']}`
      return [reason('A4', text, { ...amounts, deduction: why?.amount ?? 0, fragment: why?.fragment ?? '' })]
    }
    case null:
      return []
  }
}

const referenceTexts: Readonly<Record<Hit['code'], string>> = {
  R1: 'The structured reference is equal and its check digits hold',
  R2: 'The payment id is equal',
  R3: 'The full document number is named',
  R4: 'The document number is named with another prefix or separators',
  R5: 'A short or partial document number is named',
}

export const referenceReason = ({ code, fragment, value, isCheque }: Hit): Reason =>
  reason(code, isCheque ? 'The cheque number is equal' : referenceTexts[code], { fragment, value })

const partyTexts: Readonly<Record<PartyCode, string>> = {
  C1: "The counterparty's account is equal",
  C2: 'The name is an accepted alias of the counterparty',
  C3: 'The names say the same',
  C4: 'The names are alike',
  C5: 'The account belongs to another known counterparty',
}

export function partyReason(books: Books, item: number, entry: number, code: PartyCode): Reason {
  const line = books.items[item] as EngineItem
  const booked = books.entries[entry] as EngineEntry
  const [itemParty, entryParty] = [books.itemParty[item] as number, books.entryParty[entry] as number]
  if (code === 'C1' || code === 'C5') {
    const accounts = {
      account: line.counterpartyAccount ?? '',
      entry_account: booked.counterpartyAccount ?? '',
      counterparty: books.parties.entryName(entryParty),
    }
    return reason(code, partyTexts[code], accounts)
  }
  if (code === 'C4' && books.parties.code(itemParty, entryParty) === null)
    return reason(code, 'The text names the counterparty', {
      fragment: asWritten(books.parties.entryName(entryParty), line.text),
      entry_name: books.parties.entryName(entryParty),
    })
  const similarity = Math.round(books.parties.similarity(itemParty, entryParty) * 100) / 100
  const names = { name: books.parties.itemName(itemParty), entry_name: books.parties.entryName(entryParty) }
  return reason(code, partyTexts[code], code === 'C2' ? names : { ...names, similarity })
}

/** The name as the text has it; the whole text where accents or spelling differ. */
function asWritten(name: string, text: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? []
  return (words.length > 0 && new RegExp(words.join('[^\\p{L}\\p{N}]+'), 'iu').exec(text)?.[0]) || text
}

export function dateReason(books: Books, item: number, entry: number, code: Edge['date'], distance: number): Reason {
  const date = (books.items[item] as EngineItem).bookingDate
  const entry_date = (books.entries[entry] as EngineEntry).bookingDate
  const key = `${code} ${distance} ${date} ${entry_date}`
  const known = books.dateReasons.get(key)
  if (known) return known
  const days = `${distance} ${distance === 1 ? 'day' : 'days'}`
  const text =
    distance === 0
      ? 'Same day'
      : code === 'D4'
        ? `${days} apart, inside the window`
        : code === 'D5'
          ? `${days} apart, outside the ordinary window`
          : `${days} apart`
  const made = reason(code, text, { days: distance, date, entry_date })
  books.dateReasons.set(key, made)
  return made
}
