import { expect, test } from 'vitest'
import { fragmentsOf, type Reason, toldEvidence } from '../../../renderer/features/reconciliation/worklist/evidence.ts'

const id = '01a1fc6e-22cf-7000-9b3c-134463d71dc2'
const reason = (evidence: Reason['evidence']): Reason => ({ code: 'B1', points: 32, text: '', evidence })

test('a number that differs only in its signs is read once', () => {
  const evidence = { references: ['INV-2026-0101', 'INV-2026-0102', 'INV20260101', 'inv 2026 0102'] }
  expect(toldEvidence(reason(evidence))).toEqual(['INV-2026-0101', 'INV-2026-0102'])
})

test('names that differ stay side by side, ids are left out, and both days are told', () => {
  expect(toldEvidence(reason({ line: 'Juan Perez', entry: 'Juan Pérez', id }))).toEqual(['Juan Perez', 'Juan Pérez'])
  expect(toldEvidence(reason({ line: '2026-11-09', entry: '2026-11-09' }))).toEqual(['2026-11-09', '2026-11-09'])
})

test('what is marked in the texts is every fragment, however it was written', () => {
  expect(fragmentsOf([reason({ a: 'A-1' }), reason({ b: ['A1', 'A-1'] })])).toEqual(['A-1', 'A1'])
})
