import type { Database } from '../../db/open.ts'
import { openWorkerConnection } from '../../worker/connection.ts'
import type { TaskContext } from '../../worker/messages.ts'
import { digestLines, type LineDigest } from '../audit/line-digest.ts'
import { concernedItems } from '../discrepancies/concerned.ts'
import { runJobs } from '../runs/run-jobs.ts'
import type { ImportDone, ImportInput, ImportResult } from './types.ts'

/** Keeps what an import came to as a job of its run; call it in the transaction that shows the lines. */
export function keepDone(
  db: Database,
  { target, actor, fileName, mappingId, answers }: ImportInput,
  done: Omit<ImportDone, 'input'>,
): ImportDone {
  const payload: ImportDone = { ...done, input: { fileName, mappingId, answers } }
  runJobs(db).keep({ runId: target.runId, kind: 'import', actor, payload })
  return payload
}

/** What is read of the lines once they are there, for the trail and for the discrepancies; `known` spares reading them. */
export function resultOf(
  db: Database,
  run: { readonly runId: string; readonly ledgerId: string },
  { files, enrichedFiles, isNotification, input: _, ...done }: ImportDone,
  known: ReadonlyMap<string, LineDigest> = new Map(),
): ImportResult {
  return {
    ...done,
    files: files.map((file) => ({ ...file, lines: known.get(file.id) ?? digestLines(db, file.id) })),
    enriched: enrichedFiles.map((fileId) => ({ fileId, lines: digestLines(db, fileId) })),
    concerned: isNotification ? null : concernedItems(db, run),
  }
}

/** What an import came to whose program ended before it was told. */
export async function readDone(
  run: { readonly runId: string; readonly ledgerId: string },
  context: TaskContext,
): Promise<ImportResult> {
  const db = openWorkerConnection(context.dataFile)
  try {
    return resultOf(db, run, runJobs(db).payload(run.runId) as ImportDone)
  } finally {
    db.close()
  }
}
