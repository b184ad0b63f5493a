import { describe, expect, test } from 'vitest'
import { indexDocuments } from '../../../main/core/ledger/engine/references/document-index.ts'
import { findReferences } from '../../../main/core/ledger/engine/references/find-references.ts'
import { hasValidCheck, type Scheme } from '../../../main/core/ledger/engine/references/schemes.ts'
import type { EngineItem } from '../../../main/core/ledger/engine/types.ts'
import { entry, item } from './make.ts'

describe('check digits of structured references (6.4)', () => {
  // Published examples of each scheme, or computed from its rule; the last digit changed is no longer valid.
  test.each<[Scheme, string]>([
    ['iso-11649', 'RF18539007547034'],
    ['swiss', '210000000003139471430009017'],
    ['belgian', '090933755493'],
    ['finnish', '1234561'],
    ['finnish', '13'],
    ['kid', '2345676'],
    ['ocr', '1230'],
    ['danish', '000000000012344'],
    ['dutch', '8000000012345678'],
  ])('%s %s', (scheme, value) => {
    expect(hasValidCheck(scheme, value, 0)).toBe(true)
    const last = (Number(value.at(-1)) + 1) % 10
    expect(hasValidCheck(scheme, `${value.slice(0, -1)}${last}`, 0)).toBe(false)
  })

  test('a model checks the parts it names, and one without checks says nothing', () => {
    expect(hasValidCheck('slovenian', 'SI121236', 0, 'SI12 1236')).toBe(true)
    expect(hasValidCheck('slovenian', 'SI121235', 0, 'SI12 1235')).toBe(false)
    expect(hasValidCheck('croatian', 'HR991236', 0, 'HR99 1236')).toBeUndefined()
  })

  test('the Portuguese check includes the amount', () => {
    const valid = Array.from({ length: 100 }, (_, check) => `119990000012${String(check).padStart(2, '0')}`).filter(
      (value) => hasValidCheck('portuguese', value, 2510) === true,
    )
    expect(valid).toHaveLength(1)
    expect(hasValidCheck('portuguese', valid[0] ?? '', 2511)).toBe(false)
  })
})

const numbers = ['INV-2025-0007', 'INV-2025-0008', 'INV-2025-0009', '7788', '54321', 'AB-900123']
const entries = numbers.map((documentNo, i) => entry(`e${i}`, 10_000, '2026-03-01', { documentNo }))
const index = indexDocuments(entries)
const found = (text: string, more: Partial<EngineItem> = {}) =>
  findReferences(item('i', 10_000, '2026-03-02', { text, ...more }), index, entries).map(
    ({ entry: at, code, fragment }) => `${code} ${numbers[at]} "${fragment}"`,
  )

describe('document numbers in texts (6.4)', () => {
  test.each([
    ['INV-2025-0007', ['R3 INV-2025-0007 "INV-2025-0007"']],
    ['re: inv 2025/0007, thanks', ['R3 INV-2025-0007 "inv 2025/0007"']],
    ['2025/0007', ['R4 INV-2025-0007 "2025/0007"']],
    ['RE20250007', ['R4 INV-2025-0007 "RE20250007"']],
    ['900123', ['R4 AB-900123 "900123"']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  test('a list continues the last full number', () => {
    expect(found('INV-2025-0007/8/9')).toEqual([
      'R3 INV-2025-0007 "INV-2025-0007"',
      'R3 INV-2025-0008 "8"',
      'R3 INV-2025-0009 "9"',
    ])
  })

  test('a range names all between', () => {
    expect(found('INV-2025-0007 bis 0009').map((one) => one.slice(0, 16))).toEqual([
      'R3 INV-2025-0007',
      'R3 INV-2025-0008',
      'R3 INV-2025-0009',
    ])
  })

  test('short numbers behind the letters of the company are weak evidence', () => {
    expect(found('INV 7+8+9')).toEqual(['R5 INV-2025-0007 "7"', 'R5 INV-2025-0008 "8"', 'R5 INV-2025-0009 "9"'])
  })

  test('a number that the bank cut at the end of a line is found in the joined text', () => {
    expect(found('Rechnung INV-2025-00 07', { textJoined: 'Rechnung INV-2025-0007' })).toEqual([
      'R3 INV-2025-0007 "INV-2025-00 07"',
    ])
  })

  test('what is no evidence by itself', () => {
    expect(found('7788')).toEqual(['R5 7788 "7788"'])
    expect(found('54321 Musterstadt')).toEqual(['R5 54321 "54321"'])
    expect(found('D-54321 Musterstadt')).toEqual([])
    expect(found('54321', { amount: 54_321 })).toEqual([])
    expect(found('MREF INV-2025-0007')).toEqual([])
    expect(found('NOTPROVIDED')).toEqual([])
    expect(found('DE89 3704 0044 0532 0130 00')).toEqual([])
  })

  test('a number that two open entries carry does not say which', () => {
    const twice = [
      entry('a', 10_000, '2026-03-01', { documentNo: 'INV-77001' }),
      entry('b', 10_000, '2026-03-01', { documentNo: 'INV-77001' }),
    ]
    const hits = findReferences(item('i', 10_000, '2026-03-02', { text: 'INV-77001' }), indexDocuments(twice), twice)
    expect(hits.map(({ code }) => code)).toEqual(['R5', 'R5'])
  })
})
