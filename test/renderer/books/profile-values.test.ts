import { expect, test } from 'vitest'
import { changedProfile, profileValues } from '../../../renderer/features/book-rules/profile-values.ts'

test('the form begins with what is usual, and that is nothing to keep', () => {
  expect(profileValues({}, 2).windows.days).toEqual([-3, 10])
  expect(changedProfile(profileValues({}, 2), 2, {})).toEqual({})
})

test('only what differs is kept, with what the form does not show; amounts are in the decimals of the ledger', () => {
  const values = profileValues({ days: [-5, 10], groupCandidates: 20, toleranceAbsolute: 150 }, 2)
  expect(values.sums.toleranceAbsolute).toBe('1.50')
  const changed = { ...values, sums: { ...values.sums, toleranceCap: '3,00' } }
  expect(changedProfile(changed, 2, { groupCandidates: 20 })).toEqual({
    groupCandidates: 20,
    days: [-5, 10],
    toleranceAbsolute: 150,
    toleranceCap: 300,
  })
})

test('what cannot be read is not saved', () => {
  const values = profileValues({}, 2)
  expect(changedProfile({ ...values, sums: { ...values.sums, toleranceCap: 'x' } }, 2, {})).toBeNull()
  expect(changedProfile({ ...values, windows: { ...values.windows, days: [5, 3] } }, 2, {})).toBeNull()
})
