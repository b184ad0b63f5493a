import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import type { QueueRow } from '../ledger-api.ts'

type Marked = Pick<QueueRow, 'id' | 'group'>

interface Marks {
  readonly runId: string | null
  /** Proposals that are decided together. */
  readonly marked: readonly Marked[]
}

/** Which proposals of a run are marked, also over a reload. */
export const useMarks = create<Marks>()(
  persist((): Marks => ({ runId: null, marked: [] }), {
    name: 'reconbanker.marks',
    storage: createJSONStorage(() => sessionStorage),
  }),
)

const none: readonly Marked[] = []
export const marksOf =
  (runId: string) =>
  (state: Marks): readonly Marked[] =>
    state.runId === runId ? state.marked : none

export function toggleMark(runId: string, { id, group }: Marked): void {
  const marked = marksOf(runId)(useMarks.getState())
  const others = marked.filter((each) => each.id !== id)
  useMarks.setState({ runId, marked: others.length === marked.length ? [...marked, { id, group }] : others })
}

export function clearMarks(): void {
  useMarks.setState({ runId: null, marked: [] })
}

/** How many of each group, in the order of the queue. */
export function countByGroup(marked: readonly Marked[]): readonly (readonly [QueueRow['group'], number])[] {
  const counts = new Map<QueueRow['group'], number>()
  for (const { group } of marked) counts.set(group, (counts.get(group) ?? 0) + 1)
  return [...counts]
}
