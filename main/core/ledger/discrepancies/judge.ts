import type { Store } from '../../db/store.ts'
import type { Clock } from '../../ports.ts'
import { nextTurn } from '../../slices.ts'
import { localDay } from '../../time.ts'
import type { Finding } from '../engine/types.ts'
import { statementRows } from '../sources/statement-list.ts'
import { chainTypes, findChainBreaks } from './chain.ts'
import { conditions, findingSeverity } from './conditions.ts'
import { createSweep } from './sweep.ts'
import { createTransfers } from './transfers.ts'
import { createWanted, type JudgedRun, type WantedRows } from './wanted.ts'
import { createWidening } from './widening.ts'

/** What a decision touched; conditions that concern nothing of it are not looked at again. */
export interface Touched {
  readonly items: readonly string[]
  readonly entries: readonly string[]
  readonly matches: readonly string[]
}

export interface Judge {
  readonly wanted: WantedRows
  /** Looks at every condition of a run again; `touched` limits it to what a decision concerned. */
  refresh(run: JudgedRun, touched?: Touched): void
  /** What concerns a run's files and statements as a whole; few rows, however many lines the run has. */
  settleWhole(run: JudgedRun): void
  /** As `settleWhole`, for the open runs of a ledger. */
  settleLedger(ledgerId: string): void
  /** Looks at every condition of a run again, in slices. Findings of a matching pass replace those of the last. */
  sweep(run: JudgedRun, findings: readonly Finding[] | null): Promise<void>
}

const byType = (isWhole: boolean) =>
  Map.groupBy(
    conditions.filter(({ subject }) => (subject === null) === isWhole),
    ({ type }) => type,
  )
const wholeTypes = byType(true)
const singleTypes = byType(false)

/**
 * Raises and clears discrepancies by their conditions (7), on the main connection or on that of a thread; `turn` is what
 * happens between two slices.
 */
export function createJudge(deps: { store: Store; now: Clock; turn?: () => Promise<void> }): Judge {
  const { store, now, turn = nextTurn } = deps
  const { db } = store
  const wanted = createWanted({ db, now })
  const statements = statementRows(db)
  const widen = createWidening(db)
  // A finding about a settled item has nothing more to say.
  const settling = (among: string) => `update discrepancies set status = 'closed', closed_at = @at,
       closed_reason = 'resolved', closed_by = 'engine', version = version + 1
     where ${among} run_id = @run and status <> 'closed' and match_id is null
       and type in (select value from json_each(@types))
       and (exists (select 1 from source_entries i where i.id = discrepancies.source_entry_id
           and i.match_status in ('matched', 'closed'))
         or exists (select 1 from ledger_entries e where e.id = discrepancies.ledger_entry_id
           and e.allocated = e.signed))`
  const settleFindings = db.prepare(settling(''))
  const settleTouched = db.prepare(
    settling(`id in (select d.id from json_each(@items) x cross join discrepancies d on d.source_entry_id = x.value
      union select d.id from json_each(@entries) x cross join discrepancies d on d.ledger_entry_id = x.value) and +`),
  )
  const transfers = createTransfers({ db, now })
  const findingTypes = JSON.stringify(Object.keys(findingSeverity))

  const openRuns = db.prepare<[string], JudgedRun>(
    `select id, currency, ledger_id as ledgerId, period_to as periodTo, settings from reconciliation_runs
     where ledger_id = ? and status <> 'closed'`,
  )

  const spanOf = (run: JudgedRun) => ({
    run: run.id,
    ledger: run.ledgerId,
    now: localDay(now()),
    end: run.periodTo,
  })

  /** What one run brings may be missing in another. */
  function settleChain(ledgerId: string): void {
    const breaks = findChainBreaks(statements.ofLedger(ledgerId))
    for (const run of openRuns.all(ledgerId))
      for (const type of chainTypes)
        wanted.settle(
          type,
          run,
          breaks
            .filter((found) => found.runId === run.id && found.type === type)
            .map(({ statementId, severity, amount = null, facts }) => ({
              key: statementId,
              statement: statementId,
              severity,
              amount,
              facts,
            })),
        )
  }

  function settleWhole(run: JudgedRun): void {
    for (const [type, ofType] of wholeTypes) wanted.settleAll(type, ofType, run, spanOf(run))
    settleChain(run.ledgerId)
    transfers.arrived(run)
  }

  function settleTouchedOf(run: JudgedRun, only: Touched): void {
    const touched = { ...only, items: widen.items(only.items) }
    const idsOf = { item: touched.items, entry: touched.entries, match: touched.matches }
    for (const condition of conditions)
      if (condition.subject !== null && idsOf[condition.subject].length > 0)
        wanted.settleSome(condition, run, spanOf(run), idsOf[condition.subject])
    settleTouched.run({
      run: run.id,
      at: now(),
      types: findingTypes,
      items: JSON.stringify(touched.items),
      entries: JSON.stringify(touched.entries),
    })
  }

  const refresh: Judge['refresh'] = (run, touched) =>
    store.write(() => {
      if (touched) {
        settleTouchedOf(run, touched)
        for (const other of widen.otherRuns(run.id, touched)) settleTouchedOf(other, { ...touched, matches: [] })
        return
      }
      for (const [type, ofType] of singleTypes) wanted.settleAll(type, ofType, run, spanOf(run))
      settleWhole(run)
      settleFindings.run({ run: run.id, at: now(), types: findingTypes })
    })

  return {
    wanted,
    refresh,
    settleWhole,
    settleLedger(ledgerId) {
      for (const run of openRuns.all(ledgerId)) settleWhole(run)
    },
    sweep: createSweep({ store, wanted, settleTouched: settleTouchedOf, settleWhole, turn }),
  }
}
