import type { Database } from '../../../db/open.ts'
import { type AuditContent, genesis, linkHash, type TrailRow } from '../chain.ts'
import type { Fault } from './fault.ts'

const contentOf = (row: TrailRow): AuditContent => ({
  seq: row.seq,
  at: row.at,
  userId: row.user_id,
  actor: row.actor,
  entity: row.entity,
  entityId: row.entity_id,
  runId: row.run_id,
  action: row.action,
  before: row.before,
  after: row.after,
  reason: row.reason,
})

export interface ChainHead {
  readonly seq: number
  readonly hash: string
}

const eventFault = (seq: number, code: Fault['code'], message: string): Fault => ({
  kind: 'event',
  entity: 'audit_event',
  id: String(seq),
  field: null,
  code,
  message,
})

/** Recomputes the chain of the trail from its first event; `anchors` are heads that were seen before (closing packs). */
export function checkChain(db: Database, anchors: readonly ChainHead[]): { faults: Fault[]; head: ChainHead } {
  const faults: Fault[] = []
  const wanted = new Map(anchors.map((anchor) => [anchor.seq, anchor.hash]))
  let head: ChainHead = { seq: 0, hash: genesis }
  for (const row of db.prepare<[], TrailRow>('select * from audit_events order by seq').iterate()) {
    if (row.seq !== head.seq + 1)
      faults.push(
        eventFault(row.seq, 'gap', `audit events ${head.seq + 1} to ${row.seq - 1} are missing: they were deleted`),
      )
    else if (row.previous_hash !== head.hash)
      faults.push(
        eventFault(
          row.seq,
          'broken_link',
          `audit event ${row.seq} does not continue event ${head.seq}: one was changed`,
        ),
      )
    if (linkHash(row.previous_hash, contentOf(row)) !== row.hash)
      faults.push(
        eventFault(
          row.seq,
          'changed',
          `audit event ${row.seq} (${row.action} ${row.entity} ${row.entity_id}) was changed`,
        ),
      )
    const anchored = wanted.get(row.seq)
    if (anchored !== undefined && anchored !== row.hash)
      faults.push(
        eventFault(row.seq, 'changed', `audit event ${row.seq} is not the one that the closing pack was made on`),
      )
    wanted.delete(row.seq)
    head = { seq: row.seq, hash: row.hash }
  }
  for (const seq of wanted.keys())
    faults.push(
      eventFault(seq, 'missing', `audit event ${seq}, on which the closing pack was made, is no longer there`),
    )
  return { faults, head }
}
