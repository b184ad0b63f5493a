import type { TFunction } from 'i18next'
import type { Candidate } from '../ledger-api.ts'
import type { Act } from './acts.tsx'

/** Each of the nearest entries under its number; its button is its row. */
export const candidateActs = (
  nearest: readonly Candidate[],
  onChoose: (candidate: Candidate) => void,
  t: TFunction,
): Act[] =>
  nearest.slice(0, 9).map((candidate, index) => ({
    id: `candidate${index + 1}`,
    label: t('match.chooseCandidate', { n: candidate.entry.counterparty_name ?? candidate.entry.description }),
    keys: [String(index + 1)],
    letter: String(index + 1),
    isQuiet: true,
    run: () => onChoose(candidate),
  }))
