import { api } from '../../api.ts'
import { createResource } from '../../shared/resource.ts'
import type { SavedFilter } from './books-api.ts'

/** The filters that a person named, by list. */
export const savedFilters = createResource<readonly SavedFilter[]>(api.bookWork.savedFilters)

export async function saveFilter(list: string, filter: SavedFilter): Promise<void> {
  savedFilters.set(list, await api.bookWork.saveFilter(list, filter))
}

export async function forgetFilter(list: string, name: string): Promise<void> {
  await api.bookWork.forgetFilter(list, name)
  await savedFilters.load(list)
}

/** The part of an address that filters, in the order of `names`, so that the same filter is the same text. */
export const filterIn = (params: URLSearchParams, names: readonly string[]): string =>
  new URLSearchParams(
    names.flatMap((name) => {
      const value = params.get(name)
      return value === null || value === '' ? [] : [[name, value]]
    }),
  ).toString()
