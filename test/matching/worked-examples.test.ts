import { describe, expect, test } from 'vitest'
import { decide } from '../../main/core/matching/assignment/decide.ts'
import type { FreeMovement } from '../../main/core/matching/assignment/types.ts'

const juan = {
  id: 'r',
  externalId: 'A-1',
  name: 'Juan Pérez',
  amountMinor: 150_000,
  currency: 'UYU',
  createdAt: Date.parse('2026-05-12T10:00:00Z'),
}

type Change = Partial<Pick<FreeMovement, 'amountMinor' | 'currency'>> & { readonly at?: string }
const from = (sender: string | null, { at = '2026-05-12T12:00:00Z', ...more }: Change = {}) => ({
  sender,
  text: null,
  amountMinor: 150_000,
  currency: 'UYU',
  receivedAt: Date.parse(at),
  ...more,
})

const decided = (movements: readonly ReturnType<typeof from>[], matchWithoutSender = false) => {
  const [decision] = decide({
    requests: [juan],
    movements: movements.map((movement, i) => ({ ...movement, id: `m${i}` })),
    settings: { matchWithoutSender },
  })
  if (!decision) throw new Error('no decision')
  return decision
}

interface Row {
  readonly row: number
  readonly movements: readonly ReturnType<typeof from>[]
  readonly outcome: 'matched' | 'ambiguous' | 'not_found'
  /** Movements that a person is asked about. */
  readonly suggested?: readonly string[]
}

const rows: readonly Row[] = [
  { row: 1, movements: [from('JUAN PEREZ')], outcome: 'matched' },
  { row: 2, movements: [from('JUAN PEREZ', { amountMinor: 150_001 })], outcome: 'not_found' },
  { row: 3, movements: [from('JUAN PEREZ', { currency: 'USD' })], outcome: 'not_found' },
  { row: 4, movements: [from('Perez, Juan', { at: '2026-05-10T10:00:00Z' })], outcome: 'matched' },
  { row: 5, movements: [from('Juan Pérez Gómez')], outcome: 'matched' },
  { row: 6, movements: [from('Maria Lopez')], outcome: 'not_found' },
  { row: 7, movements: [from(null)], outcome: 'not_found', suggested: ['m0'] },
  { row: 8, movements: [from('Juan Perez', { at: '2026-05-07T10:00:00.000Z' })], outcome: 'matched' },
  { row: 9, movements: [from('Juan Perez', { at: '2026-05-07T09:59:59.999Z' })], outcome: 'not_found' },
  { row: 10, movements: [from('Juan Perez'), from('Juan Perez')], outcome: 'ambiguous' },
  { row: 11, movements: [from('Juan Perez'), from('Juan Gomez')], outcome: 'matched' },
  { row: 12, movements: [from('Juan Perez'), from(null)], outcome: 'matched' },
  { row: 13, movements: [from('Juan Gomez'), from(null)], outcome: 'not_found', suggested: ['m1'] },
  { row: 14, movements: [from('J. P.')], outcome: 'not_found', suggested: ['m0'] },
]

describe('the worked examples of specification 3.6', () => {
  test.each(rows)('row $row is $outcome', ({ movements, outcome, suggested = [] }) => {
    const decision = decided(movements)

    expect(decision.outcome).toBe(outcome)
    if (decision.outcome === 'matched') expect(decision.movementId).toBe('m0')
    if (decision.outcome === 'not_found')
      expect(decision.suggestions.map(({ movementId }) => movementId)).toEqual(suggested)
  })

  test('with match_without_sender row 7 is matched, and neither row 13 nor row 14', () => {
    const outcomes = rows
      .filter(({ row }) => row === 7 || row === 13 || row === 14)
      .map(({ movements }) => decided(movements, true).outcome)

    expect(outcomes[0]).toBe('matched')
    expect(outcomes[2]).toBe('not_found')
  })

  test('a transfer long after the order was registered is inside the window', () => {
    expect(decided([from('Juan Perez', { at: '2026-07-01T00:00:00Z' })]).outcome).toBe('matched')
  })
})
