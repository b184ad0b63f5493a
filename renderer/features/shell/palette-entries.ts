export interface PaletteEntry {
  readonly id: string
  readonly label: string
  readonly about?: string
  /** Key or state, at the right. */
  readonly hint?: string | undefined
  /** Listed only when searched for, so that the open palette stays short. */
  readonly onSearch?: boolean
  readonly run: () => void
}

export interface PaletteGroup {
  readonly title: string
  readonly entries: readonly PaletteEntry[]
}

const mostPerGroup = 8

/** Without accents and case, so that "credito" finds "Crédito". */
export const folded = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** The entries that hold every word of the query, in their order; groups without any are left out. */
export function matching(groups: readonly PaletteGroup[], query: string): PaletteGroup[] {
  const words = folded(query).split(/\s+/).filter(Boolean)
  const fits = ({ label, about = '', onSearch }: PaletteEntry) => {
    if (words.length === 0) return onSearch !== true
    const text = folded(`${label} ${about}`)
    return words.every((word) => text.includes(word))
  }
  return groups
    .map(({ title, entries }) => ({ title, entries: entries.filter(fits).slice(0, mostPerGroup) }))
    .filter(({ entries }) => entries.length > 0)
}
