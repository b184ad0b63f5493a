import { create } from 'zustand'

export interface SavedFilter {
  readonly name: string
  /** The part of the address that is the filter, e.g. `only=open&q=rent`. */
  readonly query: string
}
type ByList = Readonly<Record<string, readonly SavedFilter[]>>

const keyOf = (userId: string) => `reconbanker.filters.${userId}`

function storedFilters(userId: string): ByList {
  try {
    return JSON.parse(localStorage.getItem(keyOf(userId)) ?? '{}') as ByList
  } catch {
    // Edited by hand or cut off: the person begins anew.
    return {}
  }
}

const useByUser = create<Readonly<Record<string, ByList>>>(() => ({}))

const none: readonly SavedFilter[] = []

/** The filters that a person named for a list, remembered on this device. */
export function useSavedFilters(userId: string, list: string): readonly SavedFilter[] {
  const held = useByUser((state) => state[userId])
  return (held ?? storedFilters(userId))[list] ?? none
}

/** Pure: a filter of the same name is replaced, the rest keeps its order. */
export const withFilter = (filters: readonly SavedFilter[], filter: SavedFilter): readonly SavedFilter[] =>
  filters.some(({ name }) => name === filter.name)
    ? filters.map((each) => (each.name === filter.name ? filter : each))
    : [...filters, filter]

function write(userId: string, list: string, change: (filters: readonly SavedFilter[]) => readonly SavedFilter[]) {
  const before = storedFilters(userId)
  const after = { ...before, [list]: change(before[list] ?? []) }
  localStorage.setItem(keyOf(userId), JSON.stringify(after))
  useByUser.setState({ [userId]: after })
}

export const saveFilter = (userId: string, list: string, filter: SavedFilter): void =>
  write(userId, list, (filters) => withFilter(filters, filter))
export const forgetFilter = (userId: string, list: string, name: string): void =>
  write(userId, list, (filters) => filters.filter((each) => each.name !== name))

/** The part of an address that filters, in the order of `names`, so that the same filter is the same text. */
export const filterIn = (params: URLSearchParams, names: readonly string[]): string =>
  new URLSearchParams(
    names.flatMap((name) => {
      const value = params.get(name)
      return value === null || value === '' ? [] : [[name, value]]
    }),
  ).toString()
