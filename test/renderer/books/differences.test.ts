import { expect, test } from 'vitest'
import { changesOf } from '../../../renderer/features/book-history/differences.ts'
import { subjectOf } from '../../../renderer/features/book-history/event-words.ts'

test('only fields that differ are told, of the object itself, and what changes with every write is left out', () => {
  const before = { code: '1810', lockedUntil: '2026-10-31', version: 1, modifiedAt: 1 }
  const after = { code: '1810', lockedUntil: null, version: 2, modifiedAt: 2 }
  expect(changesOf(before, after)).toEqual([{ field: 'lockedUntil', before: '2026-10-31', after: undefined }])

  const match = { match: { status: 'suggested', legs: [1, 2] }, note: 'beside' }
  expect(changesOf(match, { match: { status: 'accepted', legs: [1, 2] } })).toEqual([
    { field: 'status', before: 'suggested', after: 'accepted' },
  ])
})

test('instants are told as dates', () => {
  expect(changesOf({ decidedAt: null }, { decidedAt: Date.parse('2026-11-20T22:00:00Z') })).toEqual([
    { field: 'decidedAt', before: undefined, after: '2026-11-20T22:00:00.000Z' },
  ])
})

test('what began shows what it says, long values cut', () => {
  const made = changesOf(null, { name: 'A', raw: 'x'.repeat(300), nothing: null })
  expect(made.map(({ field }) => field)).toEqual(['name', 'raw'])
  expect(made[1]?.after).toHaveLength(121)
})

test('an event is about what its record names', () => {
  expect(subjectOf({ before: null, after: { code: '1810', description: 'Bank' } })).toBe('1810 Bank')
  const posted = {
    transaction: { description: '' },
    entries: [{ counterpartyName: 'Ana Ruiz', documentNo: 'F-7' }, {}],
  }
  expect(subjectOf({ before: null, after: posted })).toBe('Ana Ruiz · F-7')
  expect(subjectOf({ before: null, after: null })).toBe('')
})
