import { expect, test } from 'vitest'
import { type Column, fileColumns } from '../../../renderer/shared/table/column.ts'
import { markPlace, unmarked } from '../../../renderer/shared/table/mark-place.ts'
import { nextSort, readSort, sortedRows, sortText } from '../../../renderer/shared/table/sorting.ts'

interface Row {
  readonly id: string
  readonly amount: bigint | null
}
const cell = () => null
const columns: Column<Row>[] = [
  { id: 'name', header: 'Name', width: '1fr', sort: 'name', by: ({ id }) => id, file: 'name', cell },
  {
    id: 'amount',
    header: 'Amount',
    width: '1fr',
    sort: 'amount',
    by: ({ amount }) => amount,
    file: 'amount fee',
    cell,
  },
  { id: 'due', header: 'Due', width: '1fr', optional: true, file: 'due', cell },
  { id: 'mark', header: 'Mark', width: '1fr', cell },
]
const rows: Row[] = [
  { id: '10', amount: 5n },
  { id: '9', amount: null },
  { id: 'b', amount: -20n },
]
const ids = (list: readonly Row[]) => list.map(({ id }) => id)

test('the head of a column leads up, down, and back to the order of the list', () => {
  const up = nextSort(null, 'amount')
  expect(up).toEqual({ key: 'amount', order: 'asc' })
  const down = nextSort(up, 'amount')
  expect(down).toEqual({ key: 'amount', order: 'desc' })
  expect(nextSort(down, 'amount')).toBeNull()
  expect(nextSort(down, 'name')).toEqual({ key: 'name', order: 'asc' })
})

test('an order is read from the address as it was written, and only where a column has it', () => {
  for (const order of ['asc', 'desc'] as const)
    expect(readSort(sortText({ key: 'amount', order }), columns)).toEqual({ key: 'amount', order })
  expect(readSort('due', columns)).toBeNull()
  expect(readSort(null, columns)).toBeNull()
  expect(readSort('-', columns)).toBeNull()
})

test('rows that the screen holds are sorted by value: numbers as numbers, what is missing last', () => {
  expect(ids(sortedRows(rows, columns, { key: 'name', order: 'asc' }))).toEqual(['9', '10', 'b'])
  expect(ids(sortedRows(rows, columns, { key: 'amount', order: 'asc' }))).toEqual(['b', '10', '9'])
  expect(ids(sortedRows(rows, columns, { key: 'amount', order: 'desc' }))).toEqual(['9', '10', 'b'])
  expect(sortedRows(rows, columns, null)).toBe(rows)
})

test('a file has the columns that the person sees, whatever the width', () => {
  expect(fileColumns(columns, {})).toBe('name,amount,fee')
  expect(fileColumns(columns, { amount: false, due: true })).toBe('name,due')
  // The first column cannot be hidden.
  expect(fileColumns(columns, { name: false })).toBe('name,amount,fee')
  expect(fileColumns(columns.slice(3), {})).toBeUndefined()
})

test('the mark stays with its row when others come and go above it', () => {
  const at = (list: readonly Row[]) => (index: number) => list[index]
  const idOf = ({ id }: Row) => id
  const mark = { index: 1, id: '9' }
  expect(markPlace(mark, at(rows), idOf)).toBe(1)
  expect(markPlace(mark, at([{ id: 'new', amount: 1n }, ...rows]), idOf)).toBe(2)
  expect(markPlace(mark, at(rows.slice(1)), idOf)).toBe(0)
  // It is gone: its place stays marked.
  expect(markPlace(mark, at(rows.filter(({ id }) => id !== '9')), idOf)).toBe(1)
  expect(markPlace(unmarked, at(rows), idOf)).toBe(-1)
})
