import type { Database } from '../../db/open.ts'
import { strongKeyOf } from '../../statements/identity.ts'
import { attachQueries, type DividableLine } from './attach-queries.ts'
import type { PreparedLine } from './prepared-line.ts'
import type { Attached } from './types.ts'

/** Why a batch divides no line of the run. */
type Missed = 'already' | 'decided' | 'unknown' | 'ambiguous'

/** What becomes of one batch: the line that it divides, or why there is none. */
export type BatchOutcome = DividableLine | Missed

/** The line of the run that a batch is: by the bank's reference, else by date and amount where only one has them. */
function batchFinder(db: Database, runId: string) {
  const queries = attachQueries(db)
  const taken = new Set<string>()
  const only = (lines: readonly DividableLine[]): BatchOutcome | null => {
    const [line, ...more] = lines
    if (!line) return null
    if (more.length > 0) return 'ambiguous'
    if (line.is_divided === 1 || taken.has(line.id)) return 'already'
    return line.is_decided === 1 ? 'decided' : line
  }
  function find({ content, bankKey }: PreparedLine): BatchOutcome {
    const { currency, amount, booking_date: day } = content
    if (amount === null) return 'unknown'
    const named = bankKey === null ? null : only(queries.byReference(runId, currency, amount, bankKey))
    if (named !== null && named !== 'ambiguous') return named
    const sameDay = queries.byDay(runId, currency, amount, day)
    // A line with another reference of the bank is another line.
    const free = sameDay.filter((line) => bankKey === null || isSameOrNone(line.bank_reference, bankKey))
    return only(free) ?? 'unknown'
  }
  return (batch: PreparedLine): BatchOutcome => {
    const found = find(batch)
    if (typeof found !== 'string') taken.add(found.id)
    return found
  }
}

const isSameOrNone = (reference: string | null, key: string): boolean =>
  reference === null || reference === key || strongKeyOf({ bankReference: reference }) === null

/** Settles one batch after the other and counts what becomes of them; a line is divided once. */
export function createBatchSorter(db: Database, runId: string) {
  const counts = { divided: 0, parts: 0, already: 0, decided: 0, unknown: 0, ambiguous: 0 }
  const find = batchFinder(db, runId)
  return {
    counts: (withoutParts: number): Attached => ({ ...counts, without_parts: withoutParts }),
    sort(batch: PreparedLine): BatchOutcome {
      const found = find(batch)
      if (typeof found === 'string') counts[found] += 1
      else {
        counts.divided += 1
        counts.parts += batch.parts.length
      }
      return found
    },
  }
}
