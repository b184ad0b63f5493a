/** Letters of one script and how each may be written in Latin letters; several letters may stand together as a key. */
export interface LetterTable {
  readonly spellings: ReadonlyMap<string, readonly string[]>
  readonly longestKey: number
  /** Vowels that are left out in writing: a single one between two consonants needs no letter. */
  readonly silentVowels: string
}

export function letterTable(spellings: Readonly<Record<string, string>>, silentVowels = ''): LetterTable {
  const map = new Map(
    Object.entries(spellings).map(([letters, latin]) => [letters, latin.split(' ').map(read)] as const),
  )
  return { spellings: map, longestKey: Math.max(...[...map.keys()].map((key) => key.length)), silentVowels }
}

const read = (spelling: string): string => (spelling === '-' ? '' : spelling)
const isVowel = (letter: string | undefined): boolean => letter !== undefined && 'aeiou'.includes(letter)

/**
 * Whether a word in another script may be written as this Latin word, by any mix of the usual romanisations (passport,
 * scholarly, German, French …): банк → bank, Щербакова → shcherbakova or schtscherbakowa. A consonant may be doubled. A
 * whole word in the table is written only as it says there.
 */
export function canBeWrittenAs(native: string, latin: string, table: LetterTable): boolean {
  const whole = native.length > 2 ? table.spellings.get(native) : undefined
  if (whole) return whole.includes(latin)
  let failed: Set<number> | undefined

  const from = (i: number, j: number): boolean => {
    if (i === native.length && j === latin.length) return true
    const state = i * 128 + j
    if (failed?.has(state)) return false
    if (lettersFit(i, j) || restIsSilent(i, j)) return true
    failed ??= new Set()
    failed.add(state)
    return false
  }

  const lettersFit = (i: number, j: number): boolean => {
    for (let length = Math.min(table.longestKey, native.length - i); length > 0; length--) {
      const spellings = table.spellings.get(length === 1 ? (native[i] as string) : native.slice(i, i + length))
      if (spellings === undefined) continue
      for (const spelling of spellings)
        if (latin.startsWith(spelling, j) && from(i + length, j + spelling.length)) return true
    }
    return false
  }

  const restIsSilent = (i: number, j: number): boolean => {
    const letter = latin[j]
    if (letter === undefined || j === 0) return false
    const before = latin[j - 1]
    if (letter === before && !isVowel(letter)) return from(i, j + 1)
    const after = latin[j + 1]
    const isShort = table.silentVowels.includes(letter) && after !== undefined && !isVowel(before) && !isVowel(after)
    return isShort && from(i, j + 1)
  }

  return native.length > 0 && latin.length > 0 && from(0, 0)
}

/** The first spelling of every letter: good enough to look a word up, not to compare it. */
export function romanise(native: string, table: LetterTable): string {
  let latin = ''
  for (let i = 0; i < native.length; ) {
    let length = Math.min(table.longestKey, native.length - i)
    while (length > 1 && !table.spellings.has(native.slice(i, i + length))) length--
    latin += table.spellings.get(native.slice(i, i + length))?.[0] ?? ''
    i += length
  }
  return latin
}
