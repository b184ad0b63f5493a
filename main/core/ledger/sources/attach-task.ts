import { stat } from 'node:fs/promises'
import { commitDurably, openWorkerConnection } from '../../worker/connection.ts'
import type { TaskContext } from '../../worker/messages.ts'
import { fileQueries } from './file-queries.ts'
import { createBatchSorter } from './find-batch.ts'
import { keepDone, resultOf } from './import-done.ts'
import { itemRow } from './item-row.ts'
import { compressedContent } from './keep-content.ts'
import type { PreparedLine } from './prepared-line.ts'
import { readBatches } from './read-batches.ts'
import { stageQueries } from './stage-queries.ts'
import { beginFile } from './staged-file.ts'
import type { ImportInput, ImportResult } from './types.ts'

/**
 * Attaches a notification (camt.054) to a run: the parts of a batch, which its statement booked as one line, become
 * parts of that line (4.3.5 rule 7). No line is added and no balance touched; the parts belong to the notification's file
 * and go with it. All of it becomes visible in one transaction, or nothing.
 */
export async function attachNotification(input: ImportInput, context: TaskContext): Promise<ImportResult> {
  const db = openWorkerConnection(context.dataFile)
  const queries = fileQueries(db)
  let id: string | null = null
  try {
    const { size } = await stat(input.path)
    id = beginFile(db, { member: null, bytes: size, isFirst: true }, input)
    const { target, at } = input
    const place = { runId: target.runId, ledgerId: target.ledgerId, fileId: id, movementId: null, at }
    const { insertItem } = stageQueries(db)
    const sorter = createBatchSorter(db, target.runId)
    const store = (batch: PreparedLine) => {
      const line = sorter.sort(batch)
      if (typeof line === 'string') return
      for (const part of batch.parts)
        insertItem.run(
          itemRow(
            part.content,
            { ...place, statementId: line.statement_id, parentId: line.id },
            { strongKey: null, fingerprint: part.fingerprint, occurrence: line.occurrence },
          ),
        )
    }
    const read = await readBatches(input, context, (batches) =>
      db.transaction(() => batches.forEach(store)).immediate(),
    )
    const content = await compressedContent(input.path)
    context.signal.throwIfAborted()
    const file = {
      id,
      member: null,
      format: 'camt.054',
      imported: 0,
      skippedDuplicates: 0,
      skippedOtherAccount: read.others,
      notBooked: 0,
      warnings: read.remarks.warnings,
      mapping: null,
      appliedMappingId: null,
    }
    const { encoding, sha256 } = read
    const { formatDetail } = read.remarks
    const done = commitDurably(db, () => {
      queries.finish({ ...file, formatDetail, encoding, sha256, excludedLines: [], content })
      return keepDone(db, input, {
        files: [file],
        otherAccounts: read.otherAccounts,
        linked: null,
        questions: [],
        learntSigns: [],
        enrichedFiles: [],
        isNotification: true,
        attached: sorter.counts(read.withoutParts),
      })
    })
    // From here on the file is there, whatever fails.
    id = null
    return resultOf(db, target, done)
  } catch (error) {
    if (id !== null) queries.clear(id)
    throw error
  } finally {
    db.close()
  }
}
