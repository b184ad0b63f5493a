import { expect, test } from 'vitest'
import { changesOf } from '../../../renderer/features/book-history/differences.ts'
import { subjectOf } from '../../../renderer/features/book-history/event-words.ts'
import { type FieldWords, fieldText } from '../../../renderer/features/book-history/field-text.ts'

test('only fields that differ are told, of the object itself, and what changes with every write is left out', () => {
  const before = { code: '1810', lockedUntil: '2026-10-31', version: 1, modifiedAt: 1 }
  const after = { code: '1810', lockedUntil: null, version: 2, modifiedAt: 2 }
  expect(changesOf(before, after)).toEqual([{ field: 'lockedUntil', before: '2026-10-31', after: undefined }])

  const match = { match: { status: 'suggested', legs: [1, 2] }, note: 'beside' }
  expect(changesOf(match, { match: { status: 'accepted', legs: [1, 2] } })).toEqual([
    { field: 'status', before: 'suggested', after: 'accepted' },
  ])
})

test('a record in the words of the database has the same fields; what is empty is left out', () => {
  const made = changesOf(null, { file_name: 'a.csv', warnings: '[]', excluded_lines: [], settings: {}, size_bytes: 7 })
  expect(made.map(({ field, after }) => [field, after])).toEqual([
    ['fileName', 'a.csv'],
    ['sizeBytes', 7],
  ])
})

const words: FieldWords = {
  known: (word) => ({ yes: 'sí', no: 'no', accepted: 'aceptada', write_off: 'ajusta' })[word],
  field: (name) => `<${name}>`,
  instant: (at) => `at ${at}`,
  day: (day) => `day ${day}`,
  amount: (minor) => `${minor / 100} EUR`,
  number: (value) => `n${value}`,
  ledger: (id) => (id.startsWith('1') ? '1810 Bank' : undefined),
  several: (count) => `${count} things`,
}
const said = (field: string, value: unknown) => fieldText(field, value, words)

test('values are told as a reader understands them', () => {
  expect(said('status', 'accepted')).toBe('aceptada')
  expect(said('decidedAt', Date.parse('2026-11-20T22:00:00Z'))).toBe('at 2026-11-20T22:00:00.000Z')
  expect(said('lockedUntil', '2026-10-31')).toBe('day 2026-10-31')
  expect(said('difference', -1250)).toBe('-12.5 EUR')
  expect(said('score', 70)).toBe('n70')
  expect(said('unattended', true)).toBe('sí')
  expect(said('closedLedgerId', '11111111-1111-4111-8111-111111111111')).toBe('1810 Bank')
  expect(said('writeOffTransactionId', '21111111-1111-4111-8111-111111111111')).toBe('21111111')
  expect(said('note', null)).toBeUndefined()
})

test('what a person wrote is never taken for a word of the program', () => {
  expect(said('note', 'accepted')).toBe('accepted')
  expect(said('counterpartyName', 'no')).toBe('no')
})

test('lists name what has a name, and count what has none; parts are told one by one; long texts are cut', () => {
  expect(said('aliases', [{ text: 'ACME' }, { text: 'Acme Ltd' }])).toBe('ACME, Acme Ltd')
  expect(said('identifiers', [{ scheme: 'iban', value: 'DE1' }])).toBe('DE1')
  expect(said('legs', [{ side: 'source' }, { side: 'ledger' }])).toBe('2 things')
  expect(said('treatment', { kind: 'write_off', amount: 500, reason: null })).toBe('<kind>: ajusta · <amount>: 5 EUR')
  expect(said('error', 'x'.repeat(300))).toHaveLength(161)
})

test('an event is about what its record names', () => {
  expect(subjectOf({ before: null, after: { code: '1810', description: 'Bank' } })).toBe('1810 Bank')
  const posted = {
    transaction: { description: '' },
    entries: [{ counterpartyName: 'Ana Ruiz', documentNo: 'F-7' }, {}],
  }
  expect(subjectOf({ before: null, after: posted })).toBe('Ana Ruiz · F-7')
  expect(subjectOf({ before: null, after: { conditions: { contains: ['fee', 'comisión'] } } })).toBe('fee · comisión')
  expect(subjectOf({ before: null, after: null })).toBe('')
})
