import type { Store } from '../../db/store.ts'
import type { Clock } from '../../ports.ts'
import type { Actor } from '../audit/service.ts'
import type { Ledgers } from '../books/ledgers.ts'
import { invalidRequest, refused } from '../errors.ts'
import type { Items } from '../items/service.ts'
import type { Matches } from '../matches/service.ts'
import type { Runs } from '../runs/service.ts'
import type { Run } from '../runs/types.ts'
import type { createEquation } from './equation.ts'

/** What still stands between a run and its closing (8, 11.9). */
export interface Obstacle {
  readonly code: 'not_completed' | 'not_proved' | 'open_items' | 'critical_discrepancies' | 'difference' | 'no_items'
  readonly message: string
  readonly count?: number
  /** Minor units. */
  readonly amount?: number
}

export interface Closings {
  obstacles(run: Run): Obstacle[]
  /** Throws 409 `run_not_closable` listing what is missing. A proof may be overridden with a reason. */
  close(actor: Actor, id: string, input: { statement: string | null; proofOverride: string | null }): Run
  /** Throws 409 `later_run_closed` naming the newest closed run that must be reopened first. */
  reopen(actor: Actor, id: string, reason: string): Run
  /** 409 `run_has_decisions` unless forced: then every decision is undone and recorded first. */
  remove(actor: Actor, id: string, force: boolean): void
}

export function createClosings(deps: {
  store: Store
  ledgers: Ledgers
  runs: Runs
  matches: Matches
  items: Items
  equation: ReturnType<typeof createEquation>
  now: Clock
  /** Called in the transaction when a failed proof is overridden: its discrepancy has nothing more to say. */
  onOverridden: (run: Run) => void
}): Closings {
  const { store, ledgers, runs, matches, items, equation, now, onOverridden } = deps
  const openItems = store.db
    .prepare<[string], number>(
      `select count(*) from items where run_id = ? and parent_entry_id is null and bank_status = 'booked'
         and match_status in ('unmatched', 'partial')`,
    )
    .pluck()
  const closedItems = store.db
    .prepare<[string], string>('select id from items where run_id = ? and closed_at is not null')
    .pluck()

  function obstacles(run: Run): Obstacle[] {
    const counts = runs.counts(run.id)
    const ledger = ledgers.find(run.userId, run.ledgerId)
    const found: Obstacle[] = []
    if (run.status === 'pending' || run.status === 'failed' || run.status === 'running')
      found.push({ code: 'not_completed', message: `The run is ${run.status}; match its items first.` })
    if (counts.entries === 0)
      found.push({ code: 'no_items', message: 'The run has no items. Import a statement first.' })
    const needsProof = run.proofStatus === 'not_proved' || (ledger.statementRequired && run.proofStatus !== 'proved')
    if (needsProof && run.proofOverride === null)
      found.push({
        code: 'not_proved',
        message:
          'A statement does not prove: opening and lines do not give its closing balance. Import what is missing, or override with a reason.',
        ...(run.proofDifference === null ? {} : { amount: run.proofDifference }),
      })
    const open = openItems.get(run.id) ?? 0
    if (open > 0)
      found.push({ code: 'open_items', message: `${open} booked items are neither matched nor closed.`, count: open })
    if (counts.discrepancies.critical > 0)
      found.push({
        code: 'critical_discrepancies',
        message: `${counts.discrepancies.critical} critical discrepancies are open.`,
        count: counts.discrepancies.critical,
      })
    const { difference } = equation(run)
    if (difference !== null && difference !== 0)
      found.push({
        code: 'difference',
        message:
          'Books and statement differ after all open entries are counted. Look for a missing opening balance, or for bookings without a counterpart.',
        amount: difference,
      })
    return found
  }

  function undoAll(actor: Actor, run: Run): void {
    // A match of a line whose rest was closed is undone after the closing.
    for (const id of closedItems.all(run.id)) items.reopen(actor, id, 'the run is deleted')
    for (const match of matches.ofRun(run.id, 'accepted')) matches.reject(actor, match.id, 'the run is deleted')
  }

  return {
    obstacles,
    close: (actor, id, { statement, proofOverride }) =>
      store.write(() => {
        const found = runs.get(actor.userId, id)
        if (found.status === 'closed') return found
        runs.checkOpen(found)
        const run =
          proofOverride === null ? found : runs.change(actor, found, { proofOverride }, 'override_proof', proofOverride)
        if (proofOverride !== null) onOverridden(run)
        const missing = obstacles(run)
        if (missing.length > 0)
          throw refused(
            'run_not_closable',
            `The run cannot be closed: ${missing.map(({ message }) => message).join(' ')}`,
            {
              obstacles: missing,
            },
          )
        return runs.change(
          actor,
          run,
          {
            status: 'closed',
            closedAt: now(),
            closedBy: actor.name,
            closeStatement: statement,
          },
          'close',
        )
      }),
    reopen: (actor, id, reason) =>
      store.write(() => {
        const run = runs.get(actor.userId, id)
        if (run.status !== 'closed') return run
        if (reason.trim() === '') throw invalidRequest('Reopening needs a reason', { reason: 'is required' })
        const later = runs.closedAfter(run.ledgerId, run.closedAt ?? 0)
        if (later)
          throw refused(
            'later_run_closed',
            `A later run of this ledger is closed (${later.note ?? later.id}). Reopen that one first.`,
            {
              run_id: later.id,
            },
          )
        return runs.change(
          actor,
          run,
          { status: 'completed', closedAt: null, closedBy: null, closeStatement: null },
          'reopen',
          reason,
        )
      }),
    remove: (actor, id, force) =>
      store.write(() => {
        const run = runs.get(actor.userId, id)
        runs.checkOpen(run)
        const hasDecisions = matches.ofRun(id, 'accepted').length > 0 || closedItems.all(id).length > 0
        if (hasDecisions && !force)
          throw refused(
            'run_has_decisions',
            'The run has accepted matches or closed items. Send force=true to undo them all and delete it.',
          )
        if (hasDecisions) undoAll(actor, run)
        runs.remove(actor, runs.get(actor.userId, id))
      }),
  }
}
