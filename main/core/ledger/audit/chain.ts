import { createHash } from 'node:crypto'

/** What an audit event says, as it is hashed. */
export interface AuditContent {
  readonly seq: number
  readonly at: number
  readonly userId: string
  readonly actor: string
  readonly entity: string
  readonly entityId: string
  readonly runId: string | null
  readonly action: string
  readonly before: string | null
  readonly after: string | null
  readonly reason: string | null
}

/** An event as it is stored. */
export interface TrailRow {
  readonly seq: number
  readonly at: number
  readonly user_id: string
  readonly actor: string
  readonly entity: string
  readonly entity_id: string
  readonly run_id: string | null
  readonly action: string
  readonly before: string | null
  readonly after: string | null
  readonly reason: string | null
  readonly previous_hash: string
  readonly hash: string
}

/** The hash before the first event. */
export const genesis = '0'.repeat(64)

/** SHA-256 over the previous hash and every field in a fixed order; a JSON array keeps fields apart. */
export const linkHash = (previous: string, event: AuditContent): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        previous,
        event.seq,
        event.at,
        event.userId,
        event.actor,
        event.entity,
        event.entityId,
        event.runId,
        event.action,
        event.before,
        event.after,
        event.reason,
      ]),
    )
    .digest('hex')
