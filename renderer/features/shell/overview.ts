import { create } from 'zustand'
import { api } from '../../api.ts'
import type { Overview } from '../../api-types.ts'

/** How the event line to the program stands; `retryAt` is the instant of the next attempt. */
export type Line = { readonly kind: 'connecting' | 'open' } | { readonly kind: 'lost'; readonly retryAt: number }

export const useOverview = create<{ overview: Overview | null; line: Line }>(() => ({
  overview: null,
  line: { kind: 'connecting' },
}))

/** Loads the figures; when that fails the old ones stay and the line at the bottom says that the program is out of reach. */
export async function loadOverview(): Promise<void> {
  const overview = await api.overview().catch(() => null)
  if (overview) useOverview.setState({ overview })
}

export const setLine = (line: Line): void => useOverview.setState({ line })
