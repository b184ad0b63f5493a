import { randomUUID } from 'node:crypto'
import type { Store } from '../../db/store.ts'
import type { Clock } from '../../ports.ts'
import type { Actor, Audit } from '../audit/service.ts'
import type { Journals } from '../books/journals.ts'
import type { Ledgers } from '../books/ledgers.ts'
import { invalidRequest, LedgerRefusal, notFound, refused } from '../errors.ts'
import type { itemQueries } from '../items/item-queries.ts'
import type { Runs } from '../runs/service.ts'
import type { Run } from '../runs/types.ts'
import { type Allocations, createAllocations } from './allocations.ts'
import { composeMatch } from './compose.ts'
import { matchQueries } from './match-queries.ts'
import { stableKey } from './stable-key.ts'
import type { Match, MatchLeg, Treatment } from './types.ts'

export interface ManualMatch {
  readonly sourceEntryIds: readonly string[]
  readonly ledgerEntryIds: readonly string[]
  readonly note?: string | null | undefined
  /** Shares of entries by id, signed minor units. */
  readonly allocations: ReadonlyMap<string, number>
  readonly treatment: Treatment
}

export interface Matches {
  get(userId: string, id: string): Match
  ofRun(runId: string, status: Match['status']): Match[]
  /** Accepted at once; the same legs as an accepted match answer that one with `isNew` false. */
  manual(actor: Actor, runId: string, input: ManualMatch): { match: Match; isNew: boolean }
  accept(actor: Actor, id: string, options?: { treatment?: Treatment; unattended?: boolean }): Match
  /** Rejects a suggestion, or undoes an accepted match. */
  reject(actor: Actor, id: string, reason: string | null): Match
  /** A rejected match is offered again (8). */
  offerAgain(actor: Actor, id: string): Match
  setNote(actor: Actor, id: string, note: string | null): Match
  /** Accepted matches that use one of these entries. */
  acceptedWith(entryIds: readonly string[]): Match[]
  /** Before ledger entries go or after they changed: their suggestions go. */
  dropSuggestionsOf(entryIds: readonly string[]): void
  readonly allocations: Allocations
}

export interface MatchDeps {
  readonly store: Store
  readonly audit: Audit
  readonly ledgers: Ledgers
  readonly journals: Journals
  readonly runs: Runs
  readonly items: ReturnType<typeof itemQueries>
  readonly now: Clock
  /** Called in the transaction after a decision: discrepancies, learning. */
  readonly onDecided: (actor: Actor, match: Match, decision: 'accepted' | 'rejected' | 'undone') => void
}

const asKeyed = (legs: readonly MatchLeg[]) =>
  legs.map((leg) => ({ side: leg.side, id: leg.sourceEntryId ?? leg.ledgerEntryId ?? '', amount: leg.amount }))

/** Decisions on matches (3.7, 6.10, 8). Each is one transaction with its trail. */
export function createMatches(deps: MatchDeps): Matches {
  const { store, audit, ledgers, journals, runs, items, now, onDecided } = deps
  const queries = matchQueries(store.db)
  const allocations = createAllocations({ items, matches: queries, journals })

  function get(userId: string, id: string): Match {
    const match = queries.byId(userId, id)
    if (!match) throw notFound(`Match ${id}`)
    return match
  }

  /** Books what is left over against another ledger; the bank-side entry of it becomes a leg. */
  function writeOff(
    actor: Actor,
    run: Run,
    difference: number,
    treatment: Treatment & { kind: 'write_off' },
    date: string,
  ) {
    const ledger = ledgers.find(actor.userId, treatment.ledgerId)
    if (ledger.id === run.ledgerId)
      throw invalidRequest('A difference is written off to another ledger', {
        difference_treatment: 'must name another ledger',
      })
    const isIn = difference > 0
    const posted = journals.post(actor, {
      type: 'write_off',
      currency: run.currency,
      description: `Difference written off: ${treatment.reason}`.slice(0, 500),
      bookingDate: date,
      source: 'closing_posting',
      metadata: { run_id: run.id, reason: treatment.reason },
      entries: [
        { ledger: run.ledgerId, type: isIn ? 'debit' : 'credit', amount: Math.abs(difference), amountLcy: null },
        { ledger: ledger.id, type: isIn ? 'credit' : 'debit', amount: Math.abs(difference), amountLcy: null },
      ],
    })
    const [entry] = posted.entries
    if (!entry) throw new Error('a write-off without its bank entry')
    const leg: MatchLeg = { side: 'ledger', sourceEntryId: null, ledgerEntryId: entry.id, amount: difference }
    return { transactionId: posted.transaction.id, leg }
  }

  function latestDate(userId: string, legs: readonly MatchLeg[]): string {
    return legs
      .map((leg) => {
        const found =
          leg.side === 'source'
            ? allocations.item(userId, leg.sourceEntryId)
            : allocations.entry(userId, leg.ledgerEntryId)
        return found.side === 'source' ? found.item.bookingDate : found.entry.bookingDate
      })
      .reduce((latest, date) => (date > latest ? date : latest), '')
  }

  function dropRivals(match: Match): void {
    for (const leg of match.legs)
      for (const rival of queries.suggestionsWith(allocations.idOf(leg))) {
        if (rival.id === match.id) continue
        keepNote(rival)
        queries.remove(rival.id)
      }
  }

  /** A suggestion that goes leaves its note on its first item (6.11). */
  function keepNote(match: Match): void {
    const leg = match.legs.find(({ side }) => side === 'source')
    if (match.note === null || !leg?.sourceEntryId) return
    const { item } = allocations.item(userOf(match), leg.sourceEntryId) as { item: { note: string | null } }
    items.setNote(leg.sourceEntryId, item.note === null ? match.note : `${item.note}\n${match.note}`, now())
  }
  const userOf = (match: Match) =>
    store.db
      .prepare<[string], string>('select user_id from reconciliation_runs where id = ?')
      .pluck()
      .get(match.runId) ?? ''

  function take(actor: Actor, run: Run, match: Match): void {
    allocations.apply(actor.userId, match, now())
    dropRivals(match)
    runs.decided(actor, run.id)
    onDecided(actor, match, 'accepted')
  }

  return {
    get,
    allocations,
    ofRun: queries.ofRun,
    acceptedWith(entryIds) {
      const found = entryIds.flatMap((id) => queries.acceptedWith(id))
      return [...new Map(found.map((match) => [match.id, match])).values()]
    },
    dropSuggestionsOf(entryIds) {
      for (const id of entryIds)
        for (const match of queries.suggestionsWith(id)) {
          keepNote(match)
          queries.remove(match.id)
        }
    },
    manual: (actor, runId, input) =>
      store.write(() => {
        const run = runs.get(actor.userId, runId)
        runs.checkOpen(run)
        const source = [...new Set(input.sourceEntryIds)].map((id) => allocations.item(actor.userId, id))
        const ledger = [...new Set(input.ledgerEntryIds)].map((id) => allocations.entry(actor.userId, id))
        for (const one of source)
          if (one.side === 'source' && one.item.ledgerId !== run.ledgerId)
            throw invalidRequest('An item belongs to another ledger', { source_entry_ids: one.id })
        const family = new Set(ledgers.family(actor.userId, run.ledgerId))
        for (const one of ledger)
          if (one.side === 'ledger' && !family.has(one.entry.ledgerId))
            throw invalidRequest('A ledger entry belongs to another ledger', { ledger_entry_ids: one.id })
        const already = acceptedSame(run.ledgerId, source, ledger, input)
        if (already) return { match: already, isNew: false }
        for (const one of [...source, ...ledger])
          if (one.open === 0) allocations.checkOpen(actor.userId, [emptyLeg(one)], null)
        const composed = composeMatch(source, ledger, input.allocations, input.treatment)
        const off =
          composed.difference !== 0 && input.treatment.kind === 'write_off'
            ? writeOff(actor, run, composed.difference, input.treatment, latestDate(actor.userId, composed.legs))
            : null
        const legs = off ? [...composed.legs, off.leg] : composed.legs
        const at = now()
        const match: Match = {
          id: randomUUID(),
          runId,
          status: 'accepted',
          origin: 'manual',
          kind: composed.kind,
          difference: 0,
          treatment: input.treatment,
          writeOffTransactionId: off?.transactionId ?? null,
          score: 100,
          band: 'strong',
          reasons: [],
          ambiguousWith: [],
          unattended: false,
          note: input.note ?? null,
          rejectReason: null,
          decidedBy: actor.name,
          decidedAt: at,
          stableKey: stableKey(asKeyed(legs)),
          version: 1,
          createdAt: at,
          modifiedAt: at,
          legs,
        }
        queries.insert(match)
        take(actor, run, match)
        audit.record({ actor, entity: 'match', entityId: match.id, runId, action: 'manual_match', after: match })
        return { match, isNew: true }
      }),
    accept: (actor, id, options = {}) =>
      store.write(() => {
        const match = get(actor.userId, id)
        if (match.status === 'accepted') return match
        const run = runs.get(actor.userId, match.runId)
        if (!options.unattended) runs.checkOpen(run)
        if (match.status === 'rejected')
          throw refused('match_rejected', 'This match was rejected. Offer it again first, or match by hand.', {
            match_id: id,
          })
        allocations.checkOpen(actor.userId, match.legs, id)
        const proposed =
          match.treatment.kind === 'write_off' && match.treatment.ledgerId === null
            ? { kind: 'none' as const }
            : match.treatment
        const treatment = options.treatment ?? (proposed as Treatment)
        if (match.difference !== 0 && treatment.kind === 'none')
          throw new LedgerRefusal(
            422,
            'difference_not_treated',
            `The two sides differ by ${Math.abs(match.difference)} minor units. Leave the rest open, or write it off.`,
            { difference: String(match.difference) },
          )
        const off =
          match.difference !== 0 && treatment.kind === 'write_off'
            ? writeOff(actor, run, match.difference, treatment, latestDate(actor.userId, match.legs))
            : null
        const even =
          match.difference !== 0 && treatment.kind === 'leave_open' ? evened(actor.userId, match) : match.legs
        const legs = off ? [...match.legs, off.leg] : even
        const at = now()
        const accepted: Match = {
          ...match,
          status: 'accepted',
          legs,
          difference: 0,
          treatment,
          writeOffTransactionId: off?.transactionId ?? null,
          unattended: options.unattended ?? false,
          decidedBy: actor.name,
          decidedAt: at,
          version: match.version + 1,
          modifiedAt: at,
        }
        queries.replace(accepted)
        take(actor, run, accepted)
        audit.record({
          actor,
          entity: 'match',
          entityId: id,
          runId: run.id,
          action: options.unattended ? 'accept_unattended' : 'accept',
          before: match,
          after: accepted,
        })
        return accepted
      }),
    reject: (actor, id, reason) =>
      store.write(() => {
        const match = get(actor.userId, id)
        if (match.status === 'rejected') return match
        const run = runs.get(actor.userId, match.runId)
        runs.checkOpen(run)
        const at = now()
        const wasAccepted = match.status === 'accepted'
        if (wasAccepted) {
          allocations.takeBack(actor.userId, match, at)
          if (match.writeOffTransactionId !== null) undoWriteOff(actor, match, latestDate(actor.userId, match.legs))
        }
        const rejected: Match = {
          ...match,
          status: 'rejected',
          rejectReason: reason,
          decidedBy: actor.name,
          decidedAt: at,
          version: match.version + 1,
          modifiedAt: at,
        }
        queries.update(rejected)
        // An undo takes a decision back; only a rejected proposal is never offered again by itself (6.8).
        if (!wasAccepted) queries.block(run.ledgerId, match.stableKey, at, actor.name)
        onDecided(actor, rejected, wasAccepted ? 'undone' : 'rejected')
        audit.record({
          actor,
          entity: 'match',
          entityId: id,
          runId: run.id,
          action: wasAccepted ? 'undo' : 'reject',
          before: match,
          after: rejected,
          reason,
        })
        return rejected
      }),
    offerAgain: (actor, id) =>
      store.write(() => {
        const match = get(actor.userId, id)
        if (match.status === 'suggested') return match
        const run = runs.get(actor.userId, match.runId)
        runs.checkOpen(run)
        if (match.status === 'accepted') throw refused('match_accepted', 'The match is accepted. Undo it first.')
        allocations.checkOpen(actor.userId, match.legs, id)
        const offered: Match = {
          ...match,
          status: 'suggested',
          rejectReason: null,
          decidedBy: null,
          decidedAt: null,
          version: match.version + 1,
          modifiedAt: now(),
        }
        queries.update(offered)
        queries.unblock(run.ledgerId, match.stableKey)
        audit.record({
          actor,
          entity: 'match',
          entityId: id,
          runId: run.id,
          action: 'offer_again',
          before: match,
          after: offered,
        })
        return offered
      }),
    setNote: (actor, id, note) =>
      store.write(() => {
        const match = get(actor.userId, id)
        if (match.note === note) return match
        const noted = { ...match, note, version: match.version + 1, modifiedAt: now() }
        queries.update(noted)
        audit.record({
          actor,
          entity: 'match',
          entityId: id,
          runId: match.runId,
          action: 'note',
          before: match.note,
          after: note,
        })
        return noted
      }),
  }

  function acceptedSame(
    ledgerId: string,
    source: readonly { id: string }[],
    ledger: readonly { id: string }[],
    input: ManualMatch,
  ): Match | null {
    const [first] = source.length > 0 ? source : ledger
    if (!first) return null
    const wanted = [...source, ...ledger].map(({ id }) => id).sort()
    const same = queries.acceptedWith(first.id).find((match) => {
      const shares = match.legs.filter((leg) => leg.ledgerEntryId === null || wanted.includes(leg.ledgerEntryId))
      const ids = shares.map(allocations.idOf).sort()
      const fits = shares.every((leg) => (input.allocations.get(allocations.idOf(leg)) ?? leg.amount) === leg.amount)
      return fits && ids.length === wanted.length && ids.every((id, at) => id === wanted[at])
    })
    return same ? queries.acceptedByKey(ledgerId, same.stableKey) : null
  }

  function emptyLeg(one: { side: 'source' | 'ledger'; id: string }): MatchLeg {
    return one.side === 'source'
      ? { side: 'source', sourceEntryId: one.id, ledgerEntryId: null, amount: 0 }
      : { side: 'ledger', sourceEntryId: null, ledgerEntryId: one.id, amount: 0 }
  }

  /** A proposal whose sides differ, cut to what both have. */
  function evened(userId: string, match: Match): readonly MatchLeg[] {
    const pick = (side: 'source' | 'ledger') =>
      match.legs
        .filter((leg) => leg.side === side)
        .map((leg) =>
          leg.side === 'source'
            ? allocations.item(userId, leg.sourceEntryId)
            : allocations.entry(userId, leg.ledgerEntryId),
        )
    const amounts = new Map(match.legs.map((leg) => [allocations.idOf(leg), leg.amount]))
    return composeMatch(pick('source'), pick('ledger'), amounts, { kind: 'leave_open' }).legs
  }

  /** The booking of a write-off is reversed, and both bank entries of it settle each other. */
  function undoWriteOff(actor: Actor, match: Match, bookingDate: string): void {
    if (match.writeOffTransactionId === null) return
    const contra = journals.reverse(actor, match.writeOffTransactionId, { bookingDate, reason: 'match undone' })
    const run = runs.get(actor.userId, match.runId)
    const { entries } = journals.get(actor.userId, match.writeOffTransactionId)
    for (const entry of [...entries, ...contra.entries])
      if (entry.ledgerId === run.ledgerId) queries.allocateEntry(entry.id, entry.signed, now())
  }
}
