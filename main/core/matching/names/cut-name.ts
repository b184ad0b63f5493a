import { type Case, isBusiness, isMainlyGiven } from './case.ts'
import { lacksFamily } from './family.ts'
import { classes, nameClasses } from './lexicon.ts'
import { cutLengths, mostlyWhole, nearlyWhole } from './limits.ts'
import { has, lettersAt, lowestBit, wordsAt } from './positions.ts'
import { isAsianName } from './same-person.ts'
import { type PreparedName, roles } from './types.ts'

export const hasCutName = ({ pairs }: Case): boolean => pairs.some((pair) => pair.kind === 'cut')

/** What is missing stood behind the cut: the cut side has nothing left over, and the other goes on where it ends. */
export function isExcusedByCut(found: Case): boolean {
  const { e, a, leftE, leftA, agreed, pairs } = found
  if (leftE === 0 && leftA === 0) return false
  const isCutA = leftA === 0
  if ((isCutA ? a : e).cut === 'no') return false
  // Orders are seldom cut: of an expected name only a word cut in two is believed.
  if (!isCutA && !pairs.some((pair) => pair.kind === 'cut')) return false
  const agreedBits = pairs.reduce((bits, pair) => bits | (isCutA ? pair.expected : pair.actual), 0)
  const leftBits = isCutA ? leftE : leftA
  if ((agreedBits & ~(lowestBit(leftBits) - 1)) !== 0) return false
  if (isAsianName(agreed)) return false
  if (hasCutName(found))
    return agreed.some((word) => (word.classes & nameClasses) !== classes.given) || agreed.length > 2
  const [whole, cutName] = isCutA ? [e, a] : [a, e]
  const end = endOf(cutName, whole, leftBits)
  if (end === 'another word') return false
  if (end === 'inside') return !agreed.every(isMainlyGiven) && lettersAt(whole, leftBits) * 2 <= whole.letters
  // No word is cut in two, and the length may be chance.
  if ([...agreed, ...wordsAt(whole, leftBits)].some(isBusiness)) return false
  if (e.legalForms.length + a.legalForms.length > 0) return false
  return !lacksFamily(whole, agreed, leftBits) && !agreed.every(isMainlyGiven)
}

/** No name ends in these; what follows is the saint. */
export const saints: ReadonlySet<string> = new Set('san santo santa sao saint sainte sankt st'.split(' '))

/**
 * How the cut name ends: inside what is missing ("COMERCIO EXTERIOR AL" of … Aldao), on a joining word, a title of saints or on the blank that
 * filled the field; in a word of its own, so that what was cut is not what is missing; or nothing can be seen.
 */
function endOf(cutName: PreparedName, whole: PreparedName, left: number): 'inside' | 'another word' | 'unseen' {
  const last = cutName.words.length - 1
  const [missing] = wordsAt(whole, lowestBit(left))
  if (saints.has(cutName.words[last]?.text ?? '')) return 'inside'
  if (has(cutName.content | cutName.initials, last))
    return cutLengths.has(cutName.text.length) && cutName.text.endsWith(' ') ? 'inside' : 'unseen'
  const text = cutName.words[last]?.text ?? ''
  if (text.length > 1 && missing?.text.startsWith(text)) return 'inside'
  const ending = cutName.words.slice(32 - Math.clz32(cutName.content | cutName.initials))
  const isOfWhole = ending.every((word) => whole.words.some((other) => other.text === word.text))
  return isOfWhole && cutName.roles[last] === roles.particle ? 'inside' : 'another word'
}

/** Of the longer name nearly all letters are there, so that the cut took no word that tells it from another. */
export function isNearlyWhole(found: Case): boolean {
  const { e, a, leftE, leftA } = found
  const [whole, left] = leftA === 0 ? [e, leftE] : [a, leftA]
  return lettersAt(whole, left) <= whole.letters * (1 - (hasCutName(found) ? mostlyWhole : nearlyWhole))
}
