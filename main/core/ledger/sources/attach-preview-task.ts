import SqliteDatabase from 'better-sqlite3'
import type { TaskContext } from '../../worker/messages.ts'
import { createBatchSorter } from './find-batch.ts'
import { type BatchInput, readBatches } from './read-batches.ts'
import type { Attached } from './types.ts'

/** A batch of a notification with what attaching it would do. */
export interface PreviewedBatch {
  readonly outcome: 'divided' | 'already' | 'decided' | 'unknown' | 'ambiguous'
  readonly bookingDate: string
  /** Signed minor units. */
  readonly amount: number | null
  readonly currency: string
  readonly reference: string | null
  readonly parts: number
  /** Of the first parts. */
  readonly names: readonly string[]
}

export interface AttachPreview {
  readonly formatDetail: string | null
  readonly attached: Attached
  /** The first ones, in the file's order. */
  readonly batches: readonly PreviewedBatch[]
  readonly otherAccounts: readonly { readonly account: string; readonly currency: string | null }[]
}

const shownBatches = 50
const shownNames = 3

/** What attaching a notification to a run would divide, by the code that attaches it. Nothing is stored. */
export async function previewAttach(input: BatchInput, context: TaskContext): Promise<AttachPreview> {
  const db = new SqliteDatabase(context.dataFile, { readonly: true })
  try {
    const sorter = createBatchSorter(db, input.target.runId)
    const batches: PreviewedBatch[] = []
    const read = await readBatches(input, context, (found) => {
      for (const batch of found) {
        const outcome = sorter.sort(batch)
        if (batches.length >= shownBatches) continue
        const { content, bankKey, parts } = batch
        batches.push({
          outcome: typeof outcome === 'string' ? outcome : 'divided',
          bookingDate: content.booking_date,
          amount: content.amount,
          currency: content.currency,
          reference: bankKey,
          parts: parts.length,
          names: parts.flatMap((part) => part.content.counterparty_name ?? []).slice(0, shownNames),
        })
      }
    })
    const { formatDetail } = read.remarks
    return { formatDetail, attached: sorter.counts(read.withoutParts), batches, otherAccounts: read.otherAccounts }
  } finally {
    db.close()
  }
}
