import { stableKey } from '../matches/stable-key.ts'
import type { Books } from './books.ts'
import { bandOf, clamped } from './points.ts'
import type { ClosingProposal, EngineEntry, EngineItem, Finding, Leg, MatchKind, Proposal, Reason } from './types.ts'

/** What a pass proposes; the rest follows from it. */
export interface Draft {
  readonly pass: number
  readonly items: readonly number[]
  readonly entries: readonly number[]
  /** Shares other than what is open, by place; absent: all that is open. */
  readonly shares?: { readonly items?: readonly number[]; readonly entries?: readonly number[] }
  readonly treatment?: Proposal['treatment']
  readonly reasons: readonly Reason[]
  /** Other sets of ids that fit nearly as well. */
  readonly alternatives: readonly (readonly string[])[]
  /** Rival pairs by place: their proposals compete with this one. */
  readonly rivals?: readonly { readonly item: number; readonly entry: number }[]
  /** What 6.9 asks of the evidence; the rest of its guards is looked at when all is known. */
  readonly isSure: boolean
  readonly isForeign?: boolean
}

/** Collects proposals, and what they take, in the order in which the passes make them. */
export interface Drafts {
  /** False: a person rejected exactly this, or it scores too little. */
  add(draft: Draft): boolean
  /** Whether these legs may be proposed. */
  mayPropose(items: readonly number[], entries: readonly number[]): boolean
  find(finding: Finding): void
  /** Nothing with this line is accepted without a click. */
  warn(id: string): void
  close(closing: ClosingProposal): void
  result(): { readonly proposals: Proposal[]; readonly closings: ClosingProposal[]; readonly findings: Finding[] }
}

const warnings: ReadonlySet<Finding['type']> = new Set([
  'amount_difference',
  'unlinked_return',
  'possible_duplicate_ledger_entry',
  'wrong_counterparty',
  'transfer_counterpart_missing',
  'currency_difference',
  'period_mismatch',
])
const mostRivalsNamed = 10
const none: readonly never[] = []
const noTreatment: Proposal['treatment'] = { kind: 'none' }

/** The first three, as they are told. */
const told = (alternatives: Draft['alternatives']): string[] => alternatives.slice(0, 3).map((ids) => ids.join(' '))

const alternativesReason = ({ alternatives }: Draft): Reason => ({
  code: 'alternatives',
  points: 0,
  text: `${alternatives.length} other ${alternatives.length === 1 ? 'way fits' : 'ways fit'} nearly as well`,
  evidence: { alternatives: told(alternatives) },
})

export function createDrafts(books: Books): Drafts {
  const { profile, rejected, offerRejected } = books.input
  const made: Proposal[] = []
  // Of what was proposed, by its number: only what the others need to know of it.
  const byItem = new Int32Array(books.items.length).fill(-1)
  const byEntry = new Int32Array(books.entries.length).fill(-1)
  const competing = new Map<number, Pick<Draft, 'items' | 'entries' | 'alternatives' | 'rivals'>>()
  const closings: ClosingProposal[] = []
  const doubtful = new Set<string>()
  const findings = new Map<string, Finding>()

  const legsOf = ({ items, entries, shares }: Pick<Draft, 'items' | 'entries' | 'shares'>): Leg[] => [
    ...items.map((at, i): Leg => {
      const { id, open } = books.items[at] as EngineItem
      return { side: 'source', id, amount: shares?.items?.[i] ?? open }
    }),
    ...entries.map((at, i): Leg => {
      const { id, open } = books.entries[at] as EngineEntry
      return { side: 'ledger', id, amount: shares?.entries?.[i] ?? open }
    }),
  ]
  const isRejected = (legs: readonly Leg[]): boolean => rejected.size > 0 && rejected.has(stableKey(legs))
  const isBarred = (legs: readonly Leg[]): boolean => offerRejected !== true && isRejected(legs)

  const find = (finding: Finding): void => {
    findings.set(`${finding.type} ${finding.itemId} ${finding.entryId}`, finding)
  }

  return {
    mayPropose: (items, entries) => rejected.size === 0 || !isBarred(legsOf({ items, entries })),
    add(draft) {
      const score = clamped(draft.reasons.reduce((sum, { points }) => sum + points, 0))
      const legs = legsOf(draft)
      if (score < profile.storeFrom || isBarred(legs)) return false
      const total = (side: Leg['side']): number =>
        legs.reduce((sum, leg) => (leg.side === side ? sum + leg.amount : sum), 0)
      const isNetting = draft.items.length === 0 || draft.entries.length === 0
      const proposal: Proposal = {
        stableKey: stableKey(legs),
        kind: kindOf(draft.items.length, draft.entries.length),
        legs,
        difference: draft.isForeign || isNetting ? 0 : total('source') - total('ledger'),
        treatment: draft.treatment ?? noTreatment,
        score,
        band: bandOf(score),
        reasons: draft.alternatives.length === 0 ? draft.reasons : [...draft.reasons, alternativesReason(draft)],
        ambiguousWith: none,
        mayBeUnattended: draft.isSure && !isRejected(legs),
        pass: draft.pass,
      }
      const { items, entries, alternatives, rivals } = draft
      if (alternatives.length > 0)
        competing.set(made.length, { items, entries, alternatives, ...(rivals ? { rivals } : {}) })
      for (const at of items) {
        books.takeItem(at)
        byItem[at] = made.length
      }
      for (const at of entries) {
        books.takeEntry(at)
        byEntry[at] = made.length
      }
      made.push(proposal)
      return true
    },
    find,
    warn: (id) => {
      doubtful.add(id)
    },
    close: (closing) => {
      closings.push(closing)
    },
    result() {
      for (const { items, entries, alternatives } of competing.values()) {
        const item = items[0] === undefined ? null : (books.items[items[0]] as EngineItem)
        const entry = item || entries[0] === undefined ? null : (books.entries[entries[0]] as EngineEntry)
        find({
          type: 'ambiguous_match',
          itemId: item?.id ?? null,
          entryId: entry?.id ?? null,
          amount: item?.open ?? entry?.open ?? null,
          facts: { alternatives: told(alternatives) },
        })
      }
      const warned = new Set(
        [...findings.values()].flatMap(({ type, itemId, entryId }) => (warnings.has(type) ? [itemId, entryId] : [])),
      )
      const rank = (proposal: Proposal): string => proposal.legs[0]?.id ?? ''
      const proposals = made.map((proposal, at): Proposal => {
        const rivals = (competing.get(at)?.rivals ?? none).flatMap(({ item, entry }) => [byItem[item], byEntry[entry]])
        const ambiguousWith = [...new Set(rivals.flatMap((one) => made[one as number]?.stableKey ?? none))]
          .filter((key) => key !== proposal.stableKey)
          .sort()
          .slice(0, mostRivalsNamed)
        const mayBeUnattended =
          proposal.mayBeUnattended &&
          ambiguousWith.length === 0 &&
          !competing.has(at) &&
          proposal.score >= 90 &&
          proposal.difference === 0 &&
          !proposal.legs.some(({ id }) => warned.has(id) || doubtful.has(id))
        return ambiguousWith.length === 0 && mayBeUnattended === proposal.mayBeUnattended
          ? proposal
          : { ...proposal, ambiguousWith, mayBeUnattended }
      })
      return {
        proposals: proposals.sort((a, b) => a.pass - b.pass || b.score - a.score || (rank(a) < rank(b) ? -1 : 1)),
        closings,
        findings: [...findings.values()],
      }
    },
  }
}

function kindOf(items: number, entries: number): MatchKind {
  if (items === 0 || entries === 0) return 'netting'
  if (items === 1) return entries === 1 ? 'one_to_one' : 'one_to_many'
  return entries === 1 ? 'many_to_one' : 'many_to_many'
}
