export type NameLevel = 'same' | 'likely' | 'weak' | 'different' | 'unknown'

export type NameEvidenceKind =
  | 'agrees'
  | 'cut'
  | 'abbreviated'
  | 'initial'
  | 'typo'
  | 'joined'
  | 'damaged'
  | 'missing'
  | 'extra'
  | 'contradicts'
  | 'noise'
  | 'legal-form'
  | 'title'
  | 'transliterated'

/** One reason: words of the expected and of the actual name as they were written. */
export interface NameEvidence {
  readonly kind: NameEvidenceKind
  readonly expected?: string
  readonly actual?: string
}

export interface NameComparison {
  readonly level: NameLevel
  /** 0 to 1; at or above `acceptance` (limits.ts) the pair may be matched without a person. */
  readonly score: number
  readonly evidence: readonly NameEvidence[]
}

/** What this account's own payers teach. */
export interface NameKnowledge {
  /** Share, 0 to 1, of the account's distinct payer names that contain the word (lower case, no accents). */
  frequency(word: string): number
  /** Whether some payer of the account has the word in the name; nothing is known where this is left out. */
  isPayersWord?(word: string): boolean
}

/** What a word does in a name. */
export const roles = {
  content: 0,
  initial: 1,
  number: 2,
  particle: 3,
  legalForm: 4,
  title: 5,
  noise: 6,
  /** A word of the bank that may be a name after all: "Visa", "Ted". */
  maybeNoise: 7,
  generation: 8,
} as const
export type Role = (typeof roles)[keyof typeof roles]

/** One word, read once and shared by all names that contain it. */
export interface Word {
  /** Folded: no case, no accents. */
  readonly text: string
  /** As written. */
  readonly shown: string
  /** Lower case with accents: transliteration needs й and и apart. */
  readonly native: string
  readonly script: Script
  /** Other spellings of the same letters: `mueller` for `müller`. */
  readonly alternative: string
  /** Folded, with second spellings taken back: `mueller` and `muller` are both `muller`. */
  readonly contracted: string
  /** Without the letters that get lost when only ASCII survives, or empty. */
  readonly dropped: string
  /** The letters with a mark for each that was lost; `text` has none at its ends, where a mark may be punctuation. */
  readonly pattern: string
  readonly isDamaged: boolean
  /** Bit per Latin letter; for other scripts a hash of the letters. */
  readonly mask: number
  /** The same with the letters of the second spelling. */
  readonly wideMask: number
  /** Damaged, of another script, or with a second spelling: looked at more closely. */
  readonly isSpecial: boolean
  /** Bits of `marks` in word-marks.ts. */
  readonly marks: number
  /** Bits of `classes` in lexicon.ts. */
  readonly classes: number
  /** Bits of `languages` in lexicon.ts. */
  readonly languages: number
  /** Consonants that may stand for a whole name: "gzlo". */
  readonly isSkeletal: boolean
  /** Its last letters are a legal form: "perezsrl". */
  readonly endsInForm: boolean
  readonly weight: number
  /** Group of spelling variants, or 0. */
  readonly group: number
  /** What it may be short for. */
  readonly fullForms: readonly string[] | undefined
}

export type Script =
  | 'latin'
  | 'cyrillic'
  | 'greek'
  | 'arabic'
  | 'hebrew'
  | 'kana'
  | 'hangul'
  | 'han'
  | 'other'
  | 'digits'

/** A name read once, ready for any number of comparisons. */
export interface PreparedName {
  /** As it came. */
  readonly text: string
  readonly words: readonly Word[]
  readonly roles: readonly Role[]
  /** Equal for names that differ in nothing that counts: the words in order of the alphabet. Stable, may be stored. */
  readonly key: string
  /** Content words, initials and numbers by position, as bits. */
  readonly content: number
  readonly initials: number
  readonly numbers: number
  /** Single letters that join names (e, o, i …) but may be initials: "María E. Walsh". */
  readonly looseLetters: number
  /** Everything else by position, as bits. */
  readonly soft: number
  /** Of these, words that may be the name after all: all but the bank's. */
  readonly optional: number
  /** Initials, and words that may stand for several: "JC". */
  readonly initialLike: number
  readonly isUsable: boolean
  /** Whole Latin words of a name and nothing else: no initials, numbers, joining words, titles, forms, nothing of the bank. */
  readonly isPlain: boolean
  /** The text may have been cut inside its last word, or between two words. */
  readonly cut: 'no' | 'inside' | 'between'
  readonly generation: string
  readonly legalForms: readonly string[]
  /** Two people share the account: "y/o", "und". */
  readonly isJoint: boolean
  /** Scripts of the content words, as bits of `scriptBits` in letters.ts. */
  readonly scripts: number
  /** All letters of the content words. */
  readonly letters: number
  /** The name with its dots as blanks, where that makes a difference. */
  readonly other: PreparedName | undefined
}
