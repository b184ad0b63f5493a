import type { StatementFault } from '../statements/failure.ts'
import type { StatementWarning } from '../statements/types.ts'
import type { TaskContext } from '../worker/messages.ts'
import type { KnownLines } from './known-lines.ts'
import type { LineTable } from './line-table.ts'
import { createResolver, type DaysAnswer } from './resolve-lines.ts'

export interface Told {
  /** Nothing was there that a line could be. */
  readonly isAllNew: boolean
  readonly warnings: readonly StatementWarning[]
  /** Days of which files of two kinds tell different amounts (9.3 rule 7). */
  readonly differing: readonly StatementFault[]
}

/** Tells every line of a table from what is there, and writes into the table which ones are. `files` were read into it. */
export function tellLines(
  table: LineTable,
  known: KnownLines,
  answer: DaysAnswer,
  files: number,
  context: Pick<TaskContext, 'signal' | 'progress'>,
): Told {
  // Lines of one file are never the same line: each has its number among equal ones.
  if (files <= 1 && !known.hasAny()) return { isAllNew: true, warnings: [], differing: [] }
  const resolver = createResolver(known, answer)
  table.index()
  let done = 0
  for (const day of table.days()) {
    const lines = table.ofDay(day)
    const resolutions = resolver.day(lines)
    for (const [at, resolution] of resolutions.entries())
      if (resolution.outcome === 'known') table.settle(lines[at]?.n ?? 0, resolution)
    done += lines.length
    context.progress({ step: 'comparing', done, of: table.count, rows: table.count })
    context.signal.throwIfAborted()
  }
  for (const day of table.valueDays()) {
    const lines = table.newOfValueDay(day)
    const found = resolver.valueDay(lines)
    for (const line of lines) {
      const resolution = found.get(line)
      if (resolution) table.settle(line.n, resolution)
    }
  }
  return { isAllNew: false, warnings: resolver.warnings, differing: resolver.differing }
}
