import type { Store } from '../../db/store.ts'
import { messageOf } from '../../errors.ts'
import type { Clock } from '../../ports.ts'
import { inSlices } from '../../slices.ts'
import { isStop } from '../../worker/failures.ts'
import type { Workers } from '../../worker/workers.ts'
import { createWriteBack } from '../../worker/write-back.ts'
import type { Actor } from '../audit/service.ts'
import type { Ledgers } from '../books/ledgers.ts'
import { invalidRequest, refused } from '../errors.ts'
import type { Items } from '../items/service.ts'
import type { Matches } from '../matches/service.ts'
import { runJobs } from '../runs/run-jobs.ts'
import type { Runs } from '../runs/service.ts'
import type { Run } from '../runs/types.ts'
import { removeLines } from '../sources/remove-lines.ts'
import type { createEquation } from './equation.ts'
import { usedElsewhere } from './used-elsewhere.ts'

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
  remove(actor: Actor, id: string, force: boolean): Promise<void>
  /** Goes on with the deletion of a large run. */
  endRemoval(actor: Actor, id: string): Promise<void>
}

/** Lines from which on a deletion is work for a thread. */
const manyLines = 1000

export function createClosings(deps: {
  store: Store
  ledgers: Ledgers
  runs: Runs
  matches: Matches
  items: Items
  equation: ReturnType<typeof createEquation>
  workers: Pick<Workers, 'run'>
  now: Clock
  /** Called in the transaction when a failed proof is overridden: its discrepancy has nothing more to say. */
  onOverridden: (run: Run) => void
}): Closings {
  const { store, ledgers, runs, matches, items, equation, workers, now, onOverridden } = deps
  const openItems = store.db
    .prepare<[string], number>(
      `select count(*) from items where run_id = ? and parent_entry_id is null and bank_status = 'booked'
         and match_status in ('unmatched', 'partial')`,
    )
    .pluck()
  const closedItems = store.db
    .prepare<[string], string>(`select id from items where run_id = ? and match_status = 'closed'`)
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

  const acceptedMatches = store.db
    .prepare<[string], string>(`select id from ledger_matches where run_id = ? and status = 'accepted'`)
    .pluck()
  const isLarge = store.db
    .prepare<[string], number>(
      `select count(*) = ${manyLines} from (select 1 from source_entries where run_id = ? limit ${manyLines})`,
    )
    .pluck()
  const usedBy = usedElsewhere(store.db)
  const removeSome = removeLines(store.db, 'run_id')
  const jobs = runJobs(store.db)
  const writeBack = createWriteBack({ db: store.db, workers })

  /** Undoes decisions of a run that is deleted; a match of a line whose rest was closed is undone after the closing. */
  const undoings = (actor: Actor, id: string): (() => void)[] => [
    ...closedItems.all(id).map((item) => () => void items.reopen(actor, item, 'the run is deleted')),
    ...acceptedMatches.all(id).map((match) => () => void matches.reject(actor, match, 'the run is deleted')),
  ]
  const carried = (runId: string) =>
    refused(
      'run_has_decisions',
      'A later run carried lines of this run and matched them. Undo those matches there first.',
      { run_id: runId },
    )

  function removeAtOnce(actor: Actor, id: string): void {
    for (const undo of undoings(actor, id)) undo()
    while (removeSome(id) > 0);
    runs.remove(actor, runs.get(actor.userId, id))
  }

  async function removeInTurns(actor: Actor, id: string): Promise<void> {
    const stopped = () => false
    const undo = (some: readonly (() => void)[]) =>
      store.write(() =>
        runs.asJob(id, () => {
          for (const one of some) one()
        }),
      )
    await inSlices(undoings(actor, id), (_, at) => String(at), undo, { stopped })
    await writeBack(async (toFile) => {
      const usedBy = await workers.run<string | null>('ledger.empty-run', { runId: id })
      if (usedBy !== null) throw carried(usedBy)
      await toFile()
      store.write(() => runs.remove(actor, runs.get(actor.userId, id)))
    })
  }

  async function endRemoval(actor: Actor, id: string): Promise<void> {
    try {
      await removeInTurns(actor, id)
    } catch (error) {
      // What the end of the program cut short, the next start ends.
      if (!store.db.open || isStop(error)) throw error
      store.write(() => {
        const message = `The run could not be deleted: ${messageOf(error)} What was undone for it stays undone.`
        runs.end(actor, id, { status: 'failed', failure: { code: 'deleting_failed', message } })
        jobs.end(id)
      })
      throw error
    }
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
    async remove(actor, id, force) {
      const isDone = store.write(() => {
        runs.checkOpen(runs.get(actor.userId, id))
        const other = usedBy(id)
        if (other !== null) throw carried(other)
        const hasDecisions = acceptedMatches.get(id) !== undefined || closedItems.get(id) !== undefined
        if (hasDecisions && !force)
          throw refused(
            'run_has_decisions',
            'The run has accepted matches or closed items. Send force=true to undo them all and delete it.',
          )
        if (isLarge.get(id) !== 1) {
          removeAtOnce(actor, id)
          return true
        }
        runs.begin(actor, id)
        jobs.keep({ runId: id, kind: 'delete_run', actor: actor.name, payload: null })
        return false
      })
      if (!isDone) await endRemoval(actor, id)
    },
    endRemoval,
  }
}
