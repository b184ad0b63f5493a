import type { Alignment, Pair } from './alignment.ts'
import { wordsAt } from './positions.ts'
import { type Relation, relations } from './relation.ts'
import { type NameEvidence, type NameEvidenceKind, type PreparedName, type Role, roles } from './types.ts'

const kindOfRelation: Readonly<Record<Relation, NameEvidenceKind>> = {
  [relations.none]: 'agrees',
  [relations.beginning]: 'abbreviated',
  [relations.typingError]: 'typo',
  [relations.spelling]: 'typo',
  [relations.damaged]: 'damaged',
  [relations.abbreviated]: 'abbreviated',
  [relations.transliterated]: 'transliterated',
  [relations.otherForm]: 'agrees',
  [relations.exact]: 'agrees',
}

const kindOf = (pair: Pair): NameEvidenceKind => {
  if (pair.kind === 'joined' || pair.kind === 'initial' || pair.kind === 'cut') return pair.kind
  return kindOfRelation[pair.relation]
}

/** The reasons in the order of the expected name's words; then what is left over, then what was left out. */
export function evidenceOf(
  e: PreparedName,
  a: PreparedName,
  { pairs, leftExpected, leftActual }: Alignment,
  isContradicted: boolean,
): NameEvidence[] {
  const shown = (name: PreparedName, bits: number): string =>
    wordsAt(name, bits)
      .map((word) => word.shown)
      .join(' ')
  const agreed = [...pairs]
    .sort((x, y) => lowest(x.expected) - lowest(y.expected))
    .map((pair) => ({ kind: kindOf(pair), expected: shown(e, pair.expected), actual: shown(a, pair.actual) }))
  const left: NameEvidence[] = []
  if (isContradicted && leftExpected !== 0 && leftActual !== 0)
    left.push({ kind: 'contradicts', expected: shown(e, leftExpected), actual: shown(a, leftActual) })
  else {
    if (leftExpected !== 0) left.push({ kind: 'missing', expected: shown(e, leftExpected) })
    if (leftActual !== 0) left.push({ kind: 'extra', actual: shown(a, leftActual) })
  }
  return [
    ...agreed,
    ...left,
    ...otherGeneration(e, a),
    ...(e.soft === 0 && a.soft === 0
      ? []
      : [
          ...leftOut('legal-form', roles.legalForm),
          ...leftOut('title', roles.title),
          ...leftOut('noise', roles.noise),
        ]),
  ]

  function leftOut(kind: NameEvidenceKind, role: Role): NameEvidence[] {
    const [expected, actual] = [e, a].map((name) =>
      name.words
        .filter((_, i) => name.roles[i] === role)
        .map((word) => word.shown)
        .join(' '),
    )
    if (!expected && !actual) return []
    return [{ kind, ...(expected ? { expected } : {}), ...(actual ? { actual } : {}) }]
  }
}

const lowest = (bits: number): number => bits & -bits

function otherGeneration(e: PreparedName, a: PreparedName): NameEvidence[] {
  if (e.generation === a.generation) return []
  const [expected, actual] = [e, a].map((name) =>
    name.words
      .filter((_, i) => name.roles[i] === roles.generation)
      .map((word) => word.shown)
      .join(' '),
  )
  if (expected && actual) return [{ kind: 'contradicts', expected, actual }]
  return expected ? [{ kind: 'missing', expected }] : actual ? [{ kind: 'extra', actual }] : []
}
