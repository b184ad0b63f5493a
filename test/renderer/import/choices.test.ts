import { expect, test } from 'vitest'
import { proposeMapping } from '../../../main/core/statements/csv/read-csv.ts'
import { isMinor, withRole, withScale } from '../../../renderer/features/import/choices.ts'
import { memberOf, placesOf } from '../../../renderer/features/import/places.tsx'
import { readFailure } from '../../../renderer/shared/failure.ts'

const mapping = proposeMapping('Date,Text,Amount,Fee,Balance\n2025-04-14,A,-500,10,95.00\n2025-04-15,B,100,0,96.00\n')
const scaled = (found: typeof mapping) => found.columns.filter(({ scale }) => scale === 'minor').map(({ role }) => role)

test('the scale is that of the amounts, and of other numbers only where they are whole', () => {
  const cents = withScale(mapping, true, (column) => column !== 4)
  expect([isMinor(mapping), isMinor(cents), scaled(cents)]).toEqual([false, true, ['amount', 'fee']])
  expect(withScale(cents, false, () => true)).toEqual(mapping)
})

test('a column that becomes the amount takes the scale over, and one that is text loses it', () => {
  const cents = withScale(mapping, true, () => true)
  expect(scaled(withRole(cents, 3, 'Fee', 'amount'))).toContain('amount')
  expect(scaled(withRole(cents, 4, 'Balance', 'remittance'))).not.toContain('remittance')
})

test('places of a refusal are read from both halves; what else stands there is none', () => {
  const fault = { line: 3, code: 'amount_invalid', message: '"x" is not an amount.' }
  const member = { code: 'archive_member', message: 'In the file a/b.csv.', params: { path: 'a/b.csv' } }
  const books = readFailure(422, { code: 'rows_unreadable', message: '', details: [member, fault] })
  const account = readFailure(422, {
    error: '',
    code: 'rows_unreadable',
    details: {
      issues: [
        { ...member, path: 'archive_member' },
        { ...fault, path: 'line 3' },
      ],
    },
  })
  for (const failure of [books, account]) {
    expect(placesOf(failure).map(({ line, code }) => [line, code])).toEqual([
      [null, 'archive_member'],
      [3, 'amount_invalid'],
    ])
    expect(memberOf(failure.issues)).toBe('a/b.csv')
  }
  const same = readFailure(409, { code: 'duplicate_file', message: '', details: { run_id: 'r', file_id: 'f' } })
  expect([placesOf(same), memberOf(same.issues)]).toEqual([[], null])
})
