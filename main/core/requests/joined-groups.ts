import { type Group, groupKey } from './group.ts'

/** Names the part that a group belongs to: groups of one pair, and of pairs that share one, lie in the same part. */
export function joinedGroups(pairs: readonly (readonly [Group, Group])[]): (group: Group) => string {
  const parents = new Map<string, string>()
  const rootOf = (key: string): string => {
    let root = key
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next
    return root
  }
  for (const [one, other] of pairs) {
    const [from, to] = [rootOf(groupKey(one)), rootOf(groupKey(other))]
    if (from !== to) parents.set(from, to)
  }
  return (group) => rootOf(groupKey(group))
}
