import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import type { QueueRow } from '../ledger-api.ts'

export type Side = 'open_source' | 'open_ledger'

interface Selection {
  readonly runId: string | null
  readonly chosen: Readonly<Record<Side, readonly QueueRow[]>>
}
const nothing = { open_source: [], open_ledger: [] } as const

/** What is chosen on both sides, also over a reload. */
export const useSelection = create<Selection>()(
  persist((): Selection => ({ runId: null, chosen: nothing }), {
    name: 'reconbanker.manualMatch',
    storage: createJSONStorage(() => sessionStorage),
  }),
)

/** Chooses a row, or takes it out again. */
export function toggled(rows: readonly QueueRow[], row: QueueRow): QueueRow[] {
  const others = rows.filter(({ id }) => id !== row.id)
  return others.length === rows.length ? [...rows, row] : others
}

export function toggle(side: Side, row: QueueRow): void {
  useSelection.setState(({ chosen }) => ({ chosen: { ...chosen, [side]: toggled(chosen[side], row) } }))
}

/** A selection belongs to one run; another run begins with none. */
export function beginSelection(runId: string): void {
  useSelection.setState((state) => (state.runId === runId ? state : { runId, chosen: nothing }))
}

export function clearSelection(): void {
  useSelection.setState({ chosen: nothing })
}
