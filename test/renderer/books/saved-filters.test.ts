import { expect, test } from 'vitest'
import { filterIn, withFilter } from '../../../renderer/features/book-lists/saved-filters-store.ts'

test('a filter of the same name is replaced in its place, another is added at the end', () => {
  const kept = [
    { name: 'Open', query: 'only=open' },
    { name: 'Rent', query: 'q=rent' },
  ]
  expect(withFilter(kept, { name: 'Open', query: 'q=x' })).toEqual([{ name: 'Open', query: 'q=x' }, kept[1]])
  expect(withFilter(kept, { name: 'New', query: 'q=y' })).toEqual([...kept, { name: 'New', query: 'q=y' }])
})

test('only what filters is kept of an address, in one order', () => {
  const address = new URLSearchParams('do=import&q=rent&only=open&row=7&from=')
  expect(filterIn(address, ['only', 'q', 'from'])).toBe('only=open&q=rent')
  expect(filterIn(new URLSearchParams('row=7'), ['q'])).toBe('')
})
