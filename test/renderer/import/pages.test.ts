import { expect, it } from 'vitest'
import { daysOfPage, shownDays } from '../../../renderer/features/import/store.ts'

it('turns back by whole pages that meet without a gap', () => {
  expect(daysOfPage(0, '2026-11-21')).toEqual({ from: '2026-09-13', to: '2026-11-21' })
  expect(daysOfPage(1, '2026-11-21')).toEqual({ from: '2026-07-05', to: '2026-09-12' })
  const { from, to } = daysOfPage(5, '2026-03-01')
  expect((Date.parse(to) - Date.parse(from)) / 86_400_000).toBe(shownDays - 1)
})
