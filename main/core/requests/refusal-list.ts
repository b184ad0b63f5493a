import type { z } from '@hono/zod-openapi'
import type { Database } from '../db/open.ts'
import type { refusalSchema } from '../http/payment-schemas.ts'
import { minorToText } from '../money.ts'
import { iso } from '../time.ts'

export type RefusalItem = z.infer<typeof refusalSchema>

interface Row {
  readonly id: string
  readonly kind: RefusalItem['kind']
  readonly by: string | null
  readonly at: number
  readonly movement_ids: string
}
interface MovementRow {
  readonly id: string
  readonly sender_name: string | null
  readonly amount_minor: number
  readonly currency: string
  readonly received_at: number
}

/** What people have rejected for a request and not taken back, the latest first: whole lists and single suggestions. */
export function refusalLists(db: Database): (requestId: string) => RefusalItem[] {
  const standing = db.prepare(`
    select f.id, 'candidates' as kind, u.email as by, f.at,
           (select json_group_array(p.movement_id) from refused_pairs p where p.refusal_id = f.id) as movement_ids
      from refusals f left join users u on u.id = f.user_id where f.request_id = @requestId
    union all
    select s.id, s.kind, u.email, s.decided_at, s.movement_ids
      from suggestion_requests x join suggestions s on s.id = x.suggestion_id left join users u on u.id = s.decided_by
     where x.request_id = @requestId and s.state = 'rejected'
     order by 4 desc, 1`)
  const movements = db.prepare(`
    select id, sender_name, amount_minor, currency, received_at from movements
     where id in (select value from json_each(?)) order by received_at, id`)

  return (requestId) =>
    (standing.all({ requestId }) as Row[]).map(({ id, kind, by, at, movement_ids }) => ({
      id,
      kind,
      by,
      at: iso(at),
      movements: (movements.all(movement_ids) as MovementRow[]).map(({ amount_minor, received_at, ...rest }) => ({
        ...rest,
        amount: minorToText(amount_minor),
        received_at: iso(received_at),
      })),
    }))
}

/** The refusal that stands against each movement by itself; a rejected group says nothing about its parts. */
export const refusedBy = (refusals: readonly RefusalItem[]): ReadonlyMap<string, RefusalItem> =>
  new Map(
    refusals
      .filter(({ kind, movements }) => kind === 'candidates' || movements.length === 1)
      .flatMap((refusal) => refusal.movements.map(({ id }) => [id, refusal] as const)),
  )
