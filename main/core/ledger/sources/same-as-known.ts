import type { ItemContent } from './item-row.ts'
import type { KnownLine, StageQueries } from './stage-queries.ts'

interface Asked {
  readonly content: Pick<ItemContent, 'booking_date' | 'amount'>
  /** The bank's own key, while no other line of its file carries it. */
  readonly strongKey: string | null
  readonly fingerprint: string
  readonly occurrence: number
}

/** `fileId` is the line's own file, whose lines are none of those that were there. */
interface Place {
  readonly ledgerId: string
  readonly currency: string
  readonly fileId: string
}

/** The line of another file that a line is (9.3 rules 2 to 6), or what there is to be said of lines that look alike. */
export function sameAsKnown(
  queries: Pick<StageQueries, 'byStrongKey' | 'byFingerprint'>,
  { ledgerId, currency, fileId }: Place,
  { content, strongKey, fingerprint, occurrence }: Asked,
): {
  readonly same: KnownLine | null
  readonly remarks: readonly ('bank_reference_reused' | 'duplicate_source_entry')[]
} {
  const sameKey = strongKey === null ? [] : queries.byStrongKey.all(ledgerId, currency, fileId, strongKey)
  const same = sameKey.find((line) => line.booking_date === content.booking_date && line.amount === content.amount)
  if (same) return { same, remarks: [] }
  const reused = sameKey.length > 0 ? (['bank_reference_reused'] as const) : []
  const samePrint = queries.byFingerprint.all(ledgerId, currency, fileId, fingerprint, occurrence)
  // Where both sides have a key and the keys differ, the lines are two.
  const likeness = samePrint.find((line) => line.strong_key === null || strongKey === null)
  if (likeness) return { same: likeness, remarks: reused }
  return { same: null, remarks: samePrint.length > 0 ? [...reused, 'duplicate_source_entry'] : reused }
}
