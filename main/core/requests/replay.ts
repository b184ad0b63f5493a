import { setImmediate as nextTurn } from 'node:timers/promises'
import type { z } from '@hono/zod-openapi'
import type { Accounts } from '../accounts/types.ts'
import type { AliasBook } from '../aliases/types.ts'
import type { Database } from '../db/open.ts'
import { missing } from '../errors.ts'
import { decide } from '../matching/assignment/decide.ts'
import { type Pool, poolsOf } from '../matching/assignment/groups.ts'
import { windowMs } from '../matching/assignment/limits.ts'
import { createReferenceFinder } from '../matching/assignment/references.ts'
import type { Aliases, DecideSettings, Decision, FreeMovement, OpenRequest } from '../matching/assignment/types.ts'
import { createNameReader } from '../matching/prepared-names.ts'
import { minorToText } from '../money.ts'
import { decideSettings } from './evaluation.ts'
import { freeColumns } from './evaluation-queries.ts'
import { knownPayers } from './known-payers.ts'
import { refusalBook } from './refusals.ts'
import type { replaySchema } from './replay-schema.ts'
import type { RequestStatus } from './types.ts'

export type ReplayResult = z.infer<typeof replaySchema>
type ReplayChange = ReplayResult['changes'][number]

export interface ReplayInput {
  readonly acceptance?: number | null | undefined
  readonly margin?: number | null | undefined
  readonly matchWithoutSender?: boolean | undefined
  /** Looked at as if it were switched the other way. */
  readonly aliasId?: string | undefined
}

interface PastRequest extends OpenRequest {
  readonly status: RequestStatus
  /** What a person chose for it, if a person did. */
  readonly chosen: string | null
  /** What a person said that it is not. */
  readonly refused: readonly string[]
}

const mostRequests = 10_000
const mostMovements = 100_000
const mostListed = 200
/** Movements read and time spent deciding before others get their turn. */
const rowsAtOnce = 2000
const turnMs = 10

/**
 * What the engine would decide over the stored history with other settings, beside what it would decide with those in
 * force. Writes nothing; people's decisions are left out of both and shown beside the differences.
 */
export function createReplay(deps: {
  readonly db: Database
  readonly accounts: Pick<Accounts, 'owned' | 'settings'>
  readonly aliases: Pick<AliasBook, 'inUse'>
}): (userId: string, accountId: string, input: ReplayInput) => Promise<ReplayResult> {
  const { db, accounts, aliases } = deps
  const refusals = refusalBook(db)
  const payers = knownPayers(db)
  const past = db.prepare(`
    select r.id, r.external_id as externalId, r.sender_name as name, r.amount_minor as amountMinor, r.currency,
           r.created_at as createdAt, r.status,
           (select x.bank_transaction_id from matches x
             where x.request_id = r.id and x.undone_at is null and x.matched_by = 'manual' and x.split_id is null) as chosen
      from requests r where r.account_id = ? and r.status <> 'cancelled' order by r.created_at desc, r.id limit ${mostRequests}`)
  const movements = db.prepare(`
    select ${freeColumns} from movements where account_id = @accountId and received_at >= @since
       and (received_at, id) > (@lastAt, @lastId) order by received_at, id limit ${rowsAtOnce}`)
  const aliasKeys = db.prepare(
    'select customer_key as customer, payer_key as payer from aliases where id = ? and account_id = ?',
  )

  async function movementsSince(accountId: string, since: number): Promise<FreeMovement[]> {
    const all: FreeMovement[] = []
    for (let last: FreeMovement | undefined; all.length < mostMovements; ) {
      const where = { accountId, since, lastAt: last?.receivedAt ?? since - 1, lastId: last?.id ?? '' }
      const rows = movements.all(where) as FreeMovement[]
      for (const row of rows) all.push(row)
      if (rows.length < rowsAtOnce) break
      last = rows.at(-1)
      await nextTurn()
    }
    return all
  }

  /** The aliases in force, with the one in question switched the other way. */
  function otherAliases(accountId: string, inForce: Aliases, aliasId: string): Aliases {
    const found = aliasKeys.get(aliasId, accountId) as { customer: string; payer: string } | undefined
    if (!found) throw missing('alias.missing', 'Alias not found')
    const payers = new Set(inForce.get(found.customer))
    if (!payers.delete(found.payer)) payers.add(found.payer)
    return new Map([...inForce, [found.customer, payers]])
  }

  return async (userId, accountId, input) => {
    accounts.owned(userId, accountId)
    const inForce = { settings: decideSettings(accounts.settings(accountId)), aliases: aliases.inUse(accountId) }
    const tried = {
      settings: { ...inForce.settings, ...changed(input) },
      aliases: input.aliasId === undefined ? inForce.aliases : otherAliases(accountId, inForce.aliases, input.aliasId),
    }
    const refused = Map.groupBy(refusals.ofAccount(accountId), ({ requestId }) => requestId)
    const requests = (past.all(accountId) as Omit<PastRequest, 'refused'>[]).map(
      (request): PastRequest => ({
        ...request,
        refused: (refused.get(request.id) ?? []).map(({ movementId }) => movementId),
      }),
    )
    const oldest = requests.at(-1)?.createdAt ?? 0
    const arrived = requests.length === 0 ? [] : await movementsSince(accountId, oldest - windowMs)
    const references = createReferenceFinder(requests.map(({ externalId }) => externalId))
    const common = { references, prepare: createNameReader(), knowledge: payers(accountId) }

    const byId = new Map(requests.map((request) => [request.id, request]))
    const senders = new Map(arrived.map(({ id, sender }) => [id, sender]))
    const counts = { newly_matched: 0, no_longer_matched: 0, other_movement: 0, otherwise: 0, against_person: 0 }
    const changes: ReplayChange[] = []
    let turnEnds = performance.now() + turnMs
    for (const pool of poolsOf(requests, arrived)) {
      compare(pool)
      if (performance.now() < turnEnds) continue
      await nextTurn()
      turnEnds = performance.now() + turnMs
    }
    return {
      requests: requests.length,
      movements: arrived.length,
      changed: counts.newly_matched + counts.no_longer_matched + counts.other_movement + counts.otherwise,
      ...counts,
      changes: changes.slice(0, mostListed),
    }

    function compare(pool: Pool): void {
      const before = decide({ ...pool, ...common, ...inForce })
      const after = new Map(decide({ ...pool, ...common, ...tried }).map((decision) => [decision.requestId, decision]))
      for (const was of before) {
        const is = after.get(was.requestId) as Decision
        const request = byId.get(was.requestId) as PastRequest
        if (isSame(was, is)) continue
        counts[kindOf(was, is)]++
        const isAgainst = isAgainstPerson(request, movementOf(is))
        if (isAgainst) counts.against_person++
        changes.push({
          request: {
            id: request.id,
            external_id: request.externalId,
            status: request.status,
            amount: minorToText(request.amountMinor),
            currency: request.currency,
            sender_name: request.name,
          },
          before: shown(was),
          after: shown(is),
          against_person: isAgainst,
        })
      }
    }

    function shown(decision: Decision): ReplayChange['before'] {
      const movementId = movementOf(decision)
      return {
        outcome: decision.outcome,
        movement_id: movementId,
        sender_name: movementId === null ? null : (senders.get(movementId) ?? null),
      }
    }
  }
}

const isAgainstPerson = ({ chosen, refused }: PastRequest, movementId: string | null): boolean =>
  movementId !== null && ((chosen !== null && movementId !== chosen) || refused.includes(movementId))

const changed = ({ acceptance, margin, matchWithoutSender }: ReplayInput): Partial<DecideSettings> => ({
  ...(acceptance == null ? {} : { acceptance }),
  ...(margin == null ? {} : { margin }),
  ...(matchWithoutSender === undefined ? {} : { matchWithoutSender }),
})

const movementOf = (decision: Decision): string | null => (decision.outcome === 'matched' ? decision.movementId : null)

const isSame = (a: Decision, b: Decision): boolean => a.outcome === b.outcome && movementOf(a) === movementOf(b)

function kindOf(was: Decision, is: Decision) {
  if (was.outcome !== 'matched') return is.outcome === 'matched' ? 'newly_matched' : 'otherwise'
  return is.outcome === 'matched' ? 'other_movement' : 'no_longer_matched'
}
