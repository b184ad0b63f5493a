import { describe, expect, test } from 'vitest'
import type { Attempt, Candidate, Reason, RequestDetail, RequestStatus } from '../../../renderer/api-types.ts'
import { attemptSentence, openQuestion } from '../../../renderer/features/requests/attempt-sentence.ts'
import { createFormats } from '../../../renderer/shared/formats.ts'
import { textsOf } from '../texts-of.ts'

const now = Date.parse('2026-05-20T12:00:00Z')

const candidate = (sender_name: string | null, reason: Reason, score: number, change: object = {}) => ({
  bank_transaction_id: `movement of ${sender_name}`,
  sender_name,
  reason,
  score,
  reasons: [],
  amount: '1500.00',
  currency: 'UYU',
  received_at: '2026-05-12T15:00:00Z',
  ...change,
})

const attempt = (result: Attempt['result'], candidates: Attempt['candidates'], change: object = {}): Attempt => ({
  id: 'a',
  request_id: 'r',
  attempt_number: 1,
  result,
  reason: null,
  decision: null,
  candidates,
  selected_transaction_id: null,
  duration_ms: 1,
  created_at: '2026-05-13T10:00:00Z',
  ...change,
})

const words = (language: 'es' | 'en') => ({
  t: textsOf(language),
  formats: createFormats(language === 'es' ? 'es-UY' : 'en-GB'),
  now,
})

const say = (language: 'es' | 'en', value: Attempt) =>
  attemptSentence(value, { amount: '1500.00', currency: 'UYU' }, words(language))

const ask = (language: 'es' | 'en', value: Attempt, status: RequestStatus) =>
  openQuestion({ amount: '1500.00', currency: 'UYU', status, attempts: [value] } as RequestDetail, [], words(language))

const juan = candidate('Juan Pérez', 'same_name', 1)
const gomez = candidate('Juan Pérez Gómez', 'likely_name', 0.8, { received_at: '2026-05-13T15:00:00Z' })

describe('an attempt in a sentence', () => {
  test('an open ambiguity names the candidates and asks', () => {
    const ambiguous = attempt('ambiguous', [juan, gomez])
    expect(ask('en', ambiguous, 'ambiguous')).toBe(
      'Two movements of 1,500.00 UYU fit: Juan Pérez, 12 May and Juan Pérez Gómez, 13 May. Which one is it?',
    )
    expect(ask('es', ambiguous, 'ambiguous')).toBe(
      'Dos movimientos de 1.500,00 UYU encajan: Juan Pérez, 12 may y Juan Pérez Gómez, 13 may. ¿Cuál es?',
    )
  })

  test('a settled ambiguity asks no more', () => {
    expect(say('en', attempt('ambiguous', [juan, gomez]))).not.toContain('Which one')
    expect(ask('en', attempt('not_found', []), 'not_found')).not.toContain('Which one')
  })

  test('many candidates are counted, not listed', () => {
    const many = Array.from({ length: 12 }, (_, i) => candidate(`Payer ${i}`, 'weak_name', 0.5))
    expect(say('en', attempt('ambiguous', many))).toContain('12 movements of 1,500.00 UYU fit')
    expect(say('en', attempt('ambiguous', many))).toContain('and 9 more')
  })

  test('one movement that another request wants just as much', () => {
    expect(say('en', attempt('ambiguous', [juan]))).toBe(
      'One movement of 1,500.00 UYU fits another request just as well: Juan Pérez, 12 May.',
    )
  })

  test('a match says with whom and why', () => {
    const matched = attempt('matched', [gomez], { selected_transaction_id: gomez.bank_transaction_id })
    expect(say('en', matched)).toBe('Matched with Juan Pérez Gómez, 13 May: 1,500.00 UYU, very similar name.')
  })

  test('a match that beat another one says so', () => {
    const matched = attempt('matched', [juan, candidate('Juan Gómez', 'weak_name', 0.33)], {
      selected_transaction_id: juan.bank_transaction_id,
      decision: { reason: { code: 'clear' }, rivals: [] },
    })
    expect(say('en', matched)).toContain('It fits better than another movement.')
    expect(say('en', { ...matched, decision: null }), 'chosen by a person').not.toContain('better')
  })

  test('a match whose movement was not among the candidates', () => {
    expect(say('en', attempt('matched', [], { selected_transaction_id: 'x' }))).toBe(
      'Matched with a movement of 1,500.00 UYU.',
    )
  })

  test('nothing found tells the nearest miss and its reason', () => {
    const near = candidate('Juan Pérez', 'other_amount', 1, { amount: '1500.01' })
    expect(say('en', attempt('not_found', [near]))).toBe(
      'No movement of 1,500.00 UYU fitted. The nearest: 1,500.01 UYU from Juan Pérez, 12 May (another amount).',
    )
    expect(say('en', attempt('not_found', []))).toBe('No movement of 1,500.00 UYU had arrived.')
  })

  test('a sender that the bank does not name', () => {
    expect(say('es', attempt('ambiguous', [juan, candidate(null, 'no_sender', 0.5)]))).toContain('sin remitente')
  })

  test.each([
    ['timeout', 'it took too long'],
    ['system_error', 'the data could not be read or written'],
    ['database is locked', 'database is locked'],
  ])('a failure with reason %j', (reason, words) => {
    expect(say('en', attempt('failed', [], { reason }))).toBe(`The comparison did not end: ${words}.`)
  })
})

test('what came near since the last comparison is named as it stands now', () => {
  const near = {
    sender_name: 'NICOLAS PEREIRA',
    amount: '1500.01',
    currency: 'UYU',
    reason: 'other_amount',
    score: 0.9,
    received_at: '2026-05-12T10:00:00Z',
  } as Candidate
  const request = {
    amount: '1500.00',
    currency: 'UYU',
    status: 'not_found',
    attempts: [attempt('not_found', [])],
    rivals: [],
  } as unknown as RequestDetail
  expect(openQuestion(request, [near], words('en'))).toBe(
    'No movement of 1,500.00 UYU fitted. The nearest: 1,500.01 UYU from NICOLAS PEREIRA, 12 May (another amount).',
  )
  expect(openQuestion(request, [], words('en'))).toBe('No movement of 1,500.00 UYU had arrived.')
})
