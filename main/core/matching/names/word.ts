import { contractVowels, dropLetters, foldWord, letterMask, scriptOf, spellOut } from './letters.ts'
import { type Entry, lookUp, nameClasses } from './lexicon.ts'
import { weights } from './limits.ts'
import { lostLetter } from './repair.ts'
import { romanise } from './transliteration/match-letters.ts'
import { tableOf } from './transliteration/tables.ts'
import type { Word } from './types.ts'
import { marksOf } from './word-marks.ts'
import { fullFormsOf } from './words/abbreviations.ts'
import { variantGroupOf } from './words/spelling-variants.ts'

const marksAtEnds = new RegExp(`^${lostLetter}+|${lostLetter}+$`, 'g')

const cached = new Map<string, Word>()
const cacheSize = 50_000

/**
 * Reads one word. Words are remembered (payers share them), which is what makes preparing a name cheap; the memory is
 * bounded and holds nothing but words.
 */
export function wordOf(shown: string): Word {
  const known = cached.get(shown)
  if (known) return known
  if (cached.size >= cacheSize) cached.clear()
  const word = readWord(shown)
  cached.set(shown, word)
  return word
}

function readWord(shown: string): Word {
  const native = shown.toLowerCase().normalize('NFC').replace(marksAtEnds, '')
  const pattern = withoutArticle(foldWord(shown))
  const text = pattern.replace(marksAtEnds, '')
  const script = scriptOf(text)
  const isDamaged = pattern.includes(lostLetter)
  const inLatin = inLatinLetters(text, native, script)
  const entry = script === 'latin' ? latinEntry(text, native) : inLatin === undefined ? undefined : lookUp(inLatin)
  const alternative = spellOut(native)
  const dropped = script === 'latin' && !isDamaged ? dropLetters(native) : ''
  return {
    text,
    shown,
    native,
    script,
    alternative,
    contracted: script === 'latin' ? contractVowels(text) : text,
    dropped,
    pattern,
    isDamaged,
    mask: letterMask(text),
    wideMask: letterMask(text) | letterMask(alternative),
    isSpecial: isDamaged || script !== 'latin' || alternative !== '' || dropped !== '',
    marks: marksOf(text),
    classes: entry?.classes ?? 0,
    languages: entry?.languages ?? 0,
    isSkeletal: entry === undefined && marksOf(text) === 0 && /^[b-df-hj-np-tv-z]{2,4}[a-z]$/.test(text),
    endsInForm: /.{2}(?:gmbh|ltda|srl|sarl|eireli|eirl|ltd|llc|llp|plc|sro|kft|zrt)$/.test(text),
    weight: script === 'digits' ? weights.number : (entry?.weight ?? weights.unknown),
    group: variantGroupOf(inLatin ?? text),
    fullForms: fullFormsOf(text),
  }
}

const latinEntry = (text: string, native: string): Entry | undefined =>
  lookUp(text) ?? pluralEntry(text) ?? lookUp(spellOut(native))

/** As a word is usually written in Latin letters, for scripts that say how it sounds; undefined for the others. */
function inLatinLetters(text: string, native: string, script: Word['script']): string | undefined {
  if (script === 'latin' || script === 'arabic' || script === 'hebrew' || script === 'han') return undefined
  const table = tableOf(script)
  return table && romanise(lettersToRomanise(text, native, script), table)
}

/** Hangul syllables are taken apart; Cyrillic keeps its marks, which make other letters (й). */
export function lettersToRomanise(text: string, native: string, script: Word['script']): string {
  if (script === 'hangul') return text.normalize('NFD')
  return script === 'cyrillic' ? native : text
}

/** "Ferreterias", "Textiles": a plural of a business word is one as well. */
function pluralEntry(text: string): Entry | undefined {
  if (text.length < 6 || !text.endsWith('s')) return undefined
  const entry = lookUp(text.slice(0, -1)) ?? (text.endsWith('es') ? lookUp(text.slice(0, -2)) : undefined)
  return entry && (entry.classes & nameClasses) === 0 ? entry : undefined
}

/** The Arabic article is part of the word in Arabic letters and a word of its own in Latin ones. */
const withoutArticle = (text: string): string =>
  text.startsWith('ال') && text.length >= 5 && text !== 'الله' ? text.slice(2) : text
