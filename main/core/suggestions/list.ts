import type { Database } from '../db/open.ts'
import { minorToText } from '../money.ts'
import { iso, isoOrNull } from '../time.ts'
import type { SuggestionItem } from './schema.ts'
import type { SuggestionEvidence, SuggestionKind, SuggestionState } from './types.ts'

interface Row {
  readonly id: string
  readonly account_id: string
  readonly account_name: string
  readonly kind: SuggestionKind
  readonly state: SuggestionState
  readonly score: number
  readonly request_ids: string
  readonly movement_ids: string
  readonly evidence: string
  readonly created_at: number
  readonly decided_at: number | null
}
type RequestRow = Omit<SuggestionItem['requests'][number], 'amount' | 'created_at'> & {
  readonly amount: number
  readonly created_at: number
}
type MovementRow = Omit<SuggestionItem['movements'][number], 'amount' | 'received_at'> & {
  readonly amount: number
  readonly received_at: number
}

const mostListed = 500

/** Suggestions as the API shows them, oldest first, always within the accounts of one user. */
export function suggestionLists(db: Database) {
  const select = `
    select s.*, a.name as account_name from suggestions s join accounts a on a.id = s.account_id where a.user_id = @userId`
  const ofAccount = db.prepare(`
    ${select} and s.account_id = @accountId and s.state = @state order by s.created_at, s.id limit ${mostListed}`)
  const open = db.prepare(`${select} and s.state = 'open' order by s.created_at, s.id limit ${mostListed}`)
  const one = db.prepare(`${select} and s.id = @id`)
  const requests = db.prepare(`
    select id, external_id, status, amount_minor as amount, currency, sender_name, created_at from requests
     where id in (select value from json_each(?)) order by created_at, external_id`)
  const movements = db.prepare(`
    select id, external_id, amount_minor as amount, currency, sender_name, reference_text, received_at from movements
     where id in (select value from json_each(?)) order by received_at, id`)

  function toItem(row: Row): SuggestionItem {
    const { legs, differenceMinor, chance, alternatives } = JSON.parse(row.evidence) as SuggestionEvidence
    return {
      id: row.id,
      account_id: row.account_id,
      account_name: row.account_name,
      kind: row.kind,
      state: row.state,
      score: Math.round(row.score * 1e4) / 1e4,
      difference: minorToText(differenceMinor),
      chance,
      alternatives,
      requests: (requests.all(row.request_ids) as RequestRow[]).map((request) => ({
        ...request,
        amount: minorToText(request.amount),
        created_at: iso(request.created_at),
      })),
      movements: (movements.all(row.movement_ids) as MovementRow[]).map((movement) => ({
        ...movement,
        amount: minorToText(movement.amount),
        received_at: iso(movement.received_at),
      })),
      legs: legs.map(({ requestId, movementId, settledMinor, candidate }) => ({
        request_id: requestId,
        movement_id: movementId,
        settled: minorToText(settledMinor),
        score: Math.round(candidate.score * 1e4) / 1e4,
        reasons: [...candidate.reasons] as SuggestionItem['legs'][number]['reasons'],
      })),
      created_at: iso(row.created_at),
      decided_at: isoOrNull(row.decided_at),
    }
  }

  return {
    ofAccount: (userId: string, accountId: string, state: SuggestionState): SuggestionItem[] =>
      (ofAccount.all({ userId, accountId, state }) as Row[]).map(toItem),
    open: (userId: string): SuggestionItem[] => (open.all({ userId }) as Row[]).map(toItem),
    one(userId: string, id: string): SuggestionItem | null {
      const row = one.get({ userId, id }) as Row | undefined
      return row ? toItem(row) : null
    },
    evidence(userId: string, id: string): SuggestionEvidence | null {
      const row = one.get({ userId, id }) as Row | undefined
      return row ? (JSON.parse(row.evidence) as SuggestionEvidence) : null
    },
  }
}
