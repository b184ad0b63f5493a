import { create } from 'zustand'
import type { CoreEvent } from '../../api-types.ts'
import { throttled } from '../../shared/throttle.ts'
import { importList, partyList, ruleList, trialBalances } from '../book-lists/store.ts'
import { ageing, entries, loadBooks, useBooks } from '../books/store.ts'
import type { Progress } from './ledger-api.ts'
import { matches, refreshRun, runs } from './store.ts'

/** A pass over ten thousand lines is hundreds of hints; the screen needs one look a second. */
const calm = 1000

/** How far the work on a run is, as it was told last; none for runs that rest. */
export const useRunProgress = create<{ readonly byRun: Readonly<Record<string, Progress>> }>(() => ({ byRun: {} }))

export function setRunProgress(runId: string, progress: Progress | null): void {
  useRunProgress.setState(({ byRun: { [runId]: _, ...others } }) => ({
    byRun: progress === null ? others : { ...others, [runId]: progress },
  }))
}

const changed = new Set<string>()
const lookAgain = throttled(() => {
  const due = [...changed]
  changed.clear()
  for (const runId of due) refreshRun(runId)
}, calm)
const books = throttled(() => {
  // Only where somebody looks at them.
  if (useBooks.getState().accounts !== null) void loadBooks()
  for (const shown of [entries, ageing, trialBalances, importList]) shown.refresh()
}, calm)
const learned = throttled(() => {
  ruleList.refresh()
  partyList.refresh()
}, calm)

/** The line to the program stands again: what is on the screen is asked for anew. */
export function refreshBooks(): void {
  for (const runId of Object.keys(runs.store.getState().byId)) refreshRun(runId)
  matches.refresh()
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const idsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : []

/**
 * A hint about the books: what it concerns is fetched again where it is on the screen. The list keeps its place and the
 * cursor its row. Answers whether it was one.
 */
export function bookEvent({ type, data }: CoreEvent): boolean {
  switch (type) {
    case 'reconciliation.progress': {
      const runId = textOf(data.run_id)
      if (runId !== null) setRunProgress(runId, data as unknown as Progress)
      return true
    }
    case 'match.updated':
      for (const id of idsOf(data.ids)) matches.refresh(id)
      return runChanged(textOf(data.run_id))
    case 'reconciliation.updated':
    case 'item.updated':
    case 'discrepancy.updated':
      return runChanged(textOf(data.run_id))
    case 'ledger.updated':
    case 'books_import.updated':
      books()
      return true
    case 'rule.updated':
    case 'counterparty.updated':
      learned()
      return true
    case 'mapping.updated':
      return true
    default:
      return false
  }
}

function runChanged(runId: string | null): true {
  if (runId !== null && runId in runs.store.getState().byId) {
    changed.add(runId)
    lookAgain()
  }
  books()
  return true
}
