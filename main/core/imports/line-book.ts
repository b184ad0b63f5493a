import type { Minor } from '../money.ts'
import { exponentOf } from '../statements/currencies.ts'
import { StatementError } from '../statements/failure.ts'
import { fingerprintOf, strongKeyOf } from '../statements/identity.ts'
import { applyReading } from '../statements/signs.ts'
import type {
  StatementBalance,
  StatementEnd,
  StatementEntry,
  StatementHead,
  StatementProof,
} from '../statements/types.ts'
import { textKey } from '../text-key.ts'
import type { LineSink } from './line-table.ts'
import type { FileLine, FileStatement } from './types.ts'

const mostText = 1000
/** In `#keys`: the key is no longer of one line. */
const nowhere = 0
const currencyMissing = () =>
  new StatementError(
    'currency_unknown',
    'The file names no currency. Say which one its amounts are in (field "currency"), then send it again.',
  )

/** Gathers the booked lines of an upload in a table, each with what it is known by (ledger specification 9.3). */
export class LineBook {
  readonly statements: FileStatement[] = []
  notBooked = 0
  /** What kind of file is being read. */
  layout = ''
  readonly #table: LineSink
  readonly #currency: string | null
  /** Fingerprints and keys of the bank are kept as numbers (`textKey`). */
  readonly #occurrences = new Map<number, number>()
  /** Number of the first line with a key of the bank; `nowhere` once a second one carries it, which makes it no key. */
  readonly #keys = new Map<number, number>()
  /** Lines of the statement at hand whose sign waits for the proof. */
  #doubtful: StatementEntry[] = []
  #head: StatementHead | null = null
  #member: string | null = null
  /** Of the statement at hand: how many lines stand before it, its first line's currency, whether one names none. */
  #before = 0
  #firstCurrency: string | undefined
  #hasUnnamed = false

  /** `currency` is of lines that name none; null refuses a file with such lines. */
  constructor(table: LineSink, currency: string | null) {
    this.#table = table
    this.#currency = currency
  }

  /** Keys and occurrences are those of one file. */
  beginFile(member: string | null, layout: string): void {
    this.#member = member
    this.layout = layout
    this.#keys.clear()
    this.#occurrences.clear()
  }

  begin(head: StatementHead): void {
    this.#head = head
    this.#doubtful = []
    this.#before = this.#table.count
    this.#firstCurrency = undefined
    this.#hasUnnamed = false
  }

  add(entry: StatementEntry): void {
    if (entry.bankStatus !== 'booked') this.notBooked += 1
    else if (entry.isReversal || entry.isNegativeText) this.#doubtful.push(entry)
    else this.#store(entry)
  }

  end(end: StatementEnd, { adopted, proof }: StatementProof): void {
    for (const entry of this.#doubtful) this.#store(adopted === null ? entry : applyReading(entry, adopted))
    const head = { ...(this.#head as StatementHead), ...end.head }
    const currency = head.currency ?? this.#currency
    if (this.#hasUnnamed) {
      if (currency === null) throw currencyMissing()
      this.#table.nameCurrency(this.#before, currency)
    }
    const known = currency ?? this.#firstCurrency
    if (known === undefined) {
      if (end.opening || end.closing) throw currencyMissing()
      return
    }
    const balance = (found: StatementBalance | null) =>
      found && { ...found, amount: toMinor(found.amount, known, undefined) }
    const { difference } = proof
    this.statements.push({
      member: this.#member,
      account: head.account,
      currency: known,
      statementRef: head.statementRef,
      fromDate: end.fromDate,
      toDate: end.toDate,
      opening: balance(end.opening),
      closing: balance(end.closing),
      proof: { status: proof.status, difference: difference === null ? null : toMinor(difference, known, undefined) },
    })
  }

  /** The payments of a batch are what was expected, each for itself; a batch that does not add up stays one line. */
  #store(entry: StatementEntry): void {
    const parts = entry.children ?? []
    const sum = parts.reduce((total, part) => total + (part.amount ?? Number.NaN), 0)
    if (parts.length < 2 || sum !== entry.amount) {
      this.#push(entry, null)
      return
    }
    parts.forEach((part, at) => {
      this.#push(
        {
          ...part,
          position: entry.position,
          currency: part.currency ?? entry.currency,
          bookingDate: part.bookingDate ?? entry.bookingDate,
          valueDate: part.valueDate ?? entry.valueDate,
        },
        { of: entry, number: at + 1 },
      )
    })
  }

  #push(entry: StatementEntry, part: { readonly of: StatementEntry; readonly number: number } | null): void {
    const bookingDate = entry.bookingDate ?? entry.valueDate
    const { position } = entry
    if (bookingDate === null || entry.amount === null)
      throw new StatementError('rows_unreadable', `Line ${position} has no date or no amount.`, [
        { line: position, code: 'row_unreadable', message: 'There is no date or no amount.' },
      ])
    const currency = entry.currency ?? this.#head?.currency ?? this.#currency ?? ''
    const text = textOf(entry)
    // The currency is compared apart: of some files it is known only at the end.
    const fingerprint = fingerprintOf(entry, '', part?.number)
    const print = textKey(fingerprint)
    const occurrence = (this.#occurrences.get(print) ?? 0) + 1
    this.#occurrences.set(print, occurrence)
    const bankKey = strongKeyOf(part?.of ?? entry)
    this.#firstCurrency ??= currency
    if (currency === '') this.#hasUnnamed = true
    this.#add({
      statement: this.statements.length,
      position,
      layout: this.layout,
      bookingDate,
      valueDate: entry.valueDate,
      amountMinor: toMinor(entry.amount, currency === '' ? null : currency, position),
      currency,
      name: nameOf(entry),
      text,
      strongKey: bankKey !== null && part ? `${bankKey} / ${part.number}` : bankKey,
      fingerprint,
      occurrence,
      facts: entry.amount > 0 ? JSON.stringify(factsOf(entry, text)) : null,
    })
  }

  /** Adds a line, with its key only while no other one of the file carries it. */
  #add(line: FileLine): void {
    const key = line.strongKey === null ? null : textKey(line.strongKey)
    const seen = key === null ? undefined : this.#keys.get(key)
    const n = this.#table.add(seen === undefined ? line : { ...line, strongKey: null })
    if (key === null) return
    if (seen !== undefined && seen !== nowhere) this.#table.dropKey(seen)
    this.#keys.set(key, seen === undefined ? n : nowhere)
  }
}

/** Minor units of the currency as minor units of two decimals, in which movements are kept. */
function toMinor(amount: number, currency: string | null, line: number | undefined): Minor {
  const exponent = exponentOf(currency, undefined, line)
  const scaled = exponent <= 2 ? amount * 10 ** (2 - exponent) : amount / 10 ** (exponent - 2)
  if (Number.isSafeInteger(scaled)) return scaled
  const message = `An amount in ${currency} has more decimals than movements are kept with (two). It cannot be imported here; use the books.`
  throw new StatementError('amount_precision', message, [
    { ...(line === undefined ? {} : { line }), code: 'amount_precision', message },
  ])
}

const mostNameText = 140

/** The payer; where the bank has no place for names, what it writes instead: "TRANSFER FROM ANA RUIZ". */
function nameOf(entry: StatementEntry): string | null {
  const name = (entry.counterpartyName ?? entry.ultimatePartyName)?.trim().slice(0, 500)
  if (name) return name
  const text = entry.remittanceText?.trim() ?? ''
  return /\p{L}{2}/u.test(text) ? text.slice(0, mostNameText) : null
}

/** What a payment is for, and the references in which an order's number may stand. */
function textOf(entry: StatementEntry): string | null {
  const structured = entry.structuredReferences?.map(({ value }) => value) ?? []
  const pieces = [entry.remittanceText, ...structured, entry.endToEndId, entry.additionalInfo]
  const distinct = new Set(pieces.flatMap((piece) => piece?.trim() || []))
  return [...distinct].join(' ').slice(0, mostText) || null
}

/** Readers cut what they take over word for word (statements/types.ts). */
const rawLimit = 4000

/** What else the bank says. Tags that were taken over whole say all that was read from them. */
function factsOf(entry: StatementEntry, text: string | null): object {
  const { children: _, balance: __, level: ___, bankStatus: ____, ...facts } = entry
  const { position, raw } = facts
  const isWhole = raw?.startsWith('<') === true && raw.length < rawLimit
  return isWhole && text !== null ? { source: 'statement', position, raw } : { source: 'statement', ...facts }
}
