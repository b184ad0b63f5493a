import type { Store } from '../../db/store.ts'
import type { Clock, Log } from '../../ports.ts'
import type { Actor } from '../audit/service.ts'
import type { ClosingProposal } from '../engine/types.ts'
import { notFound } from '../errors.ts'
import type { ClosingReason, Items } from '../items/service.ts'
import type { Item } from '../items/types.ts'
import { decideInTurns } from '../matches/in-turns.ts'
import type { Runs } from '../runs/service.ts'
import type { Run } from '../runs/types.ts'
import { keyOfClosing, proposalRows } from './proposal-rows.ts'
import type { Rules } from './service.ts'

export interface OfferedClosing extends ClosingProposal {
  readonly item: Item
}

export interface ClosingProposals {
  /** What the last pass proposed and is still open. */
  offered(run: Run): OfferedClosing[]
  /** Closes what a pass proposed and needs no person (6.8, 6.9), some at a time; for the job of the run. */
  closeUnattended(actor: Actor, run: Run, closings: readonly ClosingProposal[]): Promise<void>
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
  readonly runs: Runs
  readonly items: Items
  readonly rules: Rules
  readonly now: Clock
  readonly log: Log
}

/** Closings that rules and own transfers propose; a pass replaces those of its run. */
export function createClosingProposals(deps: ClosingProposalDeps): ClosingProposals {
  const { store, runs, items, rules, now, log } = deps
  const rows = proposalRows(store.db)
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
  const proposal = ({ unattended, ...row }: ProposalRow): ClosingProposal => ({ ...row, unattended: unattended === 1 })

  function stillOffered(run: Run, closings: readonly ClosingProposal[]): OfferedClosing[] {
    const active = new Map(rules.ofUser(run.userId).map(({ id, state }) => [id, state === 'active']))
    return closings.flatMap((closing) => {
      if (closing.ruleId !== null && active.get(closing.ruleId) !== true) return []
      if (rows.isBlocked(run.ledgerId, closing)) return []
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
    async closeUnattended(actor, run, closings) {
      const engine = { ...actor, name: 'engine' }
      const byItem = new Map(closings.map((closing) => [closing.itemId, closing]))
      await decideInTurns(
        store,
        [...byItem.keys()],
        (itemId) => {
          const [offered] = stillOffered(
            run,
            [byItem.get(itemId)].flatMap((closing) => closing ?? []),
          )
          if (offered) runs.asJob(run.id, () => close(engine, offered))
        },
        (item, { code }) => log.info('unattended_closing_refused', { item, code }),
      )
    },
    accept(actor, run, itemId) {
      runs.checkOpen(run)
      return close(actor, find(run, itemId))
    },
    reject: (actor, run, itemId) =>
      store.write(() => {
        runs.checkOpen(runs.get(actor.userId, run.id))
        const rejected = find(run, itemId)
        block.run(run.ledgerId, keyOfClosing(rejected), now(), actor.name)
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
