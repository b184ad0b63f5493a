/**
 * Every number that decides whether two names are one. They were chosen from reasons, not fitted: each says what it
 * protects. Scores run from 0 to 1.
 */

/** From here on a pair may be matched without a person. Below it is at most a suggestion. */
export const acceptance = 0.8

/**
 * By how much a pairing must beat every other for both its sides. Smaller than the distance between a name that is equal
 * (1) and one that has words more or less (0.87), so that "ANA RUIZ" is chosen beside "ANA RUIZ GOMEZ"; larger than what
 * damage, transliteration or a short form cost, so that two readings of one name stay rivals.
 */
export const margin = 0.1

/** At or above: the names say the same; below, down to `acceptance`: likely. */
export const sameLevel = 0.92

/** Nothing can be compared: no better than the reference rule's score for a missing name (spec 3.4). */
export const unknownScore = 0.5

/** Lengths at which bank fields cut a name (issue; MT940 27 and 65, camt and SEPA 35 and 70, card lines 20 to 32). */
export const cutLengths: ReadonlySet<number> = new Set([20, 27, 30, 32, 35, 70])

/** What a kind of word tells about who it is. "Juan" and "Pérez" together (14) must be enough, two initials and "Pérez" not. */
export const weights = {
  commonGiven: 6,
  given: 8,
  commonSurname: 8,
  surname: 10,
  unknown: 12,
  ordinary: 6,
  place: 4,
  business: 2,
  number: 4,
  initial: 2,
} as const

/** Agreement that a pair with anything missing, cut, misspelt or initialled must reach before it is automatic. */
export const enoughWeight = 12.3

/** Agreement besides a doubtful word that lends it belief: a given name and a surname, or two given names. */
export const enoughForDoubt = 14

/** The same where the given name is one letter: it takes rare surnames, since brothers share common ones. */
export const enoughForInitial = 20

/** A word with a typing error or only its beginning is worth this part of itself. */
export const faultyWordShare = 0.8

/** A word that this share of the account's own payers carry says as little as "Comercial". */
export const everydayShare = 0.3

/** The same of a word in no list, which is then no rare one: it weighs no more than a common surname. */
export const sharedShare = 0.02

/** Fewer payers than this share a word by chance … */
export const fewestPayers = 5

/** … and of fewer payers in all no share says anything. */
export const fewestNames = 20

/** What each fault costs. A single one leaves a full name above `acceptance`; two of the grave ones do not. */
export const costs = {
  typingError: 0.13,
  secondTypingError: 0.12,
  businessTypingError: 0.04,
  spelling: 0.08,
  transliterated: 0.02,
  damaged: 0.03,
  abbreviated: 0.02,
  beginningOnly: 0.06,
  initial: 0.04,
  cut: 0.05,
  moreWords: 0.13,
  otherLegalForm: 0.1,
} as const

/** Scores of pairs that must stay below `acceptance`, whatever else agrees. */
export const ceilings = {
  /** All of one side agrees, and the other says more than a name may: not accepted, but still a rival of what is. */
  doubtful: 0.78,
  /** One has "Jr." or "viuda", the other not; a given name or surname alone; not enough weight. */
  weak: 0.7,
  /** Words that exclude each other. */
  different: 0.4,
} as const

/** What may have gone wrong in a word, and how long it must be (without a family's ending) for that to be believed. */
export type Slip =
  | 'swapped'
  | 'swappedVowels'
  | 'doubled'
  | 'doubledAlike'
  | 'lost'
  | 'lostVowel'
  | 'nextKey'
  | 'nextKeyAlike'
  | 'otherLetter'
  | 'added'
  | 'alike'
  | 'vowel'

/**
 * What the other spelling is known as: a common name or an everyday word, a rare name, or in no list, where both may be
 * families of their own. Around a common name its misspellings outnumber the rare families.
 */
export type Ground = 'common' | 'known' | 'unlisted'

export const shortestForSlip: Readonly<Record<Slip, Readonly<Record<Ground, number>>>> = {
  swapped: { common: 4, known: 5, unlisted: 6 },
  swappedVowels: { common: 6, known: 7, unlisted: 8 },
  doubled: { common: 6, known: 8, unlisted: 8 },
  doubledAlike: { common: 8, known: 10, unlisted: 11 },
  lost: { common: 7, known: 9, unlisted: 10 },
  lostVowel: { common: 7, known: 10, unlisted: 11 },
  nextKey: { common: 7, known: 8, unlisted: 9 },
  nextKeyAlike: { common: 9, known: 11, unlisted: 12 },
  otherLetter: { common: 8, known: 10, unlisted: 11 },
  added: { common: 11, known: 11, unlisted: 12 },
  alike: { common: 9, known: 10, unlisted: 10 },
  vowel: { common: 9, known: 11, unlisted: 12 },
}

/** Where the rest of the name is sure, a slip of the fingers is believed in a word two letters shorter, but not than this. */
export const shortestAmongOthers = 7

/**
 * How long the longer word must be where the slip leaves letters in an order that no name has and the name does not. Two
 * of the 14,000 listed names differ so in fewer than one of a thousand such slips.
 */
export const shortestNobodysName: Readonly<Partial<Record<Slip, Readonly<Record<Ground, number>>>>> = {
  swapped: { common: 5, known: 5, unlisted: 6 },
  swappedVowels: { common: 5, known: 5, unlisted: 6 },
  nextKey: { common: 5, known: 5, unlisted: 7 },
  nextKeyAlike: { common: 7, known: 7, unlisted: 12 },
  doubled: { common: 6, known: 6, unlisted: 7 },
  doubledAlike: { common: 6, known: 6, unlisted: 7 },
  lost: { common: 6, known: 7, unlisted: 8 },
  lostVowel: { common: 5, known: 6, unlisted: 7 },
}

/** A slip may also leave letters as so few names have them, and so many times more have those of the name, if it is a letter longer. */
export const fewNames = 2
export const timesMoreNames = 10

/** The same of a vowel that stands double: Jansen, Jaansen. */
export const shortestWithDoubleVowel = 8

/** A single word is trusted as a whole name (a brand) from this length on. */
export const brandLength = 5

/** A beginning shorter than this abbreviates nothing. */
export const shortestBeginning = 3

/** Part of a cut name that must be there for it to count as whole. */
export const nearlyWhole = 0.85

/** The same where a word cut in two shows that the cut is one. */
export const mostlyWhole = 0.75
