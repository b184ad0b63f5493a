import { foldText } from '../../../main/core/matching/fold.ts'
import type { PairReason } from '../../api-types.ts'

/** A part of a name: agrees with the other name, differs, or says nothing (punctuation). */
export interface NamePart {
  readonly text: string
  readonly agrees: boolean | null
}

const fold = (word: string): string => foldText(word).replaceAll(/[^\p{L}\p{N}]/gu, '')

const wordsOf = (name: string): Set<string> =>
  new Set([...name.split(/\s+/), ...name.split(/[^\p{L}\p{N}\p{M}]+/u)].map(fold).filter((word) => word !== ''))

/** Words that the comparison took for the other's, and those that say nothing: the bank's, titles, legal forms. */
export interface KnownWords {
  readonly agreeing: ReadonlySet<string>
  readonly silent: ReadonlySet<string>
}

const nothingKnown: KnownWords = { agreeing: new Set(), silent: new Set() }
const silentKinds: ReadonlySet<string> = new Set(['noise', 'legal-form', 'title'])
const differing: ReadonlySet<string> = new Set(['missing', 'extra', 'contradicts'])

export function knownOf(reasons: readonly PairReason[]): KnownWords {
  const evidence = reasons.flatMap((reason) => (reason.code === 'name' ? reason.evidence : []))
  const wordsWhere = (holds: (kind: string) => boolean) =>
    new Set(
      evidence
        .filter(({ kind }) => holds(kind))
        .flatMap(({ expected = '', actual = '' }) => [...wordsOf(expected), ...wordsOf(actual)]),
    )
  return {
    agreeing: wordsWhere((kind) => !silentKinds.has(kind) && !differing.has(kind)),
    silent: wordsWhere((kind) => silentKinds.has(kind)),
  }
}

/** One blank-separated piece: whole if it agrees as a whole (`S.A.` with `SA`), else by its words (`Perez,Juan`). */
function marked(piece: string, other: ReadonlySet<string>, { silent }: KnownWords): NamePart[] {
  const folded = fold(piece)
  if (folded === '') return [{ text: piece, agrees: null }]
  if (other.has(folded)) return [{ text: piece, agrees: true }]
  if (silent.has(folded)) return [{ text: piece, agrees: null }]
  return piece
    .split(/([\p{L}\p{N}\p{M}]+)/u)
    .filter((text) => text !== '')
    .map((text) => ({ text, agrees: fold(text) === '' ? null : other.has(fold(text)) }))
}

/**
 * The parts of `name` that agree with `other` and those that differ, without regard to case, accents, punctuation and
 * order, as the comparison itself sees them (spec 3.4). Joined, the texts give `name` again.
 */
export function nameMarks(name: string, other: string, known = nothingKnown): NamePart[] {
  const words = new Set([...wordsOf(other), ...known.agreeing])
  const parts: NamePart[] = []
  const add = (part: NamePart) => {
    const last = parts.at(-1)
    if (last && last.agrees === part.agrees)
      parts[parts.length - 1] = { text: last.text + part.text, agrees: part.agrees }
    else parts.push(part)
  }
  const pieces = name.split(/(\s+)/).filter((text) => text !== '')
  for (const [index, piece] of pieces.entries()) {
    if (piece.trim() !== '') {
      for (const part of marked(piece, words, known)) add(part)
      continue
    }
    // A blank between two agreeing words belongs to them, so that the mark does not break.
    const before = parts.at(-1)
    const after = pieces[index + 1]
    const next = after === undefined ? undefined : marked(after, words, known)[0]
    add({ text: piece, agrees: before && next && before.agrees === next.agrees ? before.agrees : null })
  }
  return parts
}
