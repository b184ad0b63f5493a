import type { Store } from '../../db/store.ts'
import type { Clock } from '../../ports.ts'
import { type AuditContent, genesis, linkHash } from './chain.ts'

/** Who does something: the user whose books they are, and how the trail calls them. */
export interface Actor {
  readonly userId: string
  /** E-mail of the person, or `engine` for what the program did by itself. */
  readonly name: string
}

export interface AuditEntry {
  readonly actor: Actor
  readonly entity: string
  readonly entityId: string
  readonly runId?: string | null
  readonly action: string
  /** The object before and after as it is kept; absent for what began or ended. */
  readonly before?: unknown
  readonly after?: unknown
  readonly reason?: string | null
}

/** An event as it was recorded, with its objects read back. */
export interface RecordedEvent {
  readonly seq: number
  readonly entity: string
  readonly entityId: string
  readonly action: string
  readonly before: unknown
  readonly after: unknown
}

export interface Audit {
  /** Appends one event and answers its number. Call it inside the `store.write` of what it records. */
  record(entry: AuditEntry): number
  /** The newest event of an object with one of these actions. */
  last(entity: string, entityId: string, actions: readonly string[]): RecordedEvent | null
}

export interface EventRow {
  readonly seq: number
  readonly entity: string
  readonly entity_id: string
  readonly action: string
  readonly before: string | null
  readonly after: string | null
}

export const readEvent = (row: EventRow): RecordedEvent => ({
  seq: row.seq,
  entity: row.entity,
  entityId: row.entity_id,
  action: row.action,
  before: row.before === null ? null : JSON.parse(row.before),
  after: row.after === null ? null : JSON.parse(row.after),
})

export interface AuditDeps {
  readonly store: Store
  readonly now: Clock
  /** Called once what was recorded is on disk. */
  readonly onRecorded: (entry: AuditEntry) => void
}

const text = (value: unknown): string | null => (value === undefined || value === null ? null : JSON.stringify(value))

/** The append-only trail of everything done in the books half (3.9), each event chained to the one before. */
export function createAudit({ store, now, onRecorded }: AuditDeps): Audit {
  const last = store.db.prepare<[], { seq: number; hash: string }>(
    'select seq, hash from audit_events order by seq desc limit 1',
  )
  const append = store.db.prepare(
    `insert into audit_events (seq, at, user_id, actor, entity, entity_id, run_id, action, before, after, reason,
       previous_hash, hash)
     values (@seq, @at, @userId, @actor, @entity, @entityId, @runId, @action, @before, @after, @reason,
       @previous, @hash)`,
  )
  const newest = store.db.prepare<[string, string, string], EventRow>(
    `select seq, entity, entity_id, action, before, after from audit_events
     where entity = ? and entity_id = ? and action in (select value from json_each(?)) order by seq desc limit 1`,
  )
  return {
    last(entity, entityId, actions) {
      const row = newest.get(entity, entityId, JSON.stringify(actions))
      return row ? readEvent(row) : null
    },
    record: (entry) =>
      store.write(() => {
        const { actor, entity, entityId, runId, action, before, after, reason } = entry
        const { seq, hash: previous } = last.get() ?? { seq: 0, hash: genesis }
        const event: AuditContent = {
          seq: seq + 1,
          at: now(),
          userId: actor.userId,
          actor: actor.name,
          entity,
          entityId,
          runId: runId ?? null,
          action,
          before: text(before),
          after: text(after),
          reason: reason ?? null,
        }
        append.run({ ...event, previous, hash: linkHash(previous, event) })
        store.afterCommit(() => onRecorded(entry))
        return event.seq
      }),
  }
}
