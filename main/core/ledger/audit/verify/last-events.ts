import type { Database } from '../../../db/open.ts'

export interface TrailEvent {
  readonly action: string
  readonly before: unknown
  readonly after: unknown
}

/** The trail of one kind of object: its newest event, and all of an object's events in order. */
export function trailOf(db: Database, entity: string) {
  const ids = db
    .prepare<[string], string>('select distinct entity_id from audit_events where entity = ?')
    .pluck()
    .all(entity)
  const events = db.prepare<[string, string], { action: string; before: string | null; after: string | null }>(
    'select action, before, after from audit_events where entity = ? and entity_id = ? order by seq',
  )
  return {
    ids: new Set(ids),
    eventsOf: (id: string): TrailEvent[] =>
      events.all(entity, id).map(({ action, before, after }) => ({
        action,
        before: before === null ? null : JSON.parse(before),
        after: after === null ? null : JSON.parse(after),
      })),
  }
}

export type Recorded = Readonly<Record<string, unknown>>
export const asObject = (value: unknown): Recorded => (value ?? {}) as Recorded
