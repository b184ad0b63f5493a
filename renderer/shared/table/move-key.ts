/** Where a key moves the mark in a list of `total` rows; `null` when it is no key of the list. */
export function moved(key: string, at: number, total: number, perView: number): number | null {
  if (total === 0) return null
  const to = (index: number) => Math.max(0, Math.min(total - 1, index))
  switch (key) {
    case 'j':
    case 'ArrowDown':
      return to(at + 1)
    case 'k':
    case 'ArrowUp':
      return to(at === -1 ? 0 : at - 1)
    case 'PageDown':
      return to(at + perView)
    case 'PageUp':
      return to(at - perView)
    case 'Home':
      return 0
    case 'End':
      return total - 1
    default:
      return null
  }
}
