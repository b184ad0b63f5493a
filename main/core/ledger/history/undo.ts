import type { Store } from '../../db/store.ts'
import { type Actor, type Audit, type EventRow, type RecordedEvent, readEvent } from '../audit/service.ts'
import { notFound, refused } from '../errors.ts'
import type { ClosingReason, Items } from '../items/service.ts'
import type { Item } from '../items/types.ts'
import type { Matches } from '../matches/service.ts'
import type { Runs } from '../runs/service.ts'

/** Decisions that can be taken back. What an undo does itself is recorded too, and told apart by its marker. */
const decisions = [
  'manual_match',
  'accept',
  'accept_unattended',
  'accept_again',
  'reject',
  'undo',
  'offer_again',
  'withdraw',
  'close',
  'reopen',
]

interface Marker {
  readonly of: number
  readonly from: number
  readonly to: number
}

export interface Undo {
  /** Takes back a decision by its event number, or the last one. Answers what was taken back. */
  undo(actor: Actor, runId: string, event: number | 'last'): RecordedEvent
  /** Repeats the decision that was taken back last. */
  redo(actor: Actor, runId: string): RecordedEvent
}

/** Undo and redo of decisions of a run, from the trail (10.2, 11): nothing is deleted, every step is recorded. */
export function createUndo(deps: { store: Store; audit: Audit; runs: Runs; matches: Matches; items: Items }): Undo {
  const { store, audit, runs, matches, items } = deps
  const events = store.db.prepare<[string, string], EventRow>(
    `select seq, entity, entity_id, action, before, after from audit_events
     where run_id = ? and entity in ('match', 'item', 'undo') and action in (select value from json_each(?)) order by seq`,
  )
  const lastSeq = store.db.prepare<[], number>('select max(seq) from audit_events').pluck()

  /** Decisions of people in order, each with whether it is taken back, and the order in which that happened. */
  function history(runId: string): { event: RecordedEvent; undoneAt: number | null }[] {
    const rows = events.all(runId, JSON.stringify([...decisions, 'undone', 'redone'])).map(readEvent)
    const markers = rows.filter(({ entity }) => entity === 'undo')
    const spans = markers.map(({ after }) => after as Marker)
    const isOwn = (seq: number) => spans.some(({ from, to }) => seq > from && seq <= to)
    return rows
      .filter(({ entity, seq }) => entity !== 'undo' && !isOwn(seq))
      .map((event) => {
        const latest = markers.filter(({ after }) => (after as Marker).of === event.seq).at(-1)
        return { event, undoneAt: latest?.action === 'undone' ? latest.seq : null }
      })
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
    else if (action === 'reject') matches.offerAgain(actor, entityId)
    else if (action === 'offer_again') matches.reject(actor, entityId, 'undo')
    else if (action === 'undo' || action === 'withdraw') matches.acceptAgain(actor, entityId)
    else matches.withdraw(actor, entityId)
  }

  function repeat(actor: Actor, { action, entityId, after }: RecordedEvent): void {
    if (action === 'close') closeAs(actor, after as Item)
    else if (action === 'reopen') items.reopen(actor, entityId, 'redo')
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

  return {
    undo: (actor, runId, which) =>
      store.write(() => {
        runs.checkOpen(runs.get(actor.userId, runId))
        const known = history(runId)
        const found = known
          .filter(({ event, undoneAt }) => undoneAt === null && (which === 'last' || event.seq === which))
          .at(-1)
        if (!found && which !== 'last') throw notFound(`A decision ${which} of this run that could be undone`)
        if (!found) throw refused('nothing_to_undo', 'There is no decision of this run to undo.')
        mark(actor, runId, 'undone', found.event, () => takeBack(actor, found.event))
        return found.event
      }),
    redo: (actor, runId) =>
      store.write(() => {
        runs.checkOpen(runs.get(actor.userId, runId))
        const known = history(runId)
        const undone = known
          .filter(({ undoneAt }) => undoneAt !== null)
          .sort((a, b) => (a.undoneAt ?? 0) - (b.undoneAt ?? 0))
        const found = undone.at(-1)
        // A new decision after the undo begins another line; what was undone before it stays undone.
        const isOvertaken = found && known.some(({ event }) => event.seq > (found.undoneAt ?? 0))
        if (!found || isOvertaken)
          throw refused('nothing_to_redo', 'There is no undone decision of this run to repeat.')
        mark(actor, runId, 'redone', found.event, () => repeat(actor, found.event))
        return found.event
      }),
  }
}
