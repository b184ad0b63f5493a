import { nameClasses } from './lexicon.ts'
import {
  fewNames,
  type Ground,
  type Slip,
  shortestAmongOthers,
  shortestForSlip,
  shortestNobodysName,
  shortestWithDoubleVowel,
  timesMoreNames,
  weights,
} from './limits.ts'
import { namesAlike } from './plausible.ts'
import { lostLetter } from './repair.ts'
import { type Change, changeBetween } from './slip.ts'
import type { Word } from './types.ts'

/**
 * Whether one word is the other with a slip of the hand, and not another name. Two words of the lists are two names
 * (Medina, Molina). Else it takes a word so long that no other family is likely to be called nearly the same, longer for
 * the changes by which families differ (s and z, one vowel for another, a letter added) than for those that only fingers
 * make (two letters swapped, one lost or doubled, the next key). The ends of words make other names (Mario, Maria;
 * Costa, Costas) and are never believed. With `isAmongOthers`, other rare words of the name agree.
 */
export function isTypingError(a: Word, b: Word, isAmongOthers = false): boolean {
  if (a.classes !== 0 && b.classes !== 0) return false
  if (a.script !== b.script || a.text.includes(lostLetter) || b.text.includes(lostLetter)) return false
  if (a.script !== 'latin' && a.script !== 'cyrillic' && a.script !== 'greek') return false
  const [short, long] = a.text.length <= b.text.length ? [a, b] : [b, a]
  const change = changeBetween(short, long)
  if (change === undefined) return false
  const { slip } = change
  const ground = groundOf(a.classes === 0 ? b : a)
  if (isNobodys(a, b, change) || isNobodys(b, a, change)) return true
  const needed = shortestForSlip[slip][ground]
  const eased = isAmongOthers && isOfFingers(slip) ? Math.max(needed - 2, shortestAmongOthers) : needed
  return tellingLength(long.text) >= Math.min(needed, eased)
}

/** Nearly the same, and perhaps a slip: for a person to decide. Not two names of the lists. */
export function isLetterApart(a: Word, b: Word): boolean {
  if ((a.classes !== 0 && b.classes !== 0) || a.script !== b.script) return false
  if (Math.abs(a.text.length - b.text.length) > 1) return false
  const [short, long] = a.text.length <= b.text.length ? [a, b] : [b, a]
  return changeBetween(short, long) !== undefined
}

const groundOf = (known: Word): Ground => {
  if (known.classes === 0) return 'unlisted'
  const isName = (known.classes & nameClasses) !== 0
  return !isName || known.weight <= weights.commonSurname ? 'common' : 'known'
}

/** Where they differ, one has letters as names have them and the other has not. */
function isNobodys(word: Word, name: Word, { slip, at }: Change): boolean {
  const limits = shortestNobodysName[slip]
  if (limits === undefined || word.classes !== 0 || word.script !== 'latin') return false
  const isLonger = word.text.length > name.text.length
  const { text } = isLonger ? word : name
  // A double letter that became single makes another family, and a single one that became double does not.
  const isDoubled = slip === 'doubled' || slip === 'doubledAlike'
  if (isDoubled !== isLonger && word.text.length !== name.text.length) return false
  const shortest = isDoubled && /[aeiou]/.test(text[at] ?? '') ? shortestWithDoubleVowel : 0
  const spare = text.length - Math.max(shortest, limits[groundOf(name)])
  if (spare < 0) return false
  const [ofWord, ofName] = [word, name].map((one) => namesAlike(one.text, at - 1, at + 2)) as [number, number]
  if (ofWord === 0) return ofName > 0
  return spare > 0 && ofWord <= fewNames && ofName >= timesMoreNames * ofWord
}

const isOfFingers = (slip: Slip): boolean =>
  slip === 'swapped' ||
  slip === 'swappedVowels' ||
  slip === 'lost' ||
  slip === 'lostVowel' ||
  slip === 'doubled' ||
  slip === 'doubledAlike' ||
  slip === 'nextKey'

// Endings by which a language makes families of a few short stems: Jankowski and Janowski, Johnson and Johnston.
const familyEnding =
  /(?:owski|ewski|inski|ski|ska|cki|cka|son|sen|sson|man|mann|berg|gren|escu|ovic|evic|ic|ov|ova|ev|eva|enko|oglu|ian|yan|idis|akis|opoulos|opoulou|ini|elli|etti|eau|ier|ez|es)$/

/** Letters that say which family it is. */
const tellingLength = (long: string): number => long.replace(familyEnding, '').length
