import { create } from 'zustand'
import { api } from '../../api.ts'
import type { Overview } from '../../api-types.ts'

/** How the event line to the program stands; `retryAt` is the instant of the next attempt. */
export type Line = { readonly kind: 'connecting' | 'open' } | { readonly kind: 'lost'; readonly retryAt: number }

interface OverviewState {
  readonly overview: Overview | null
  /** The figures could not be read the last time. */
  readonly failed: boolean
  readonly line: Line
}

export const useOverview = create<OverviewState>(() => ({
  overview: null,
  failed: false,
  line: { kind: 'connecting' },
}))

/** Loads the figures. When that fails the old ones go: the line at the bottom must not say what is no longer known. */
export async function loadOverview(): Promise<void> {
  const overview = await api.overview().catch(() => null)
  useOverview.setState({ overview, failed: overview === null })
}

export const setLine = (line: Line): void => useOverview.setState({ line })
