import type { Store } from '../../db/store.ts'
import type { Clock, Log } from '../../ports.ts'
import type { Workers } from '../../worker/workers.ts'
import type { Actor } from '../audit/service.ts'
import { matchInputOf } from '../auto/match-input.ts'
import type { MatchOutput } from '../auto/types.ts'
import type { Ledgers } from '../books/ledgers.ts'
import type { ClosingProposal } from '../engine/types.ts'
import { LedgerRefusal, notFound } from '../errors.ts'
import type { ClosingReason, Items } from '../items/service.ts'
import type { Item } from '../items/types.ts'
import type { Runs } from '../runs/service.ts'
import type { Run } from '../runs/types.ts'
import type { Rules } from './service.ts'

export interface OfferedClosing extends ClosingProposal {
  readonly item: Item
}

export interface ClosingProposals {
  /** What the last pass proposed and is still open; after a restart it is worked out again. */
  offered(run: Run): Promise<OfferedClosing[]>
  /** Takes over the closings of a pass; closes what needs no person (6.8, 6.9). */
  passed(actor: Actor, run: Run, closings: readonly ClosingProposal[]): void
  /** Closes the item as proposed. 404 without a proposal. */
  accept(actor: Actor, run: Run, itemId: string): Promise<Item>
  /** The proposal is not offered again, and counts against its rule. */
  reject(actor: Actor, run: Run, itemId: string): Promise<void>
  /** An item was closed: proposals for it are settled, and the rule that proposed just this is confirmed. */
  closed(actor: Actor, item: Item): void
}

export interface ClosingProposalDeps {
  readonly store: Store
  readonly ledgers: Ledgers
  readonly runs: Runs
  readonly items: Items
  readonly rules: Rules
  readonly workers: Workers
  readonly now: Clock
  readonly log: Log
}

/** A rejected closing stands beside rejected pairs: it is a set of one leg and what was to happen with it. */
const keyOf = ({ itemId, ledgerId, reason }: ClosingProposal) => `close:${itemId}:${ledgerId}:${reason}`

/** Closings that rules and own transfers propose. Kept in memory only: the same input gives them again (principle 6). */
export function createClosingProposals(deps: ClosingProposalDeps): ClosingProposals {
  const { store, ledgers, runs, items, rules, workers, now, log } = deps
  const isBlocked = store.db
    .prepare<[string, string], number>(
      'select exists (select 1 from rejected_pairs where ledger_id = ? and stable_key = ?)',
    )
    .pluck()
  const block = store.db.prepare(
    'insert or replace into rejected_pairs (ledger_id, stable_key, rejected_at, rejected_by) values (?, ?, ?, ?)',
  )
  const known = new Map<string, readonly ClosingProposal[]>()

  function stillOffered(run: Run, closings: readonly ClosingProposal[]): OfferedClosing[] {
    const active = new Map(rules.ofUser(run.userId).map(({ id, state }) => [id, state === 'active']))
    return closings.flatMap((closing) => {
      if (closing.ruleId !== null && active.get(closing.ruleId) !== true) return []
      if (isBlocked.get(run.ledgerId, keyOf(closing)) === 1) return []
      const item = items.find(run.userId, closing.itemId)
      const isOpen = item !== null && (item.matchStatus === 'unmatched' || item.matchStatus === 'partial')
      return isOpen ? [{ ...closing, item }] : []
    })
  }

  async function closingsOf(run: Run): Promise<readonly ClosingProposal[]> {
    const kept = known.get(run.id)
    if (kept) return kept
    // A run that no pass has looked at has no proposals.
    if (run.settings === null || run.status === 'closed') return []
    const input = matchInputOf(ledgers, run, { includeRejected: false, dryRun: true, at: now() })
    const { closings } = await workers.run<MatchOutput>('ledger.match', input)
    known.set(run.id, closings)
    return closings
  }
  async function find(run: Run, itemId: string): Promise<OfferedClosing> {
    const found = stillOffered(run, await closingsOf(run)).find((closing) => closing.itemId === itemId)
    if (!found) throw notFound(`A closing proposed for item ${itemId}`)
    return found
  }
  const close = (actor: Actor, { itemId, ledgerId, reason }: ClosingProposal): Item =>
    items.close(actor, itemId, { ledger: ledgerId, reason: reason as ClosingReason })

  return {
    offered: async (run) => stillOffered(run, await closingsOf(run)),
    passed(actor, run, closings) {
      const offered = stillOffered(run, closings)
      known.set(run.id, closings)
      const hits = new Map<string, number>()
      for (const { ruleId } of offered) if (ruleId !== null) hits.set(ruleId, (hits.get(ruleId) ?? 0) + 1)
      rules.used(hits)
      if (!ledgers.find(run.userId, run.ledgerId).unattended) return
      for (const closing of offered.filter(({ unattended }) => unattended))
        try {
          close({ ...actor, name: 'engine' }, closing)
        } catch (error) {
          if (!(error instanceof LedgerRefusal)) throw error
          log.info('unattended_closing_refused', { item: closing.itemId, code: error.code })
        }
    },
    async accept(actor, run, itemId) {
      const proposal = await find(run, itemId)
      return close(actor, proposal)
    },
    async reject(actor, run, itemId) {
      const proposal = await find(run, itemId)
      store.write(() => {
        runs.checkOpen(runs.get(actor.userId, run.id))
        block.run(run.ledgerId, keyOf(proposal), now(), actor.name)
        if (proposal.ruleId !== null) rules.judged(actor, proposal.ruleId, 'r')
      })
    },
    closed(actor, item) {
      if (actor.name === 'engine') return
      for (const closings of known.values()) {
        const proposal = closings.find(({ itemId }) => itemId === item.id)
        if (!proposal?.ruleId) continue
        const isSame = proposal.ledgerId === item.closedLedgerId && proposal.reason === item.closedReason
        rules.judged(actor, proposal.ruleId, isSame ? 'a' : 'r')
        return
      }
    },
  }
}
