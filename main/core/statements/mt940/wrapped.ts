/** Text that a bank cut into pieces. Kept in one string with the cuts remembered, so that both joined forms exist. */
export interface Wrapped {
  readonly joined: string
  /** Where a new piece begins in `joined`, ascending, and whether the piece before it was cut because it was full. */
  readonly cuts: readonly { readonly at: number; readonly isFull: boolean }[]
}

/** `full` is the length from which a piece counts as cut by the bank instead of ended by it. */
export function wrap(pieces: readonly string[], full: number): Wrapped {
  let joined = ''
  const cuts: { at: number; isFull: boolean }[] = []
  for (const piece of pieces) {
    const before = cuts.at(-1)?.at ?? 0
    if (joined !== '') cuts.push({ at: joined.length, isFull: joined.length - before >= full })
    joined += piece
  }
  return { joined, cuts }
}

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim()

function sewn(wrapped: Wrapped, from: number, to: number, seam: (isFull: boolean) => string): string {
  let out = ''
  let at = from
  for (const cut of wrapped.cuts) {
    if (cut.at <= at || cut.at >= to) continue
    out += wrapped.joined.slice(at, cut.at) + seam(cut.isFull)
    at = cut.at
  }
  return tidy(out + wrapped.joined.slice(at, to))
}

/** Pieces joined with a blank, for display. */
export const shown = (wrapped: Wrapped, from = 0, to = wrapped.joined.length): string =>
  sewn(wrapped, from, to, () => ' ')

/** Pieces joined without a blank, for the search of references. */
export const searched = (wrapped: Wrapped, from = 0, to = wrapped.joined.length): string =>
  tidy(wrapped.joined.slice(from, to))

/** Joined without a blank where the bank cut a full piece, else with one: for names. */
export const mended = (wrapped: Wrapped, from = 0, to = wrapped.joined.length): string =>
  sewn(wrapped, from, to, (isFull) => (isFull ? '' : ' '))

/** Without the slashes around a value. */
export const bare = (text: string): string =>
  text
    .replace(/\/+$/, '')
    .replace(/^\/+(?=[^/])/, '')
    .trim()
