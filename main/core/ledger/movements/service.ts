import { setImmediate } from 'node:timers/promises'
import type { Store } from '../../db/store.ts'
import { messageOf } from '../../errors.ts'
import { createNameReader } from '../../matching/prepared-names.ts'
import type { Clock } from '../../ports.ts'
import { fingerprintOf } from '../../statements/identity.ts'
import type { StatementEntry } from '../../statements/types.ts'
import { iso } from '../../time.ts'
import { isStop } from '../../worker/failures.ts'
import { aroundDay, dayAt } from '../../zoned-days.ts'
import type { Actor, Audit } from '../audit/service.ts'
import type { Ledgers } from '../books/ledgers.ts'
import { shiftDay } from '../context.ts'
import { invalidRequest } from '../errors.ts'
import type { Matches } from '../matches/service.ts'
import { precisionOf } from '../money.ts'
import { runJobs } from '../runs/run-jobs.ts'
import { type NewRun, type Runs, settledStatus } from '../runs/service.ts'
import type { Run } from '../runs/types.ts'
import { itemContent, itemRow } from '../sources/item-row.ts'
import { compareMovements, seenWithin } from '../sources/same-lines.ts'
import { type BankMovement, movementQueries } from './movement-queries.ts'

/** An account of the other half, as far as a run over its movements needs it. */
export interface BankAccount {
  readonly id: string
  /** IANA name of the bank's zone. */
  readonly timeZone: string
}

export interface Refreshed {
  /** Movements that became lines of the run. */
  readonly added: number
  /** Movements that a statement had brought before. */
  readonly recognised: number
  /** Lines that went because their movement is no longer there. */
  readonly removed: number
}

export interface MovementSource {
  /** 400 unless the account is the user's and the period is given. */
  check(userId: string, input: NewRun): void
  /** Brings a run up to date with the movements of its account (4.11). 409 `run_closed`, `run_busy`. */
  refresh(actor: Actor, runId: string): Promise<Refreshed>
  /** The first half of a refresh, for the transaction that makes the run: it is busy from then on. */
  begin(actor: Actor, runId: string): void
  /** The other half: until it ends, and also after a crash, the run is busy. */
  take(actor: Actor, runId: string): Promise<Refreshed>
}

export interface MovementSourceDeps {
  readonly store: Store
  readonly audit: Audit
  readonly ledgers: Ledgers
  readonly runs: Runs
  readonly matches: Matches
  readonly bankAccount: (userId: string, accountId: string) => BankAccount | null
  readonly now: Clock
  /** Called after lines came or went, once they are stored. */
  readonly onLinesArrived: (actor: Actor, runId: string) => Promise<void>
}

/** Rows per turn of the event loop. */
const rowsPerTurn = 200

/** Movements carry two decimals; null where the ledger's currency cannot hold the amount. */
function minorIn(precision: number, amountMinor: number): number | null {
  const scaled = precision >= 2 ? amountMinor * 10 ** (precision - 2) : amountMinor / 10 ** (2 - precision)
  return Number.isSafeInteger(scaled) ? scaled : null
}

function asEntry(movement: BankMovement, amount: number, day: string, position: number): StatementEntry {
  return {
    position,
    level: 'entry',
    amount,
    currency: movement.currency,
    isReversal: false,
    bankStatus: 'booked',
    bookingDate: day,
    valueDate: null,
    bookingText: iso(movement.received_at),
    bankReference: movement.external_id,
    ...(movement.sender_name === null ? {} : { counterpartyName: movement.sender_name }),
    ...(movement.reference_text === null ? {} : { remittanceText: movement.reference_text }),
  }
}

/** Runs over the movements that the other half stored: their items, kept up to date until the run is closed (4.11). */
export function createMovementSource(deps: MovementSourceDeps): MovementSource {
  const { store, audit, ledgers, runs, matches, bankAccount, now, onLinesArrived } = deps
  const queries = movementQueries(store.db)
  const jobs = runJobs(store.db)

  function accountOf(userId: string, accountId: string | null | undefined): BankAccount {
    const account = accountId ? bankAccount(userId, accountId) : null
    if (account) return account
    throw invalidRequest('A run over movements needs one of your bank accounts', {
      account_id: 'must be one of your bank accounts',
    })
  }

  /** What is there now, with its day at the bank. */
  function current(run: Run, account: BankAccount) {
    const [from, to] = [run.periodFrom ?? '', run.periodTo ?? '']
    return queries
      .received(account.id, run.currency, aroundDay(from).from, aroundDay(to).until)
      .map((movement) => ({ ...movement, day: dayAt(movement.received_at, account.timeZone) }))
      .filter(({ day }) => day >= from && day <= to)
  }
  type Current = ReturnType<typeof current>[number]

  /** Lines of a file that these movements are: movement id → line. */
  function knownByFiles(run: Run, fresh: readonly (Current & { amount: number })[]): ReadonlyMap<string, string> {
    const lines = queries.fileLines(
      run.ledgerId,
      run.currency,
      shiftDay(run.periodFrom ?? '', -seenWithin),
      shiftDay(run.periodTo ?? '', seenWithin),
    )
    if (lines.length === 0) return new Map()
    const pairs = compareMovements(
      lines.map((line) => ({
        id: line.id,
        day: line.booking_date,
        amount: line.amount,
        name: line.counterparty_name,
        text: line.remittance_text,
        reference: line.bank_reference,
      })),
      fresh.map((movement) => ({
        id: movement.id,
        day: movement.day,
        amount: movement.amount,
        name: movement.sender_name,
        text: movement.reference_text,
        reference: movement.external_id,
      })),
      createNameReader(),
    )
    return new Map(pairs.map((pair) => [pair.known, pair.fresh]))
  }

  /** Lines whose movement is gone leave, unless something was decided about them; they return with it. */
  function settleGone(actor: Actor, run: Run, present: ReadonlySet<string>): number {
    let removed = 0
    for (const line of queries.taken(run.ledgerId)) {
      if (line.run_id !== run.id) continue
      const isThere = present.has(line.movement_id)
      if (isThere && line.is_gone !== null) queries.bringBack(line.id)
      if (isThere || line.removed_at !== null || line.is_free !== 1) continue
      matches.dropSuggestionsOf(actor.userId, [line.id])
      queries.takeAway(line.id, now())
      removed += 1
    }
    return removed
  }

  function begin(actor: Actor, runId: string): void {
    const run = runs.get(actor.userId, runId)
    if (run.sourceType !== 'movements')
      throw invalidRequest('Only runs over movements are refreshed', { source_type: 'must be movements' })
    accountOf(actor.userId, run.accountId)
    store.write(() => {
      runs.begin(actor, runId)
      jobs.keep({ runId, kind: 'movements', actor: actor.name, payload: null })
    })
  }

  async function takeAll(actor: Actor, run: Run): Promise<Refreshed> {
    const account = accountOf(actor.userId, run.accountId)
    const precision = precisionOf(run.currency, ledgers.find(actor.userId, run.ledgerId).precisionOverride)
    const there = current(run, account)
    const known = new Set(queries.taken(run.ledgerId).map((line) => line.movement_id))
    const fresh = there.flatMap((movement) => {
      const amount = known.has(movement.id) ? null : minorIn(precision, movement.amount_minor)
      return amount === null ? [] : [{ ...movement, amount }]
    })
    const sameAs = knownByFiles(run, fresh)
    const first = queries.lastPosition(run.id) + 1
    const occurrences = new Map<string, number>()
    for (let at = 0; at < fresh.length; at += rowsPerTurn) {
      store.write(() => {
        fresh.slice(at, at + rowsPerTurn).forEach((movement, i) => {
          const entry = asEntry(movement, movement.amount, movement.day, first + at + i)
          const fingerprint = fingerprintOf(entry, run.currency)
          const occurrence = (occurrences.get(fingerprint) ?? 0) + 1
          occurrences.set(fingerprint, occurrence)
          const place = {
            runId: run.id,
            ledgerId: run.ledgerId,
            fileId: null,
            statementId: null,
            movementId: movement.id,
            parentId: null,
            at: now(),
          }
          const identity = { strongKey: movement.external_id, fingerprint, occurrence }
          const row = itemRow(itemContent(entry, run.currency), place, identity)
          queries.insert(row)
          const line = sameAs.get(movement.id)
          if (line) queries.retire(row.id, line, now())
        })
      })
      await setImmediate()
    }
    const taken = store.write(() => {
      const removed = settleGone(actor, run, new Set(there.map(({ id }) => id)))
      runs.refresh(actor, run.id)
      return { added: fresh.length - sameAs.size, recognised: sameAs.size, removed }
    })
    await onLinesArrived(actor, run.id)
    store.write(() => {
      runs.end(actor, run.id, { status: settledStatus(run) })
      jobs.end(run.id)
      if (fresh.length > 0 || taken.removed > 0)
        audit.record({ actor, entity: 'movements', entityId: run.id, runId: run.id, action: 'take', after: taken })
    })
    return taken
  }

  async function take(actor: Actor, runId: string): Promise<Refreshed> {
    try {
      return await takeAll(actor, runs.get(actor.userId, runId))
    } catch (error) {
      // What the end of the program cut short, the next start ends.
      if (!store.db.open || isStop(error)) throw error
      const message = `The movements could not be taken: ${messageOf(error)}. Refresh the run.`
      store.write(() => {
        runs.end(actor, runId, { status: 'failed', failure: { code: 'internal', message } })
        jobs.end(runId)
      })
      throw error
    }
  }

  return {
    check(userId, input) {
      accountOf(userId, input.accountId)
      const missing = (['periodFrom', 'periodTo'] as const).filter((name) => !input[name])
      if (missing.length > 0)
        throw invalidRequest('A run over movements needs its period', {
          [missing[0] === 'periodFrom' ? 'period_from' : 'period_to']: 'is required for a run over movements',
        })
      if ((input.periodFrom ?? '') > (input.periodTo ?? ''))
        throw invalidRequest('The period ends before it begins', { period_to: 'must not be before period_from' })
    },
    begin,
    take,
    async refresh(actor, runId) {
      begin(actor, runId)
      return take(actor, runId)
    },
  }
}
