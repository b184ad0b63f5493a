import { randomUUID } from 'node:crypto'
import type { Database } from '../db/open.ts'
import type { FreeMovement } from '../matching/assignment/types.ts'
import type { Group } from './group.ts'
import { isOpen, type RequestRow, toRequest } from './queries.ts'
import type { PaymentRequest, RequestStatus } from './types.ts'

/** A movement that no match has used, as the decision takes it. */
export type StoredMovement = FreeMovement
export const freeColumns =
  'id, sender_name as sender, reference_text as text, received_at as receivedAt, amount_minor as amountMinor, currency'

export type AttemptStatus = 'success' | 'no_match' | 'ambiguous' | 'failed'

interface NewAttempt {
  readonly number: number
  readonly status: AttemptStatus
  readonly failureType: 'rule_miss' | 'multiple_candidates' | 'timeout' | 'system_error' | null
  readonly error: string | null
  readonly durationMs: number | null
  /** JSON text as stored. */
  readonly candidates: string
  readonly decision: string | null
  readonly selected: string | null
  readonly at: number
}

interface LastAttempt {
  readonly number: number
  readonly status: AttemptStatus
  readonly candidates: string
  readonly decision: string | null
}

type Split = { readonly id: string; readonly settledMinor: number; readonly isPrimary: boolean } | null

/** What an evaluation reads and writes, each by index. */
export function evaluationQueries(db: Database) {
  const open = db.prepare(`
    select * from requests where account_id = ? and currency = ? and amount_minor = ? and ${isOpen}`)
  const free = db.prepare(`
    select ${freeColumns} from movements
     where account_id = ? and currency = ? and amount_minor = ? and received_at >= ? and excluded_at is null`)
  const lastAttempt = db.prepare(`
    select attempt_number as number, status, matched_candidates as candidates, decision from match_attempts
     where request_id = ? order by attempt_number desc limit 1`)
  const lastNumber = db
    .prepare('select attempt_number from match_attempts where request_id = ? order by attempt_number desc limit 1')
    .pluck()
  const hasUndone = db
    .prepare('select exists (select 1 from matches where account_id = ? and undone_at is not null)')
    .pluck()
  const undone = db
    .prepare('select bank_transaction_id from matches where request_id = ? and undone_at is not null')
    .pluck()
  const insertAttempt = db.prepare(`
    insert into match_attempts (id, account_id, request_id, attempt_number, status, failure_type, error_message, duration_ms,
                                matched_candidates, decision, selected_transaction_id, created_at)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const insertMatch = db.prepare(`
    insert into matches (id, account_id, request_id, bank_transaction_id, matched_by, is_primary, split_id,
                         settled_minor, matched_at, created_at)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const exclude = db.prepare('update movements set excluded_at = ? where id = ?')
  const settle = db.prepare('update requests set status = ?, last_checked_at = ?, retry_count = 0 where id = ?')
  const fail = db.prepare(`update requests set status = 'failed', last_checked_at = ? where id = ?`)
  const check = db.prepare('update requests set last_checked_at = ? where id = ?')
  const countErrors = db.prepare(`
    update requests set retry_count = retry_count + 1, last_checked_at = ?
     where account_id = ? and currency = ? and amount_minor = ? and ${isOpen}`)
  const checkGroup = db.prepare(`
    update requests set last_checked_at = ? where account_id = ? and currency = ? and amount_minor = ? and ${isOpen}`)
  const unprocessed = db.prepare(`
    select currency, amount_minor as amountMinor from requests where account_id = @accountId and status = 'pending'
    union
    select m.currency, m.amount_minor from movements m indexed by movements_by_ingestion
     where m.account_id = @accountId and m.ingested_at >= @since and m.excluded_at is null and exists (
       select 1 from requests r
        where r.account_id = m.account_id and r.currency = m.currency and r.amount_minor = m.amount_minor and r.${isOpen}
          and r.last_checked_at < m.ingested_at)`)

  return {
    open: (accountId: string, { currency, amountMinor }: Group): PaymentRequest[] =>
      (open.all(accountId, currency, amountMinor) as RequestRow[]).map(toRequest),
    free: (accountId: string, { currency, amountMinor }: Group, since: number) =>
      free.all(accountId, currency, amountMinor, since) as FreeMovement[],
    lastAttempt: (requestId: string) => lastAttempt.get(requestId) as LastAttempt | undefined,
    /** 0 before the first attempt. */
    lastNumber: (requestId: string) => (lastNumber.get(requestId) as number | undefined) ?? 0,
    hasUndone: (accountId: string) => hasUndone.get(accountId) === 1,
    undone: (requestId: string) => undone.all(requestId) as string[],
    insertAttempt({ id: requestId, accountId }: Pick<PaymentRequest, 'id' | 'accountId'>, attempt: NewAttempt): void {
      const { number, status, failureType, error, durationMs, candidates, decision, selected, at } = attempt
      const id = randomUUID()
      insertAttempt.run(
        id,
        accountId,
        requestId,
        number,
        status,
        failureType,
        error,
        durationMs,
        candidates,
        decision,
        selected,
        at,
      )
    },
    /** Ties movement and request; the two unique indexes are the last guard against a second taker (3.10). */
    match(request: PaymentRequest, movementId: string, by: 'engine' | 'manual', at: number, split: Split = null): void {
      const { isPrimary = true, id = null, settledMinor = null } = split ?? {}
      insertMatch.run(
        randomUUID(),
        request.accountId,
        request.id,
        movementId,
        by,
        isPrimary ? 1 : 0,
        id,
        settledMinor,
        at,
        at,
      )
      exclude.run(at, movementId)
    },
    settle: (requestId: string, status: RequestStatus, at: number) => settle.run(status, at, requestId),
    fail: (requestId: string, at: number) => fail.run(at, requestId),
    check: (requestId: string, at: number) => check.run(at, requestId),
    countErrors: (accountId: string, { currency, amountMinor }: Group, at: number) =>
      countErrors.run(at, accountId, currency, amountMinor),
    checkGroup: (accountId: string, { currency, amountMinor }: Group, at: number) =>
      checkGroup.run(at, accountId, currency, amountMinor),
    /** Groups with a request never decided, or with a movement stored since then and after the last check. */
    unprocessed: (accountId: string, since: number) => unprocessed.all({ accountId, since }) as Group[],
  }
}

export type EvaluationQueries = ReturnType<typeof evaluationQueries>
