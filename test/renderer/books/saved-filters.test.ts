import { expect, test } from 'vitest'
import { filterIn } from '../../../renderer/features/book-lists/saved-filters-store.ts'

test('only what filters is kept of an address, in one order', () => {
  const address = new URLSearchParams('do=import&q=rent&only=open&row=7&from=')
  expect(filterIn(address, ['only', 'q', 'from'])).toBe('only=open&q=rent')
  expect(filterIn(new URLSearchParams('row=7'), ['q'])).toBe('')
})
