import type { EngineCounterparty, EngineEntry, EngineItem } from '../../../../../main/core/ledger/engine/types.ts'
import { type Random, randomFrom } from '../../../../matching/names/generated/random.ts'
import { counterparty, entry, inputOf, item } from '../../make.ts'
import type { MadeBooks, Truth } from '../make-books.ts'

/** Somebody whom the association knows, as its books write the name. */
export interface Party {
  readonly name: string
  readonly account: string
}

/** Notes what happened on the statement and in the books, and keeps what belongs together. Days count from 1 January. */
export interface Scribe {
  readonly random: Random
  line(amount: number, day: number, more?: Partial<EngineItem>): string
  book(amount: number, day: number, more?: Partial<EngineEntry>): string
  together(situation: string, ids: readonly string[], orIds?: readonly string[]): void
  know(name: string, more?: Partial<EngineCounterparty>): void
  person(): Party
  firm(kind: string): Party
  account(): string
  /** The next number of that kind of document. */
  number(prefix: string): string
  finish(ownAccounts: Readonly<Record<string, string>>): MadeBooks
}

const given =
  'Anna Marta Luis Jonas Clara Pedro Sofia Emil Paula Tomas Irene Karl Nadia Hugo Lena Marco Elisa Victor Rosa Felix Ines Oskar Julia Bruno Mariana Mario Maria Carla Carlos Greta'.split(
    ' ',
  )
const family =
  'Weber Costa Lindgren Novak Moreau Rossi Fischer Navarro Jensen Kovacs Schmitt Ferreira Bakker Olsen Horvat Marin Keller Santos Dubois Romano Brandt Castillo Nilsson Peeters Vogel Arias Toth Meier Mayer Schmidt'.split(
    ' ',
  )
const places =
  'Nordhof Lindenau Rivera Bellmont Kastel Oakfield Sandby Monteverde Harbruck Elmdorf Pinar Westergate'.split(' ')
const legalForms = ['GmbH', 'SL', 'AG', 'Ltd', 'SA', 'BV']

const dayOf = (day: number): string => new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10)
export const firstOf = (month: number): number =>
  Math.round((Date.UTC(2025, month, 1) - Date.UTC(2025, 0, 1)) / 86_400_000)
/** That day, or the Monday after it: banks book on working days. */
export function bankDay(day: number): number {
  const weekday = new Date(Date.UTC(2025, 0, 1 + day)).getUTCDay()
  return weekday === 6 ? day + 2 : weekday === 0 ? day + 1 : day
}
export const months = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] as const
export const monthNames = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ')

export function createScribe(seed: number): Scribe {
  const random = randomFrom(seed)
  const items: EngineItem[] = []
  const entries: EngineEntry[] = []
  const truth: Truth[] = []
  const counterparties: EngineCounterparty[] = []
  const numbers = new Map<string, number>()
  // Ids say nothing of what was written together: ties must not be won by them.
  const newId = (kind: string, count: number) =>
    `${kind}${random.below(1_000_000).toString().padStart(6, '0')}-${count}`
  const account = () =>
    `DE${10 + random.below(89)}${String(random.below(1e9)).padStart(9, '0')}${String(random.below(1e9)).padStart(9, '0')}`
  return {
    random,
    account,
    line(amount, day, more = {}) {
      const id = newId('l', items.length)
      const text = more.text ?? ''
      items.push(item(id, amount, dayOf(day), { text, textJoined: text, ...more }))
      return id
    },
    book(amount, day, more = {}) {
      const id = newId('e', entries.length)
      entries.push(entry(id, amount, dayOf(day), more))
      return id
    },
    together: (situation, ids, orIds) => truth.push(orIds ? { situation, ids, orIds } : { situation, ids }),
    know: (name, more) => counterparties.push(counterparty(`c${counterparties.length}`, name, more)),
    person: () => ({
      name: `${random.pick(given)} ${random.chance(0.2) ? `${random.pick(given)} ` : ''}${random.pick(family)}`,
      account: account(),
    }),
    firm: (kind) => ({ name: `${kind} ${random.pick(places)} ${random.pick(legalForms)}`, account: account() }),
    number(prefix) {
      const next = (numbers.get(prefix) ?? 1000 + random.below(3000)) + 1 + random.below(2)
      numbers.set(prefix, next)
      return `${prefix}${next}`
    },
    finish(ownAccounts) {
      // The bank prints a day's lines in no order that would help.
      const mixed = items
        .map((one) => ({ one, at: `${one.bookingDate} ${random.below(1_000_000)}` }))
        .sort((a, b) => (a.at < b.at ? -1 : 1))
      const placed = mixed.map(({ one }, index) => ({ ...one, position: index + 1 }))
      // As the loader does: an entry that names a known counterparty is that one's.
      const idOf = new Map(counterparties.map(({ id, name }) => [name, id]))
      const booked = entries.map((one) => ({ ...one, counterpartyId: idOf.get(one.counterpartyName ?? '') ?? null }))
      return { input: inputOf({ items: placed, entries: booked, counterparties, ownAccounts }), truth }
    },
  }
}

/** A name as a bank prints it: capitals, surname first, cut, or with initials; now and then exactly as it is. */
export function printed(name: string, random: Random): string {
  const words = name.split(' ')
  const last = words.at(-1) ?? ''
  switch (random.below(6)) {
    case 0:
      return name.toUpperCase()
    case 1:
      return [last, ...words.slice(0, -1)].join(' ').toUpperCase()
    case 2:
      return `${words[0]?.[0]}. ${last}`
    case 3:
      return name.slice(0, 18).trim()
    case 4:
      return `${last}, ${words[0]}`
    default:
      return name
  }
}

/** Two digits beside each other change places; the number given when all digits are equal. */
export function swapped(text: string, random: Random): string {
  const places = [...text].flatMap((one, at) => {
    const next = text[at + 1]
    return next !== undefined && /\d/.test(one) && /\d/.test(next) && one !== next ? [at] : []
  })
  if (places.length === 0) return text
  const at = random.pick(places)
  return `${text.slice(0, at)}${text[at + 1]}${text[at]}${text.slice(at + 2)}`
}

export const swappedAmount = (amount: number, random: Random): number =>
  Math.sign(amount) * Number(swapped(String(Math.abs(amount)), random))

/** Cents from 5.00 up, seldom round. */
export const anyAmount = (random: Random, most: number): number => 500 + random.below(most * 100 - 500)
