import { describe, expect, test } from 'vitest'
import type { Attempt, PairReason } from '../../../renderer/api-types.ts'
import { knownOf, nameMarks } from '../../../renderer/features/requests/name-marks.ts'
import { decisionSentences, reasonSentences } from '../../../renderer/features/requests/reason-sentences.ts'
import { createFormats } from '../../../renderer/shared/formats.ts'
import { textsOf } from '../texts-of.ts'

const words = (language: 'es' | 'en') => ({
  t: textsOf(language),
  formats: createFormats(language === 'es' ? 'es-UY' : 'en-GB'),
})
const hour = 3_600_000

const name: PairReason = {
  code: 'name',
  level: 'likely',
  evidence: [
    { kind: 'agrees', expected: 'José', actual: 'JOSE' },
    { kind: 'agrees', expected: 'Pérez', actual: 'PEREZ' },
    { kind: 'abbreviated', expected: 'María', actual: 'MA' },
    { kind: 'cut', expected: 'Rodríguez', actual: 'RODRI' },
    { kind: 'missing', expected: 'Gómez' },
    { kind: 'contradicts', expected: 'Soto', actual: 'SOSA' },
    { kind: 'noise', actual: 'TRANSF DE' },
  ],
}

describe('reasons', () => {
  test('are plain sentences in both languages, what matters most first', () => {
    const reasons: PairReason[] = [
      { code: 'amount_equal' },
      { code: 'received', afterMs: -50 * hour },
      name,
      { code: 'reference', reference: 'TS-1041', isChecked: false },
    ]
    expect(reasonSentences(reasons, 'UYU', words('en'))).toEqual([
      'Its text names the request TS-1041.',
      'Agrees: José, Pérez.',
      '“MA” is short for “María”.',
      '“RODRI” is “Rodríguez” cut off.',
      'The bank leaves out “Gómez”.',
      '“SOSA” contradicts “Soto”.',
      'Words of the bank: “TRANSF DE”.',
      'The amount is equal.',
      'Received 2 days before the request was registered.',
    ])
    const spanish = reasonSentences(reasons, 'UYU', words('es'))
    expect(spanish).toHaveLength(9)
    expect(spanish[8]).toBe('Llegó 2 días antes de registrarse el pago esperado.')
  })

  test('tell by how much an amount differs', () => {
    expect(reasonSentences([{ code: 'amount_differs', byMinor: -50 }], 'UYU', words('en'))).toEqual([
      '0.50 UYU is missing.',
    ])
    expect(reasonSentences([{ code: 'amount_differs', byMinor: 123_400 }], 'UYU', words('es'))).toEqual([
      'Llegaron 1.234,00 UYU de más.',
    ])
  })
})

describe('a decision', () => {
  const decided = (decision: Attempt['decision'], candidates: unknown[] = [{}]) =>
    decisionSentences(
      { decision, candidates: candidates as Attempt['candidates'] },
      [{ id: 'r', external_id: 'TS-8', sender_name: 'Luis Sosa' }],
      words('en'),
    )

  test('names its rivals', () => {
    expect(decided({ reason: { code: 'counts_differ', requests: 2, movements: 1 }, rivals: [] })).toEqual([
      'Equal requests of one payer: 2; equal transfers: 1. It cannot be told which belong together.',
      'Also waiting for it: TS-8 (Luis Sosa).',
    ])
  })

  test('says that equal ones were paired in order of time', () => {
    expect(decided({ reason: { code: 'interchangeable', count: 2 }, rivals: [] })).toEqual([
      '2 equal requests and 2 equal transfers of one payer: paired in order of time.',
    ])
  })

  test('of a person says nothing, nor one that found nothing at all', () => {
    expect(decided(null)).toEqual([])
    expect(decided({ reason: { code: 'nothing_similar' }, rivals: [] }, [])).toEqual([])
  })
})

test('the marks of a name follow the comparison: short forms agree, words of the bank say nothing', () => {
  expect(nameMarks('TRANSF DE MA. JOSE SOSA', 'María José Soto', knownOf([name]))).toEqual([
    { text: 'TRANSF DE ', agrees: null },
    { text: 'MA. JOSE', agrees: true },
    { text: ' ', agrees: null },
    { text: 'SOSA', agrees: false },
  ])
})
