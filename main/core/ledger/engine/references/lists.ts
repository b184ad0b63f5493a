/** Members of a range at most; more is no range of documents. */
const longestRange = 50

const listed = /\s*(?:[/+,&;]|\b(?:und|and|y|et|e|og|och)\b)\s*(\d{1,6})(?![\p{L}\p{N}])/uy
const ranged = /\s*(?:-|–|—|\.\.|\b(?:bis|to|a|al|thru|through|hasta|until)\b)\s*(\d{1,6})(?![\p{L}\p{N}])/uy

export interface Expanded {
  readonly normal: string
  readonly fragment: string
  readonly start: number
  readonly end: number
}

/** "2025-0007/8/9" and "2025-0007 bis 0009": what follows a full number replaces its last digits (6.4). */
export function expandLists(
  text: string,
  place: { readonly start: number; readonly end: number },
  full: string,
): Expanded[] {
  const tail = /\d+$/.exec(full)?.[0] ?? ''
  const written = (digits: string): string | null =>
    digits.length > tail.length ? null : full.slice(0, full.length - digits.length) + digits
  const range = match(ranged, text, place.end)
  if (range) {
    const last = written(range.digits)
    const [from, to] = [BigInt(tail || 0), BigInt(last === null ? 0 : (/\d+$/.exec(last)?.[0] ?? 0))]
    if (last === null || to <= from || to - from > longestRange) return []
    return Array.from({ length: Number(to - from) }, (_, i) => ({
      normal: full.slice(0, full.length - tail.length) + String(from + BigInt(i + 1)).padStart(tail.length, '0'),
      fragment: text.slice(place.start, range.end),
      start: place.end,
      end: range.end,
    }))
  }
  const found: Expanded[] = []
  let at = place.end
  for (let next = match(listed, text, at); next; next = match(listed, text, at)) {
    const normal = written(next.digits)
    if (normal !== null)
      found.push({ normal, fragment: text.slice(next.end - next.digits.length, next.end), start: at, end: next.end })
    at = next.end
  }
  return found
}

function match(pattern: RegExp, text: string, at: number): { digits: string; end: number } | null {
  pattern.lastIndex = at
  const found = pattern.exec(text)
  return found ? { digits: found[1] as string, end: pattern.lastIndex } : null
}
