import { create } from 'zustand'
import { api } from '../../api.ts'
import { asFailure, type Failure } from '../../shared/failure.ts'
import { createList } from '../../shared/list/create-list.ts'
import { createResource } from '../../shared/resource.ts'
import type { Order } from '../reconciliation/ledger-api.ts'
import type {
  AuditEvent,
  BooksImport,
  EventFilter,
  Party,
  PartyFilter,
  Rule,
  RuleFilter,
  TrailState,
  TrialBalance,
} from './books-api.ts'

export const ruleList = createList<Rule, RuleFilter>(api.bookWork.rules)
export const ruleDetails = createResource<Rule>(api.bookWork.rule)
export function rulesChanged(): void {
  ruleList.refresh()
  ruleDetails.refresh()
}

export const partyList = createList<Party, PartyFilter>(api.bookWork.parties)
export const partyDetails = createResource<Party>(api.bookWork.party)
export function partiesChanged(): void {
  partyList.refresh()
  partyDetails.refresh()
}

export const eventList = createList<AuditEvent, EventFilter>(api.bookWork.events)
export const eventDetails = createResource<AuditEvent | null>(api.bookWork.event)

interface Trail {
  readonly state: TrailState | null
  readonly failure: Failure | null
}
export const useTrail = create<Trail>(() => ({ state: null, failure: null }))
export async function loadTrail(): Promise<void> {
  try {
    useTrail.setState({ state: await api.bookWork.trail(), failure: null })
  } catch (error) {
    useTrail.setState({ failure: asFailure(error) })
  }
}

export const importList = createList<BooksImport, Order>(api.bookWork.imports)
/** By the last day of it; empty: all there is. */
export const trialBalances = createResource<TrialBalance>((at) => api.bookWork.trialBalance(at === '' ? null : at))
/** The account whose movements a ledger was compared with last, by the ledger. */
export const bankAccountOf = createResource<string | null>(
  async (ledgerId) => (await api.bookWork.lastMovementRun(ledgerId))?.account_id ?? null,
)
