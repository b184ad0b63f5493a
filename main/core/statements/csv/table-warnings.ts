import type { StatementWarning } from '../types.ts'
import type { ReadRows } from './items.ts'

/** What was taken otherwise than it is written in a table, and what was left out by request. */
export function warningsOf({ counts, items }: ReadRows, excluded: readonly number[]): StatementWarning[] {
  const warnings: StatementWarning[] = []
  const line = items[0]?.row.line ?? 1
  if (counts.bookingInferred > 0)
    warnings.push({
      code: 'booking_date_inferred',
      message: 'Lines without a booking date carry their value date instead.',
      line,
      count: counts.bookingInferred,
    })
  if (counts.valueAdjusted > 0)
    warnings.push({
      code: 'value_date_adjusted',
      message: "Value dates past the month's end were set to its last day.",
      count: counts.valueAdjusted,
    })
  if (counts.valueUnread > 0)
    warnings.push({
      code: 'value_date_unread',
      message: 'Some value dates could not be read and were left out.',
      count: counts.valueUnread,
    })
  if (excluded.length > 0)
    warnings.push({
      code: 'lines_excluded',
      params: { lines: excluded.slice(0, 20).join(', ') },
      message: `Excluded by request: line ${excluded.slice(0, 20).join(', ')}.`,
      line: excluded[0] ?? 1,
      count: excluded.length,
    })
  return warnings
}
