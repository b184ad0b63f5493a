import type { Match } from '../ledger-api.ts'

export type Reason = Match['reasons'][number]

/** Ids of entries are among the evidence; they say nothing to a reader. */
const isId = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

export const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text)

const evidenceOf = ({ evidence }: Pick<Reason, 'evidence'>): string[] =>
  Object.values(evidence)
    .flatMap((value) => (Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : []))
    .filter((text) => !isId(text))

/** The text fragments that led to a proposal. */
export const fragmentsOf = (reasons: readonly Reason[]): string[] => [...new Set(reasons.flatMap(evidenceOf))]

/** What a reason rests on, for a reader: texts that differ only in their signs are read once, both days always. */
export function toldEvidence(reason: Pick<Reason, 'evidence'>): string[] {
  const bare = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()
  return evidenceOf(reason).filter(
    (text, at, all) => isDay(text) || all.findIndex((other) => bare(other) === bare(text)) === at,
  )
}
