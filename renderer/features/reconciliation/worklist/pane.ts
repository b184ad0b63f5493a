import type { RunOfBooks } from '../ledger-api.ts'
import type { Act } from './acts.tsx'

/** What every pane beside the queue is given. */
export interface PaneProps {
  id: string
  run: RunOfBooks
  before: readonly Act[]
  after: readonly Act[]
  readOnly: boolean
  /** The row was decided: the next one comes. */
  onDecided: () => void
  /** Leads to a row by its key, wherever it stands. */
  onShow: (key: string) => void
}
