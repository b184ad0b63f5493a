import type {
  EngineCounterparty,
  EngineEntry,
  EngineInput,
  EngineItem,
} from '../../../../main/core/ledger/engine/types.ts'
import { type Random, randomFrom } from '../../../matching/names/generated/random.ts'
import { counterparty, entry, inputOf, item } from '../make.ts'

type Situation =
  | 'reference'
  | 'reference_typo'
  | 'name'
  | 'account'
  | 'nothing'
  | 'late'
  | 'batch'
  | 'two_invoices'
  | 'group_of_party'
  | 'partial'
  | 'provider_fee'
  | 'discount'
  | 'duplicate_in_books'
  | 'subscription'
  | 'card_total'
  | 'returned'

/** What belongs together; a line or entry in none has no partner. */
export interface Truth {
  readonly situation: string
  readonly ids: readonly string[]
  /** The books hold the same twice: either is right. */
  readonly orIds?: readonly string[]
}

export interface MadeBooks {
  readonly input: EngineInput
  readonly truth: readonly Truth[]
}

/** How often each happens; the rest of a company's year is written from these. */
const shares: readonly (readonly [Situation | 'no_entry' | 'no_line', number])[] = [
  ['reference', 24],
  ['reference_typo', 4],
  ['name', 14],
  ['account', 10],
  ['nothing', 6],
  ['late', 5],
  ['batch', 3],
  ['two_invoices', 4],
  ['group_of_party', 2],
  ['partial', 3],
  ['provider_fee', 3],
  ['discount', 2],
  ['duplicate_in_books', 2],
  ['subscription', 6],
  ['card_total', 2],
  ['returned', 2],
  ['no_entry', 5],
  ['no_line', 3],
]

const firsts = ['Nord', 'Süd', 'Berg', 'Alt', 'Kohl', 'Linden', 'Grün', 'Wald', 'Fluss', 'Stern', 'Möwen', 'Rosen']
const seconds = ['wind', 'holz', 'bau', 'licht', 'werk', 'tal', 'hafen', 'markt', 'druck', 'feld', 'technik', 'garten']
const forms = ['GmbH', 'AG', 'Ltd', 'S.L.', 'BV', 'KG']
const words = ['Handel', 'Logistik', 'Services', 'Partner', 'Consulting', '']

interface Customer {
  readonly id: string
  readonly name: string
  readonly account: string
}

/** A seeded year of a company: statement lines, books, and which belong together. The same seed makes the same books. */
export function makeBooks(seed: number, happenings: number): MadeBooks {
  const random = randomFrom(seed)
  const customers = Array.from({ length: Math.max(20, Math.round(happenings / 8)) }, (_, i): Customer => {
    const word = random.pick(words)
    const base = `${random.pick(firsts)}${random.pick(seconds)}${word === '' ? '' : ` ${word}`} ${random.pick(forms)}`
    return { id: `c${i}`, name: base, account: `DE${String(10_000_000 + i * 7919)}` }
  })
  const items: EngineItem[] = []
  const entries: EngineEntry[] = []
  const truth: Truth[] = []
  let invoice = 10_000
  const provider = counterparty('provider', 'Paywell Payments', { usualDeduction: { perMille: 19, ledgerId: 'fees' } })

  const day = (of: number): string => new Date(Date.UTC(2025, 0, 1 + of)).toISOString().slice(0, 10)
  const number = (): string => {
    invoice += 1 + random.below(3)
    return `INV-2025-${String(invoice)}`
  }
  const pushItem = (amount: number, on: number, more: Partial<EngineItem>): string => {
    const id = `i${String(items.length).padStart(6, '0')}`
    items.push(item(id, amount, day(on), { position: items.length % 50, ...more, textJoined: more.text ?? '' }))
    return id
  }
  const pushEntry = (amount: number, on: number, more: Partial<EngineEntry>): string => {
    const id = `e${String(entries.length).padStart(6, '0')}`
    entries.push(entry(id, amount, day(on), more))
    return id
  }
  const booked = (who: Customer, documentNo: string | null = number()): Partial<EngineEntry> => ({
    counterpartyName: who.name,
    counterpartyId: who.id,
    documentNo,
  })
  const paidBy = (who: Customer): Partial<EngineItem> => ({ counterpartyName: atBank(who.name, random) })

  for (let n = 0; n < happenings; n++) {
    const situation = weighted(random)
    const who = random.pick(customers)
    const on = random.below(360)
    // Prices: many are round, some repeat.
    const price = random.chance(0.25) ? 5000 * (1 + random.below(40)) : 990 + random.below(400_000)
    const sign = random.chance(0.7) ? 1 : -1
    const amount = sign * price
    const lag = random.below(4)
    const one = (itemId: string, entryId: string, orIds?: readonly string[]): void => {
      truth.push({ situation, ids: [itemId, entryId], ...(orIds ? { orIds } : {}) })
    }
    switch (situation) {
      case 'reference':
      case 'late': {
        const doc = number()
        const delay = situation === 'late' ? 15 + random.below(40) : lag
        one(
          pushItem(amount, on + delay, {
            ...paidBy(who),
            text: `${random.pick(['Rechnung', 'Invoice', 'RG', 'Payment'])} ${written(doc, random)} ${random.pick(['', 'danke', 'vom 12.02.2025'])}`,
          }),
          pushEntry(amount, on, booked(who, doc)),
        )
        break
      }
      case 'reference_typo': {
        const doc = number()
        one(
          pushItem(amount, on + lag, { ...paidBy(who), text: `Rechnung ${mistyped(doc, random)}` }),
          pushEntry(amount, on, booked(who, doc)),
        )
        break
      }
      case 'name':
        one(pushItem(amount, on + lag, { ...paidBy(who), text: 'Zahlung' }), pushEntry(amount, on, booked(who)))
        break
      case 'account':
        one(
          pushItem(amount, on + lag, { ...paidBy(who), counterpartyAccount: who.account }),
          pushEntry(amount, on, booked(who)),
        )
        break
      case 'nothing':
        one(
          pushItem(amount, on + random.below(2), { text: 'SEPA CREDIT' }),
          pushEntry(amount, on, { description: 'Bank' }),
        )
        break
      case 'batch': {
        const batchId = `RUN${seed}-${n}`
        const count = 2 + random.below(8)
        const parts = Array.from({ length: count }, () => 1000 + random.below(90_000))
        const total = -parts.reduce((sum, part) => sum + part, 0)
        const ids = parts.map((part) => pushEntry(-part, on, { ...booked(random.pick(customers)), batchId }))
        truth.push({
          situation,
          ids: [pushItem(total, on + random.below(3), { text: 'Sammler', paymentInfoId: batchId }), ...ids],
        })
        break
      }
      case 'two_invoices': {
        const docs = [number(), number()]
        const parts = docs.map(() => 1000 + random.below(90_000))
        const ids = parts.map((part, i) => pushEntry(sign * part, on, booked(who, docs[i])))
        const total = sign * parts.reduce((sum, part) => sum + part, 0)
        truth.push({
          situation,
          ids: [pushItem(total, on + lag, { ...paidBy(who), text: docs.join(' und ') }), ...ids],
        })
        break
      }
      case 'group_of_party': {
        const parts = Array.from({ length: 2 + random.below(2) }, () => 1000 + random.below(90_000))
        const ids = parts.map((part) => pushEntry(sign * part, on, booked(who)))
        const total = sign * parts.reduce((sum, part) => sum + part, 0)
        truth.push({ situation, ids: [pushItem(total, on + lag, { ...paidBy(who), text: 'Ausgleich' }), ...ids] })
        break
      }
      case 'partial': {
        const doc = number()
        one(
          pushItem(Math.round(amount * (0.3 + 0.1 * random.below(5))), on + lag, {
            ...paidBy(who),
            text: `Teilzahlung ${doc}`,
          }),
          pushEntry(amount, on, booked(who, doc)),
        )
        break
      }
      case 'provider_fee': {
        const gross = Math.abs(amount)
        one(
          pushItem(gross - Math.round((gross * 19) / 1000), on + lag, {
            counterpartyName: 'PAYWELL PAYMENTS',
            text: 'PAYOUT',
          }),
          pushEntry(gross, on, { counterpartyId: 'provider', counterpartyName: 'Paywell Payments' }),
        )
        break
      }
      case 'discount': {
        const doc = number()
        const off = Math.round(price * 0.02)
        const stated = `${Math.floor(off / 100)},${String(off % 100).padStart(2, '0')}`
        one(
          pushItem(price - off, on + lag, { ...paidBy(who), text: `${doc} abzgl. Skonto ${stated}` }),
          pushEntry(price, on, booked(who, doc)),
        )
        break
      }
      case 'duplicate_in_books': {
        const doc = number()
        const itemId = pushItem(amount, on + lag, { ...paidBy(who), text: doc })
        const first = pushEntry(amount, on, booked(who, doc))
        const copy = pushEntry(amount, on, booked(who, doc))
        one(itemId, first, [itemId, copy])
        break
      }
      case 'subscription': {
        const start = random.below(7)
        const fee = -(990 + 1000 * random.below(3))
        const missing = random.chance(0.4) ? random.below(4) : -1
        for (let week = 0; week < 4; week++) {
          const itemId = pushItem(fee, on + start + 7 * week, { ...paidBy(who), text: 'Abo' })
          if (week !== missing) one(itemId, pushEntry(fee, on + start + 7 * week - random.below(2), booked(who, null)))
        }
        break
      }
      case 'card_total': {
        const parts = Array.from({ length: 3 }, () => 500 + random.below(30_000))
        const total = parts.reduce((sum, part) => sum + part, 0)
        const ids = parts.map((part) => pushItem(part, on, { text: 'KARTENUMSATZ', bankCode: 'PMNT-MCRD' }))
        truth.push({ situation, ids: [...ids, pushEntry(total, on, { description: 'Kasse' })] })
        break
      }
      case 'returned': {
        const debit = pushItem(-price, on, { ...paidBy(who), counterpartyAccount: who.account, endToEndId: `E2E${n}` })
        const back = pushItem(price, on + 2 + random.below(5), {
          ...paidBy(who),
          counterpartyAccount: who.account,
          endToEndId: `E2E${n}`,
          returnReason: 'AC04',
        })
        truth.push({ situation, ids: [debit, back] })
        break
      }
      case 'no_entry':
        pushItem(random.chance(0.5) ? -(100 + random.below(4000)) : amount, on, { text: 'Kontoführung Entgelt' })
        break
      case 'no_line':
        pushEntry(amount, on, booked(who))
        break
    }
  }
  const counterparties: EngineCounterparty[] = [
    provider,
    ...customers.map(({ id, name, account }) => counterparty(id, name, { accounts: [account] })),
  ]
  return { input: inputOf({ items, entries, counterparties }), truth }
}

/** As banks write it: capitals, no umlauts, the legal form gone, cut. */
function atBank(name: string, random: Random): string {
  const plain = random.chance(0.6) ? name.toUpperCase() : name
  const spelled = random.chance(0.4)
    ? plain.replace(/Ü/g, 'UE').replace(/Ö/g, 'OE').replace(/ü/g, 'ue').replace(/ö/g, 'oe')
    : plain
  const short = random.chance(0.2) ? spelled.replace(/ \S+$/, '') : spelled
  return short.slice(0, 35)
}

const written = (doc: string, random: Random): string =>
  random.pick([
    doc,
    doc,
    doc,
    doc.replaceAll('-', ''),
    doc.replaceAll('-', ' '),
    doc.replace('INV-', ''),
    doc.replaceAll('-', '/'),
  ])

/** One digit of the last group is another, or two are exchanged. */
function mistyped(doc: string, random: Random): string {
  const at = doc.length - 1 - random.below(4)
  if (random.chance(0.5))
    return doc.slice(0, at) + String((Number(doc[at]) + 1 + random.below(8)) % 10) + doc.slice(at + 1)
  return doc.slice(0, at - 1) + (doc[at] ?? '') + (doc[at - 1] ?? '') + doc.slice(at + 1)
}

function weighted(random: Random): Situation | 'no_entry' | 'no_line' {
  let left = random.below(shares.reduce((sum, [, weight]) => sum + weight, 0))
  for (const [situation, weight] of shares) {
    left -= weight
    if (left < 0) return situation
  }
  return 'no_line'
}
