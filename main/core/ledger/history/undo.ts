import { setImmediate } from 'node:timers/promises'
import type { Store } from '../../db/store.ts'
import { type Actor, type Audit, type EventRow, type RecordedEvent, readEvent } from '../audit/service.ts'
import { notFound, refused } from '../errors.ts'
import type { ClosingReason, Items } from '../items/service.ts'
import type { Item } from '../items/types.ts'
import type { Matches } from '../matches/service.ts'
import type { Runs } from '../runs/service.ts'
import type { Splits } from '../splits/service.ts'
import { decisions } from './decisions.ts'

interface Marker {
  readonly of: number
  readonly from: number
  readonly to: number
}

/** A decision as far as the order of decisions needs it. */
interface Step {
  readonly seq: number
  readonly entity: string
  readonly entity_id: string
  readonly action: string
  readonly marker: string | null
}

/** A decision that was taken back or repeated. */
export type Decision = Pick<RecordedEvent, 'seq' | 'entity' | 'entityId' | 'action'>

export interface Undo {
  /** Takes back a decision by its event number, or the last one. Answers what was taken back. */
  undo(actor: Actor, runId: string, event: number | 'last'): Decision
  /** Takes back everything that was accepted without a click (6.9), newest first. */
  undoUnattended(actor: Actor, runId: string): Promise<Decision[]>
  /** Repeats the decision that was taken back last. */
  redo(actor: Actor, runId: string): Decision
}

/** Decisions per turn of the event loop when many are taken back. */
const decisionsPerTurn = 10

const partIdsOf = (recorded: unknown): string[] => (recorded as { parts: readonly Item[] }).parts.map(({ id }) => id)

/** Undo and redo of decisions of a run, from the trail (10.2, 11): nothing is deleted, every step is recorded. */
export function createUndo(deps: {
  store: Store
  audit: Audit
  runs: Runs
  matches: Matches
  items: Items
  splits: Splits
}): Undo {
  const { store, audit, runs, matches, items, splits } = deps
  const steps = store.db.prepare<[string, string], Step>(
    `select seq, entity, entity_id, action, case entity when 'undo' then after end as marker from audit_events
     where run_id = ? and entity in ('match', 'item', 'undo') and action in (select value from json_each(?)) order by seq`,
  )
  const event = store.db.prepare<[number], EventRow>(
    'select seq, entity, entity_id, action, before, after from audit_events where seq = ?',
  )
  const lastSeq = store.db.prepare<[], number>('select max(seq) from audit_events').pluck()

  /** Decisions in order, each with where in the trail it was taken back; null for those in effect. */
  function history(runId: string): { step: Step; undoneAt: number | null }[] {
    const rows = steps.all(runId, JSON.stringify([...decisions, 'undone', 'redone']))
    const markers = rows.flatMap(({ seq, action, marker }) =>
      marker === null ? [] : [{ seq, action, marker: JSON.parse(marker) as Marker }],
    )
    const latest = new Map(markers.map((one) => [one.marker.of, one]))
    const own = new Set<number>()
    for (const { marker } of markers) for (let seq = marker.from + 1; seq <= marker.to; seq += 1) own.add(seq)
    return rows
      .filter(({ entity, seq }) => entity !== 'undo' && !own.has(seq))
      .map((step) => {
        const last = latest.get(step.seq)
        return { step, undoneAt: last?.action === 'undone' ? last.seq : null }
      })
  }
  function read(seq: number): RecordedEvent {
    const row = event.get(seq)
    if (!row) throw new Error(`event ${seq} is not in the trail`)
    return readEvent(row)
  }

  function mark(
    actor: Actor,
    runId: string,
    action: 'undone' | 'redone',
    event: RecordedEvent,
    work: () => void,
  ): void {
    const from = lastSeq.get() ?? 0
    work()
    const after: Marker = { of: event.seq, from, to: lastSeq.get() ?? from }
    audit.record({ actor, entity: 'undo', entityId: event.entityId, runId, action, after })
  }

  function takeBack(actor: Actor, { action, entityId, before }: RecordedEvent): void {
    if (action === 'close') items.reopen(actor, entityId, 'undo')
    else if (action === 'reopen') closeAs(actor, before as Item)
    else if (action === 'split') splits.join(actor, entityId)
    else if (action === 'join') splits.restore(actor, entityId, partIdsOf(before))
    else if (action === 'reject') matches.offerAgain(actor, entityId)
    else if (action === 'offer_again') matches.reject(actor, entityId, 'undo')
    else if (action === 'undo' || action === 'withdraw') matches.acceptAgain(actor, entityId)
    else matches.withdraw(actor, entityId)
  }

  function repeat(actor: Actor, { action, entityId, after }: RecordedEvent): void {
    if (action === 'close') closeAs(actor, after as Item)
    else if (action === 'reopen') items.reopen(actor, entityId, 'redo')
    else if (action === 'split') splits.restore(actor, entityId, partIdsOf(after))
    else if (action === 'join') splits.join(actor, entityId)
    else if (action === 'reject' || action === 'undo') matches.reject(actor, entityId, 'redo')
    else if (action === 'offer_again') matches.offerAgain(actor, entityId)
    else if (action === 'withdraw') matches.withdraw(actor, entityId)
    else matches.acceptAgain(actor, entityId)
  }

  const closeAs = (actor: Actor, item: Item) =>
    items.close(actor, item.id, {
      ledger: item.closedLedgerId,
      reason: (item.closedReason ?? 'manual_review') as ClosingReason,
      note: item.closedNote,
    })

  function takeBackOne(actor: Actor, runId: string, which: number | 'last'): Decision {
    return store.write(() => {
      runs.checkOpen(runs.get(actor.userId, runId))
      const found = history(runId)
        .filter(({ step, undoneAt }) => undoneAt === null && (which === 'last' || step.seq === which))
        .at(-1)
      if (!found && which !== 'last') throw notFound(`A decision ${which} of this run that could be undone`)
      if (!found) throw refused('nothing_to_undo', 'There is no decision of this run to undo.')
      const decision = read(found.step.seq)
      mark(actor, runId, 'undone', decision, () => takeBack(actor, decision))
      return decision
    })
  }

  return {
    undo: takeBackOne,
    async undoUnattended(actor, runId) {
      runs.checkOpen(runs.get(actor.userId, runId))
      const accepted = new Set(
        matches
          .ofRun(runId, 'accepted')
          .filter(({ unattended }) => unattended)
          .map(({ id }) => id),
      )
      const found = history(runId)
        .filter(({ step, undoneAt }) => undoneAt === null && step.action === 'accept_unattended')
        .filter(({ step }) => accepted.has(step.entity_id))
        .toReversed()
      const undone: Decision[] = []
      for (let at = 0; at < found.length; at += decisionsPerTurn) {
        store.write(() => {
          for (const { step } of found.slice(at, at + decisionsPerTurn)) {
            const decision = read(step.seq)
            mark(actor, runId, 'undone', decision, () => takeBack(actor, decision))
            undone.push(decision)
          }
        })
        await setImmediate()
      }
      return undone
    },
    redo: (actor, runId) =>
      store.write(() => {
        runs.checkOpen(runs.get(actor.userId, runId))
        const known = history(runId)
        const found = known
          .filter(({ undoneAt }) => undoneAt !== null)
          .sort((a, b) => (a.undoneAt ?? 0) - (b.undoneAt ?? 0))
          .at(-1)
        // A new decision after the undo begins another line; what was undone before it stays undone.
        const isOvertaken = found && known.some(({ step }) => step.seq > (found.undoneAt ?? 0))
        if (!found || isOvertaken)
          throw refused('nothing_to_redo', 'There is no undone decision of this run to repeat.')
        const decision = read(found.step.seq)
        mark(actor, runId, 'redone', decision, () => repeat(actor, decision))
        return decision
      }),
  }
}
