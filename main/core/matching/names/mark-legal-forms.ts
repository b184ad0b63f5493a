import { classes } from './lexicon.ts'
import { type Role, roles, type Word } from './types.ts'
import { marks } from './word-marks.ts'
import { leadingLegalForms, legalForms } from './words/legal-forms.ts'

const longestForm = 6

/** Marks legal forms at the end, in front, or before a town, and returns the families they belong to. */
export function markLegalForms(words: readonly Word[], found: Role[]): string[] {
  const families: string[] = []
  const mark = (from: number, to: number, family: string): void => {
    found.fill(roles.legalForm, from, to)
    families.push(family)
  }
  const isBank = (i: number): boolean => found[i] === roles.noise || found[i] === roles.maybeNoise

  for (let end = words.length; end > 1; ) {
    const mayEnd = !isBank(end - 1) && ((words[end - 1]?.marks ?? 0) & marks.formEnd) !== 0
    const form = mayEnd ? formBefore(words, end) : undefined
    if (form) mark(form.from, end, form.family)
    else if (!isBank(end - 1)) break
    end = form?.from ?? end - 1
  }

  const first = words.findIndex((_, i) => !isBank(i))
  const mayStart = first >= 0 && found[first] !== roles.legalForm && mayBeginForm(words, first)
  const leading = mayStart ? formAfter(words, first) : undefined
  if (leading && (leading.to < words.length || words.length === 1)) mark(first, leading.to, leading.family)

  const inside = formBeforeTown(words, found, first + 1)
  if (inside) {
    mark(inside.at, inside.at + 1, inside.family)
    for (let i = inside.at + 1; i < words.length; i++) if (found[i] === roles.content) found[i] = roles.noise
  }
  return families
}

/** Words as one phrase, in which single letters stand together: `s a de c v` → `sa de cv`. */
function phraseOf(words: readonly Word[], from: number, to: number): string {
  let phrase = ''
  for (let i = from; i < to; i++) {
    const isLoose = (words[i]?.text.length ?? 0) === 1 && (words[i - 1]?.text.length ?? 0) === 1 && i > from
    phrase += (i > from && !isLoose ? ' ' : '') + (words[i]?.text ?? '')
  }
  return phrase
}

const familyOf = (phrase: string): string | undefined =>
  Object.hasOwn(legalForms, phrase) ? legalForms[phrase] : undefined

/** The longest form that ends here; a name is never only its legal form, unless nothing else is there. */
function formBefore(words: readonly Word[], end: number): { from: number; family: string } | undefined {
  for (let length = Math.min(longestForm, end - 1); length > 0; length--) {
    const family = familyOf(phraseOf(words, end - length, end))
    if (family !== undefined) return { from: end - length, family }
  }
  return undefined
}

const mayBeginForm = (words: readonly Word[], at: number): boolean =>
  ((words[at]?.marks ?? 0) & marks.formStart) !== 0 || words[at]?.text.length === 1 || words.length === 1

function formAfter(words: readonly Word[], from: number): { to: number; family: string } | undefined {
  for (let length = Math.min(longestForm, words.length - from); length > 0; length--) {
    const phrase = phraseOf(words, from, from + length)
    const family = length > 1 || leadingLegalForms.has(phrase) || words.length === 1 ? familyOf(phrase) : undefined
    if (family !== undefined) return { to: from + length, family }
  }
  return undefined
}

/** "HARBOUR FABRICS LTD LONDON": what follows the form is only where the company sits. */
function formBeforeTown(
  words: readonly Word[],
  found: readonly Role[],
  from: number,
): { at: number; family: string } | undefined {
  for (let at = Math.max(from, 1); at < words.length - 1; at++) {
    const word = words[at]
    if (!word || (word.marks & marks.formEnd) === 0 || found[at] !== roles.content || word.text.length < 3) continue
    const family = familyOf(word.text)
    const rest = words.slice(at + 1).filter((_, i) => found[at + 1 + i] === roles.content)
    if (family !== undefined && rest.every((next) => (next.classes & classes.place) !== 0)) return { at, family }
  }
  return undefined
}
