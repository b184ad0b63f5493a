import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import type { Database } from '../../../db/open.ts'
import { fileQueries } from '../../sources/file-queries.ts'
import { digestLines, type LineDigest, linesPerBlock } from '../line-digest.ts'
import { differences, type Fault, objectFault } from './fault.ts'
import { asObject, type Recorded, trailOf } from './last-events.ts'

/** Imported files: their row, their kept bytes, and every line and statement that was read from them. */
export function checkSources(db: Database): Fault[] {
  const queries = fileQueries(db)
  const trail = trailOf(db, 'source_file')
  const rows = db
    .prepare<[], { id: string; run_id: string }>(`select id, run_id from source_files where status = 'processed'`)
    .all()
  const faults: Fault[] = []
  const present = new Set<string>()
  const atWork = runsAtWork(db)
  for (const { id, run_id: runId } of rows) {
    present.add(id)
    if (atWork.has(runId)) continue
    const last = trail.ids.has(id)
      ? trail.eventsOf(id).findLast(({ action }) => action === 'import' || action === 'enrich')
      : undefined
    if (!last) {
      faults.push(objectFault('source_file', id, 'not_recorded', 'was imported without a trace in the trail'))
      continue
    }
    const { lines, ...recorded } = asObject(last.after)
    // A saved mapping may be removed; the file then no longer names it.
    faults.push(...differences('source_file', id, recorded, asObject(queries.byId(runId, id)), ['mapping_id']))
    faults.push(...contentFaults(queries.content(id), id, recorded))
    if (lines) faults.push(...lineFaults(db, id, lines as LineDigest))
  }
  for (const id of trail.ids) {
    const last = trail.eventsOf(id).at(-1)
    const isGone = last?.action === 'delete' || last?.action === 'fail'
    const runId = String(asObject(last?.after).run_id)
    if (
      !present.has(id) &&
      !isGone &&
      !atWork.has(runId) &&
      db.prepare('select 1 from reconciliation_runs where id = ?').get(runId)
    )
      faults.push(objectFault('source_file', id, 'missing', 'is gone without a deletion in the trail'))
  }
  return faults
}

/** Runs whose files come or go right now: the trail is told at the end of it. */
function runsAtWork(db: Database): ReadonlySet<string> {
  const hasJobs = db.prepare(`select 1 from sqlite_master where type = 'table' and name = 'run_jobs'`).get()
  return new Set(hasJobs ? db.prepare<[], string>('select run_id from run_jobs').pluck().all() : [])
}

function contentFaults(content: Buffer | null, id: string, recorded: Recorded): Fault[] {
  if (content === null) return []
  let hash = 'unreadable'
  try {
    hash = createHash('sha256').update(gunzipSync(content)).digest('hex')
  } catch {
    // Bytes that do not unpack are changed bytes: the hash above says so.
  }
  return differences('source_file', id, { content: recorded.upload_sha256 }, { content: hash })
}

function lineFaults(db: Database, id: string, recorded: LineDigest): Fault[] {
  const found = digestLines(db, id)
  const faults: Fault[] = []
  if (recorded.count !== found.count)
    faults.push(objectFault('source_file', id, 'changed', `has ${found.count} lines, recorded were ${recorded.count}`))
  else
    for (const [at, hash] of recorded.blocks.entries())
      if (hash !== found.blocks[at])
        faults.push(objectFault('source_file', id, 'changed', `has a changed line among ${placeOf(at, found.count)}`))
  for (const statement of new Set([...Object.keys(recorded.statements), ...Object.keys(found.statements)]))
    if (recorded.statements[statement] !== found.statements[statement])
      faults.push(objectFault('statement', statement, 'changed', 'is not as it was imported'))
  return faults
}

const placeOf = (block: number, count: number) =>
  `lines ${block * linesPerBlock + 1} to ${Math.min(count, (block + 1) * linesPerBlock)} of the file`

const decided = [
  'closedLedgerId',
  'closedReason',
  'closedNote',
  'closedAt',
  'closedBy',
  'closedAmount',
  'closingTransactionId',
] as const

/** Closings of lines: who closed what, why, to which ledger. */
export function checkClosings(db: Database): Fault[] {
  const trail = trailOf(db, 'item')
  const rows = db
    .prepare<[], Recorded & { id: string }>(
      `select id, closed_ledger_id as closedLedgerId, closed_reason as closedReason, closed_note as closedNote,
         closed_at as closedAt, closed_by as closedBy, closed_amount as closedAmount,
         closing_transaction_id as closingTransactionId
       from source_entries
       where closed_at is not null or closed_reason is not null or closed_ledger_id is not null
         or id in (select entity_id from audit_events where entity = 'item')`,
    )
    .all()
  return rows.flatMap(({ id, ...found }) => {
    const last = trail.ids.has(id)
      ? trail.eventsOf(id).findLast(({ action }) => action === 'close' || action === 'reopen')
      : undefined
    const state = asObject(last?.after)
    const recorded = Object.fromEntries(decided.map((name) => [name, state[name] ?? null]))
    return differences('item', id, recorded, found)
  })
}
