import type { Database } from '../../db/open.ts'
import type { Rule } from './types.ts'

export interface RuleRow {
  readonly id: string
  readonly user_id: string
  readonly ledger_id: string | null
  readonly position: number
  readonly origin: Rule['origin']
  readonly state: Rule['state']
  readonly conditions: string
  readonly action: string
  readonly examples: string
  readonly hits: number
  readonly accepted: number
  readonly rejected: number
  readonly recent: string
  readonly last_used_at: number | null
  readonly version: number
  readonly created_at: number
  readonly modified_at: number
}

export const toRule = (row: RuleRow): Rule => ({
  id: row.id,
  userId: row.user_id,
  ledgerId: row.ledger_id,
  position: row.position,
  origin: row.origin,
  state: row.state,
  conditions: JSON.parse(row.conditions) as Rule['conditions'],
  action: JSON.parse(row.action) as Rule['action'],
  examples: JSON.parse(row.examples) as Rule['examples'],
  hits: row.hits,
  accepted: row.accepted,
  rejected: row.rejected,
  recent: row.recent,
  lastUsedAt: row.last_used_at,
  version: row.version,
  createdAt: row.created_at,
  modifiedAt: row.modified_at,
})

export function ruleQueries(db: Database) {
  const put = db.prepare(
    `insert into reconciliation_rules (id, user_id, ledger_id, position, origin, state, conditions, action, examples,
       hits, accepted, rejected, recent, last_used_at, version, created_at, modified_at)
     values (@id, @userId, @ledgerId, @position, @origin, @state, @conditions, @action, @examples, @hits, @accepted,
       @rejected, @recent, @lastUsedAt, @version, @createdAt, @modifiedAt)
     on conflict (id) do update set ledger_id = excluded.ledger_id, position = excluded.position, state = excluded.state,
       conditions = excluded.conditions, action = excluded.action, examples = excluded.examples, hits = excluded.hits,
       accepted = excluded.accepted, rejected = excluded.rejected, recent = excluded.recent,
       last_used_at = excluded.last_used_at, version = excluded.version, modified_at = excluded.modified_at`,
  )
  const byId = db.prepare<[string, string], RuleRow>('select * from reconciliation_rules where user_id = ? and id = ?')
  const ofUser = db.prepare<[string], RuleRow>(
    'select * from reconciliation_rules where user_id = ? order by position, id',
  )
  const hit = db.prepare('update reconciliation_rules set hits = hits + ?, last_used_at = ? where id = ?')
  const place = db.prepare('update reconciliation_rules set position = ? where id = ?')
  const remove = db.prepare('delete from reconciliation_rules where id = ?')
  return {
    put: (rule: Rule) =>
      put.run({
        ...rule,
        conditions: JSON.stringify(rule.conditions),
        action: JSON.stringify(rule.action),
        examples: JSON.stringify(rule.examples),
      }),
    byId(userId: string, id: string): Rule | null {
      const row = byId.get(userId, id)
      return row ? toRule(row) : null
    },
    ofUser: (userId: string) => ofUser.all(userId).map(toRule),
    hit: (id: string, times: number, at: number) => hit.run(times, at, id),
    place: (id: string, position: number) => place.run(position, id),
    remove: (id: string) => remove.run(id),
  }
}
