import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { minorOf } from '../amounts.ts'
import type { QueueRow } from '../ledger-api.ts'

export type Side = 'open_source' | 'open_ledger'

interface Selection {
  readonly runId: string | null
  readonly chosen: Readonly<Record<Side, readonly QueueRow[]>>
  /** By row id, as typed: how much of it is taken. Nothing: all that is open. */
  readonly shares: Readonly<Record<string, string>>
}
const nothing = { open_source: [], open_ledger: [] } as const

/** What is chosen on both sides, also over a reload. */
export const useSelection = create<Selection>()(
  persist((): Selection => ({ runId: null, chosen: nothing, shares: {} }), {
    name: 'reconbanker.manualMatch',
    version: 1,
    storage: createJSONStorage(() => sessionStorage),
  }),
)

/** Chooses a row, or takes it out again. */
export function toggled(rows: readonly QueueRow[], row: QueueRow): QueueRow[] {
  const others = rows.filter(({ id }) => id !== row.id)
  return others.length === rows.length ? [...rows, row] : others
}

export function toggle(side: Side, row: QueueRow): void {
  useSelection.setState(({ chosen, shares: { [row.id]: _, ...shares } }) => ({
    chosen: { ...chosen, [side]: toggled(chosen[side], row) },
    shares,
  }))
}

export function setShare(id: string, text: string): void {
  useSelection.setState(({ shares }) => ({ shares: { ...shares, [id]: text } }))
}

/** What a row gives, in signed minor units: all that is open, or the part that was typed. Null: not readable, or too much. */
export function shareOf({ amount }: Pick<QueueRow, 'amount'>, typed: string | undefined): string | null {
  if (amount === null) return null
  if (typed === undefined || typed.trim() === '') return amount.amount
  const minor = minorOf(typed.trim().replace(/^[-+−]/, ''), amount.precision)
  if (minor === null || minor === '0') return null
  const open = BigInt(amount.amount)
  const given = open < 0n ? -BigInt(minor) : BigInt(minor)
  return (open < 0n ? given < open : given > open) ? null : String(given)
}

/** A selection belongs to one run; another run begins with none. */
export function beginSelection(runId: string): void {
  useSelection.setState((state) => (state.runId === runId ? state : { runId, chosen: nothing, shares: {} }))
}

export function clearSelection(): void {
  useSelection.setState({ chosen: nothing, shares: {} })
}
