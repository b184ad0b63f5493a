import { api } from '../../../api.ts'
import type { Entry, ItemDetail, QueueRow } from '../ledger-api.ts'
import { type Side, useSelection } from './manual-selection.ts'

const rowOf = (kind: 'item' | 'entry', thing: ItemDetail | Entry, text: string | null): QueueRow => ({
  kind,
  id: thing.id,
  group: kind === 'item' ? 'open_source' : 'open_ledger',
  date: thing.booking_date,
  amount: thing.open_amount,
  name: thing.counterparty_name,
  text,
  score: null,
  item_id: kind === 'item' ? thing.id : null,
  note: null,
  is_part: 'level' in thing && thing.level === 'split',
})

/** The group after the one that is chosen now; the first if none of them is. */
export function nextGroup(
  groups: readonly (readonly string[])[],
  chosen: readonly string[],
): readonly string[] | undefined {
  const same = (group: readonly string[]) => group.length === chosen.length && group.every((id) => chosen.includes(id))
  const now = groups.findIndex(same)
  return groups[now + 1] ?? groups[0]
}

/**
 * Chooses on the other side what sums to the selection of `from`. Answers what to say when there is nothing to choose.
 */
export async function takeSum(
  runId: string,
  from: Side,
  signal: AbortSignal,
): Promise<'manual.noSum' | 'manual.notComplete' | null> {
  const to: Side = from === 'open_source' ? 'open_ledger' : 'open_source'
  const { chosen } = useSelection.getState()
  const answer = await api.books.sumSearch(
    runId,
    to === 'open_ledger' ? 'ledger' : 'source',
    chosen[from].map(({ id }) => id),
    signal,
  )
  const group = nextGroup(
    answer.groups.map(({ ids }) => ids),
    chosen[to].map(({ id }) => id),
  )
  if (!group) return answer.is_complete ? 'manual.noSum' : 'manual.notComplete'
  const rows = await Promise.all(
    group.map(async (id) => {
      if (to === 'open_ledger') {
        const entry = await api.books.entry(id)
        return rowOf('entry', entry, entry.description)
      }
      const item = await api.books.item(id)
      return rowOf('item', item, item.remittance_text)
    }),
  )
  useSelection.setState(({ chosen: before }) => ({ chosen: { ...before, [to]: rows }, shares: {} }))
  return null
}
