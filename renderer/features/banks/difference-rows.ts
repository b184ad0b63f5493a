import { diffLines, diffWordsWithSpace } from 'diff'

/** A piece of a line; `differs` where the other side has something else. */
export interface Piece {
  readonly text: string
  readonly differs: boolean
}

export interface Line {
  readonly number: number
  readonly pieces: readonly Piece[]
}

/** One row of the side-by-side view: a side is `null` where it has no such line. */
export interface DifferenceRow {
  readonly kind: 'same' | 'changed' | 'added' | 'removed'
  readonly before: Line | null
  readonly after: Line | null
}

/** Rows that belong together: shown, or equal ones that are folded away. */
export interface Stretch {
  readonly folded: boolean
  readonly rows: readonly DifferenceRow[]
}

const linesOf = (text: string): string[] => text.replace(/\n$/, '').split('\n')
/** Another way to end lines, or none at the end of the file, is no difference in what a script does. */
const normal = (code: string): string => `${code.replaceAll('\r\n', '\n').replace(/\n*$/, '')}\n`

/** Two versions line by line; neighbouring removed and added lines stand beside each other with their words compared. */
export function differenceRows(before: string, after: string): DifferenceRow[] {
  const rows: DifferenceRow[] = []
  let left = 0
  let right = 0
  let removed: string[] = []
  const plain = (text: string, number: number): Line => ({ number, pieces: [{ text, differs: false }] })
  const flush = (added: readonly string[]) => {
    for (let i = 0; i < Math.max(removed.length, added.length); i += 1) {
      const [old, fresh] = [removed[i], added[i]]
      if (old !== undefined) left += 1
      if (fresh !== undefined) right += 1
      if (old !== undefined && fresh !== undefined) {
        const [was, is] = comparedWords(old, fresh)
        rows.push({
          kind: 'changed',
          before: { number: left, pieces: was },
          after: { number: right, pieces: is },
        })
      } else if (old !== undefined) rows.push({ kind: 'removed', before: plain(old, left), after: null })
      else if (fresh !== undefined) rows.push({ kind: 'added', before: null, after: plain(fresh, right) })
    }
    removed = []
  }
  for (const { added, removed: gone, value } of diffLines(normal(before), normal(after))) {
    const lines = linesOf(value)
    if (gone) removed = lines
    else if (added) flush(lines)
    else {
      flush([])
      for (const text of lines) {
        left += 1
        right += 1
        rows.push({ kind: 'same', before: plain(text, left), after: plain(text, right) })
      }
    }
  }
  flush([])
  return rows
}

/** Longer lines are compared as a whole: their words would cost more than they show. */
const longestCompared = 500

function comparedWords(before: string, after: string): [Piece[], Piece[]] {
  if (before.length > longestCompared || after.length > longestCompared)
    return [[{ text: before, differs: true }], [{ text: after, differs: true }]]
  const parts = diffWordsWithSpace(before, after)
  const side = (skip: 'added' | 'removed'): Piece[] =>
    parts.filter((part) => !part[skip]).map(({ value, added, removed }) => ({ text: value, differs: added || removed }))
  return [side('added'), side('removed')]
}

/** Folds equal rows that are further than `context` from a difference; a fold hides at least two rows. */
export function stretchesOf(rows: readonly DifferenceRow[], context = 3): Stretch[] {
  const isNear = rows.map(() => false)
  rows.forEach(({ kind }, index) => {
    if (kind === 'same') return
    for (let i = Math.max(0, index - context); i <= Math.min(rows.length - 1, index + context); i += 1) isNear[i] = true
  })
  const stretches: { folded: boolean; rows: DifferenceRow[] }[] = []
  rows.forEach((row, index) => {
    const folded = !isNear[index]
    const last = stretches.at(-1)
    if (last?.folded === folded) last.rows.push(row)
    else stretches.push({ folded, rows: [row] })
  })
  return stretches.map((each) => (each.rows.length < 2 ? { ...each, folded: false } : each))
}
