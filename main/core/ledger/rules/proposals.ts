import type { Store } from '../../db/store.ts'
import type { Clock, Log } from '../../ports.ts'
import type { Actor } from '../audit/service.ts'
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
  /** What the last pass proposed and is still open. */
  offered(run: Run): OfferedClosing[]
  /** Takes over the closings of a pass; closes what needs no person (6.8, 6.9). */
  passed(actor: Actor, run: Run, closings: readonly ClosingProposal[]): void
  /** Closes the item as proposed. 404 without a proposal. */
  accept(actor: Actor, run: Run, itemId: string): Item
  /** The proposal is not offered again, and counts against its rule. */
  reject(actor: Actor, run: Run, itemId: string): void
  /** An item was closed: proposals for it are settled, and the rule that proposed just this is confirmed. */
  closed(actor: Actor, item: Item): void
}

interface ProposalRow extends Omit<ClosingProposal, 'unattended'> {
  readonly unattended: number
}

export interface ClosingProposalDeps {
  readonly store: Store
  readonly ledgers: Ledgers
  readonly runs: Runs
  readonly items: Items
  readonly rules: Rules
  readonly now: Clock
  readonly log: Log
}

/** A rejected closing stands beside rejected pairs: it is a set of one leg and what was to happen with it. */
const keyOf = ({ itemId, ledgerId, reason }: ClosingProposal) => `close:${itemId}:${ledgerId}:${reason}`

/** Closings that rules and own transfers propose; a pass replaces those of its run. */
export function createClosingProposals(deps: ClosingProposalDeps): ClosingProposals {
  const { store, ledgers, runs, items, rules, now, log } = deps
  const isBlocked = store.db
    .prepare<[string, string], number>(
      'select exists (select 1 from rejected_pairs where ledger_id = ? and stable_key = ?)',
    )
    .pluck()
  const block = store.db.prepare(
    'insert or replace into rejected_pairs (ledger_id, stable_key, rejected_at, rejected_by) values (?, ?, ?, ?)',
  )
  const columns = `p.source_entry_id as itemId, p.ledger_id as ledgerId, p.reason, p.rule_id as ruleId, p.unattended`
  const ofRun = store.db.prepare<[string], ProposalRow>(
    `select ${columns} from closing_proposals p join source_entries e on e.id = p.source_entry_id
     where p.run_id = ? order by e.booking_date, e.position, e.id`,
  )
  const ofItem = store.db.prepare<[string, string], ProposalRow>(
    `select ${columns} from closing_proposals p where p.run_id = ? and p.source_entry_id = ?`,
  )
  const newest = store.db.prepare<[string], ProposalRow>(
    `select ${columns} from closing_proposals p where p.source_entry_id = ? order by p.offered_at desc limit 1`,
  )
  const forget = store.db.prepare('delete from closing_proposals where run_id = ?')
  const keep = store.db.prepare(
    `insert into closing_proposals (run_id, source_entry_id, ledger_id, reason, rule_id, unattended, offered_at)
     values (@runId, @itemId, @ledgerId, @reason, @ruleId, @unattended, @at)`,
  )
  const proposal = ({ unattended, ...row }: ProposalRow): ClosingProposal => ({ ...row, unattended: unattended === 1 })

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

  function find(run: Run, itemId: string): OfferedClosing {
    const [found] = stillOffered(run, ofItem.all(run.id, itemId).map(proposal))
    if (!found) throw notFound(`A closing proposed for item ${itemId}`)
    return found
  }
  const close = (actor: Actor, { itemId, ledgerId, reason }: ClosingProposal): Item =>
    items.close(actor, itemId, { ledger: ledgerId, reason: reason as ClosingReason })

  return {
    offered: (run) => stillOffered(run, ofRun.all(run.id).map(proposal)),
    passed(actor, run, closings) {
      const offered = stillOffered(run, closings)
      forget.run(run.id)
      for (const { unattended, ...closing } of closings)
        keep.run({ ...closing, runId: run.id, unattended: Number(unattended), at: now() })
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
    accept(actor, run, itemId) {
      runs.checkOpen(run)
      return close(actor, find(run, itemId))
    },
    reject: (actor, run, itemId) =>
      store.write(() => {
        runs.checkOpen(runs.get(actor.userId, run.id))
        const rejected = find(run, itemId)
        block.run(run.ledgerId, keyOf(rejected), now(), actor.name)
        if (rejected.ruleId !== null) rules.judged(actor, rejected.ruleId, 'r')
      }),
    closed(actor, item) {
      if (actor.name === 'engine') return
      // A carried line is proposed to the run that carries it, which is the newest.
      const proposed = newest.get(item.id)
      if (!proposed?.ruleId) return
      const isSame = proposed.ledgerId === item.closedLedgerId && proposed.reason === item.closedReason
      rules.judged(actor, proposed.ruleId, isSame ? 'a' : 'r')
    },
  }
}
