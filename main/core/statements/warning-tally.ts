import type { ReadEvent } from './types.ts'

/** Counts remarks that may come with every line, and keeps the first place of each. */
export class WarningTally {
  private readonly seen = new Map<string, { line: number; count: number }>()

  add(code: string, line: number): void {
    const known = this.seen.get(code)
    if (known) known.count += 1
    else this.seen.set(code, { line, count: 1 })
  }

  /** One warning for each code that occurred, in the order of their first places. */
  warnings(words: Readonly<Record<string, string>>): ReadEvent[] {
    return [...this.seen].map(([code, { line, count }]) => ({
      kind: 'warning',
      warning: { code, message: words[code] ?? code, line, count },
    }))
  }
}
