import { setTimeout } from 'node:timers/promises'
import type { Database } from '../../db/open.ts'
import { commitDurably, openWorkerConnection } from '../../worker/connection.ts'
import type { TaskContext } from '../../worker/messages.ts'
import { restMs } from '../discrepancies/sweep-task.ts'
import { removeLines } from '../sources/remove-lines.ts'
import { usedElsewhere } from './used-elsewhere.ts'

const rowsPerTransaction = 200

const removing = JSON.stringify({ code: 'removing', message: 'The run is being deleted.' })

/**
 * Takes away most of what a run that is deleted consists of, some rows at a time; the run itself goes at the end. Answers
 * the run that uses lines of it: then nothing goes.
 */
export async function emptyRun({ runId }: { readonly runId: string }, context: TaskContext): Promise<string | null> {
  const db = openWorkerConnection(context.dataFile)
  try {
    const usedBy = usedElsewhere(db)
    // Nobody sees, or decides about, lines of a file that is not processed.
    const hide = db.prepare(`update source_files set status = 'failed', error = ? where run_id = ?`)
    const user = commitDurably(db, () => {
      const other = usedBy(runId)
      if (other === null) hide.run(removing, runId)
      return other
    })
    if (user !== null) return user
    const steps = [removeLines(db, 'run_id'), ...['ledger_matches', 'discrepancies'].map((table) => remover(db, table))]
    for (const step of steps) while (db.transaction(() => step(runId)).immediate() > 0) await setTimeout(restMs)
    return null
  } finally {
    db.close()
  }
}

const remover = (db: Database, table: string) => {
  const remove = db.prepare(
    `delete from ${table} where id in (select id from ${table} where run_id = ? limit ${rowsPerTransaction})`,
  )
  return (runId: string): number => remove.run(runId).changes
}
