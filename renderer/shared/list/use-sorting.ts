import { useCallback } from 'react'
import type { Column } from '../table/column.ts'
import { nextSort, readSort, type Sort, sortText } from '../table/sorting.ts'
import { useFilter } from './use-filter.ts'

export interface Sorting {
  readonly sort: Sort | null
  /** The head of a column was pressed. */
  press(key: string): void
}

/** The order of a list stands in the address beside its filter: it can be linked to, saved, and put into a file. */
export function useSorting(columns: readonly Pick<Column<never>, 'sort'>[]): Sorting {
  const { read, write } = useFilter()
  const sort = readSort(read('sort'), columns)
  const [key, order] = [sort?.key, sort?.order]
  const press = useCallback(
    (pressed: string) => {
      const next = nextSort(key === undefined || order === undefined ? null : { key, order }, pressed)
      write('sort', next && sortText(next))
    },
    [key, order, write],
  )
  return { sort, press }
}

/** An order as a list of the program takes it. */
export const sortQuery = (sort: Sort | null): { sort?: string; order?: string } =>
  sort === null ? {} : { sort: sort.key, order: sort.order }
