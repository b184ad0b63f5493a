import { readFileSync } from 'node:fs'
import type { FreeMovement, OpenRequest } from '../../../main/core/matching/assignment/types.ts'
import { parseMinor } from '../../../main/core/money.ts'
import { day, hour } from '../../../main/core/time.ts'

/** See test/fixtures/names/README.md. */
export interface LabelledPair {
  readonly category: string
  readonly expected: string
  readonly actual: string
  readonly label: 'same' | 'different' | 'unknown'
  readonly note?: string
}

type Outcome = 'ambiguous' | 'not_found' | 'suggestion' | { readonly movement: string }

export interface Situation {
  readonly category: string
  readonly note: string
  readonly match_without_sender?: boolean
  readonly orders: readonly { id: string; name: string; amount?: string; currency?: string; day?: number }[]
  readonly movements: readonly {
    id: string
    sender: string | null
    text?: string
    amount?: string
    currency?: string
    day?: number
  }[]
  readonly outcomes: Readonly<Record<string, Outcome>>
}

const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../fixtures/names/${file}`, import.meta.url), 'utf8'))

export const readPairs = (): readonly LabelledPair[] => read('pairs.json') as LabelledPair[]
/** The last set, labelled before the rules that stand now and measured once before they were changed for it. */
export const readLaterPairs = (): readonly LabelledPair[] => read('blind-pairs.json') as LabelledPair[]
export const readLastPairs = (): readonly LabelledPair[] => read('second-blind-pairs.json') as LabelledPair[]
/** The newest set, by every category of the issue; labelled and measured once before the rules were changed for it. */
export const readNewestPairs = (): readonly LabelledPair[] => read('third-blind-pairs.json') as LabelledPair[]
export const readNewestSituations = (): readonly Situation[] => read('third-blind-situations.json') as Situation[]
/** The fourth, of 20 languages and scripts, made in the same way. */
export const readFourthPairs = (): readonly LabelledPair[] => read('fourth-blind-pairs.json') as LabelledPair[]
export const readFourthSituations = (): readonly Situation[] => read('fourth-blind-situations.json') as Situation[]
/** The fifth, of look-alikes above all, and the sixth, of what its failures had in common; made in the same way. */
export const readFifthPairs = (): readonly LabelledPair[] => read('fifth-blind-pairs.json') as LabelledPair[]
export const readFifthSituations = (): readonly Situation[] => read('fifth-blind-situations.json') as Situation[]
export const readSixthPairs = (): readonly LabelledPair[] => read('sixth-blind-pairs.json') as LabelledPair[]
export const readSixthSituations = (): readonly Situation[] => read('sixth-blind-situations.json') as Situation[]
export const readLaterSituations = (): readonly Situation[] => read('blind-situations.json') as Situation[]
export const readSituations = (): readonly Situation[] => read('situations.json') as Situation[]

const dayZero = Date.UTC(2026, 4, 12, 10)
const minor = (amount = '1500.00'): number => parseMinor(amount) as number

export const requestsOf = ({ orders }: Situation): OpenRequest[] =>
  orders.map(({ id, name, amount, currency = 'UYU', day: at = 0 }) => ({
    id: `request ${id}`,
    externalId: id,
    name: name === '' ? null : name,
    amountMinor: minor(amount),
    currency,
    createdAt: dayZero + at * day,
  }))

export const movementsOf = ({ movements }: Situation): FreeMovement[] =>
  movements.map(({ id, sender, text = null, amount, currency = 'UYU', day: at }) => ({
    id,
    sender,
    text,
    amountMinor: minor(amount),
    currency,
    receivedAt: at === undefined ? dayZero - 2 * hour : Math.floor(dayZero + at * day),
  }))
