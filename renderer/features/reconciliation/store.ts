import { create } from 'zustand'
import { api } from '../../api.ts'
import type { Page } from '../../shared/http.ts'
import { createList } from '../../shared/list/create-list.ts'
import { createResource } from '../../shared/resource.ts'
import { runList } from '../books/store.ts'
import type {
  Candidate,
  Discrepancy,
  EarlierLine,
  Entry,
  Group,
  ItemDetail,
  Match,
  Proof,
  ProofSuspects,
  ProposedBooking,
  QueueRow,
  RunOfBooks,
  StatementLine,
  StatementLines,
  Worklist,
} from './ledger-api.ts'

export const runs = createResource<RunOfBooks>(api.books.run)
export const matches = createResource<Match>(api.books.match)
export const items = createResource<ItemDetail>(api.books.item)
export const bookEntries = createResource<Entry>(api.books.entry)
export const oneDiscrepancy = createResource<Discrepancy>(api.books.discrepancy)
/** Open discrepancies of a run, critical first; of very many only the first. */
export const discrepancies = createResource<Page<Discrepancy>>(api.books.discrepancies)
export const candidates = createResource<readonly Candidate[]>(api.books.candidates)
export const earlierLines = createResource<readonly EarlierLine[]>(api.books.earlier)
export const proposedBookings = createResource<ProposedBooking>(api.books.proposedBooking)
export const proofs = createResource<Proof>(api.books.proof)

/** Lines that may be the cause of a failed proof, by `run statement`. */
export const suspects = createResource<ProofSuspects>((key) => {
  const [runId = '', statementId = ''] = key.split(' ')
  return api.books.suspects(runId, statementId)
})

/** How much waits in each group of the run on the screen. */
export const useCounts = create<{ readonly counts: Worklist['counts'] | null }>(() => ({ counts: null }))

export interface QueueFilter {
  readonly runId: string
  readonly group?: Group | undefined
  readonly q?: string | undefined
}
const pageOf = async (
  { runId, ...query }: QueueFilter,
  span: { limit: number; offset: number },
  signal: AbortSignal,
) => {
  const { data, total, counts } = await api.books.worklist(runId, query, span, signal)
  return { rows: data, total, counts }
}
export const queue = createList<QueueRow, QueueFilter>(async (filter, span, signal) => {
  const page = await pageOf(filter, span, signal)
  useCounts.setState({ counts: page.counts })
  return page
})
/** Everything open on each side, for matching by hand. */
export const sides = {
  open_source: createList<QueueRow, QueueFilter>(pageOf),
  open_ledger: createList<QueueRow, QueueFilter>(pageOf),
} as const

export interface LineFilter {
  readonly runId: string
  /** `null`: lines that came without a statement. */
  readonly statementId: string | null
}
/** Sums of the statement on the screen. */
export const useStatementSums = create<{ readonly sums: Pick<StatementLines, 'credits' | 'debits'> | null }>(() => ({
  sums: null,
}))
/** The lines of one statement in the bank's order. */
export const lines = createList<StatementLine, LineFilter>(async ({ runId, statementId }, span, signal) => {
  const { data, total, credits, debits } = await api.books.lines(runId, statementId, span, signal)
  useStatementSums.setState({ sums: { credits, debits } })
  return { rows: data, total }
})

const leadOnMs = 60

/**
 * Something of this run may have changed: what is on the screen is asked for again. Not the proposal in focus: a decision
 * leads on to the next one, and may have taken this one away.
 */
export function refreshRun(runId: string): void {
  runs.refresh(runId)
  proofs.refresh(runId)
  discrepancies.refresh(runId)
  for (const list of [queue, sides.open_source, sides.open_ledger, lines]) list.refresh()
  runList.refresh()
  // What is in focus may be gone with the decision: the pane leads on first.
  setTimeout(() => {
    for (const shown of [items, candidates, proposedBookings, suspects, bookEntries, oneDiscrepancy]) shown.refresh()
  }, leadOnMs)
}
