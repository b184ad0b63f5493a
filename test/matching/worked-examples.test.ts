import { describe, expect, test } from 'vitest'
import { decide, type MovementText } from './group.ts'

const juan = { name: 'Juan Pérez' }
const from = (sender: string | null, more: Partial<MovementText> = {}): MovementText => ({ sender, ...more })

interface Row {
  readonly row: number
  readonly movements: readonly MovementText[]
  readonly result: 'matched' | 'ambiguous' | 'not_found'
  readonly takes?: string
  readonly score?: number
}

const rows: readonly Row[] = [
  { row: 1, movements: [from('JUAN PEREZ')], result: 'matched', score: 1 },
  { row: 2, movements: [from('JUAN PEREZ', { amountMinor: 150_001 })], result: 'not_found' },
  { row: 3, movements: [from('JUAN PEREZ', { currency: 'USD' })], result: 'not_found' },
  { row: 4, movements: [from('Perez, Juan', { receivedAt: '2026-05-10T10:00:00Z' })], result: 'matched', score: 1 },
  { row: 5, movements: [from('Juan Pérez Gómez')], result: 'matched', score: 0.8 },
  { row: 6, movements: [from('Maria Lopez')], result: 'not_found', score: 0 },
  { row: 7, movements: [from(null)], result: 'matched', score: 0.5 },
  { row: 8, movements: [from('Juan Perez', { receivedAt: '2026-05-07T10:00:00.000Z' })], result: 'matched', score: 1 },
  { row: 9, movements: [from('Juan Perez', { receivedAt: '2026-05-07T09:59:59.999Z' })], result: 'not_found' },
  { row: 10, movements: [from('Juan Perez'), from('Juan Perez')], result: 'ambiguous', score: 1 },
  { row: 11, movements: [from('Juan Perez'), from('Juan Gomez')], result: 'matched', takes: 'm0', score: 1 },
  { row: 12, movements: [from('Juan Perez'), from(null)], result: 'matched', takes: 'm0', score: 1 },
  { row: 13, movements: [from('Juan Gomez'), from(null)], result: 'ambiguous', score: 0.5 },
  { row: 14, movements: [from('J. P.')], result: 'not_found', score: 0 },
]

describe('the worked examples of specification 3.6', () => {
  test.each(rows)('row $row is $result', ({ movements, result, takes = 'm0', score }) => {
    const [decided] = decide([juan], movements)

    expect(decided?.result).toBe(result)
    expect(decided?.movementId).toBe(result === 'matched' ? takes : null)
    expect(decided?.candidates[0]?.score).toBe(score)
  })

  test('row 13 lists both candidates, best first, with their reasons', () => {
    const [decided] = decide([juan], [from('Juan Gomez'), from(null)])

    expect(decided?.candidates).toEqual([
      { id: 'm1', score: 0.5, reason: 'no_sender' },
      { id: 'm0', score: 1 / 3, reason: 'shared_words' },
    ])
  })

  test('a transfer long after the order was registered is inside the window', () => {
    const [decided] = decide([juan], [from('Juan Perez', { receivedAt: '2026-07-01T00:00:00Z' })])

    expect(decided?.result).toBe('matched')
  })
})
