import { expect, test } from 'vitest'
import { orderedId } from '../../main/core/ordered-id.ts'

test('ids sort in the order they were made, within a millisecond and when the clock goes back', () => {
  const at = Date.parse('2026-05-12T10:00:00Z')
  const ids = [at, at, at - 5000, at + 1, ...Array.from({ length: 10_000 }, () => at + 1)].map(orderedId)
  expect(ids).toEqual(ids.toSorted())
  expect(new Set(ids).size).toBe(ids.length)
})

test('an id is a UUID of version 7 that carries its time', () => {
  const id = orderedId(Date.parse('2100-01-01T00:00:00Z'))
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.parse('2100-01-01T00:00:00Z'))
})
