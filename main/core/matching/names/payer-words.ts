import { foldWord } from './letters.ts'
import { fewestNames, fewestPayers } from './limits.ts'
import type { NameKnowledge } from './types.ts'

export interface PayerWords extends NameKnowledge {
  /** Counts the words of one payer's name; a name that was counted already changes nothing. */
  add(name: string | null): void
}

const divider = /[^\p{L}\p{M}\p{N}]+/u
/** Names beyond this number would change no share that matters. */
const mostNames = 20_000

/**
 * Which words the payers of one account share: its town, its street, its trade. They only ever make the rule stricter, and
 * of few payers nothing can be said.
 */
export function createPayerWords(): PayerWords {
  const names = new Set<string>()
  const payersOf = new Map<string, number>()
  return {
    add(name) {
      if (name === null || names.size >= mostNames) return
      const words = [...new Set(foldWord(name).split(divider))].filter((word) => word !== '').sort()
      const key = words.join(' ')
      if (key === '' || names.has(key)) return
      names.add(key)
      for (const word of words) payersOf.set(word, (payersOf.get(word) ?? 0) + 1)
    },
    isPayersWord: (word) => payersOf.has(word),
    frequency(word) {
      const payers = payersOf.get(word) ?? 0
      return payers < fewestPayers || names.size < fewestNames ? 0 : payers / names.size
    },
  }
}
