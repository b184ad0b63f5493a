import { prepareName } from './names/prepare.ts'
import type { PreparedName } from './names/types.ts'

/** `prepareName` that remembers the last names, since the same ones return in every evaluation. */
export function createNameReader(size = 20_000): (text: string | null) => PreparedName {
  const known = new Map<string | null, PreparedName>()
  return (text) => {
    const found = known.get(text)
    if (found) return found
    if (known.size >= size) known.clear()
    const name = prepareName(text)
    known.set(text, name)
    return name
  }
}
