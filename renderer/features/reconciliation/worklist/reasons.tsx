import { useTranslation } from 'react-i18next'
import type { Match } from '../ledger-api.ts'
import { useBookFormats } from '../use-book-formats.ts'
import classes from './leg.module.css'

type Reason = Match['reasons'][number]

/** Ids of entries are among the evidence; they say nothing to a reader. */
const isId = (text: string) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text)

const evidenceOf = ({ evidence }: Reason): string[] =>
  Object.values(evidence)
    .flatMap((value) => (Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : []))
    .filter((text) => !isId(text))

/** The text fragments that led to a proposal. */
export const fragmentsOf = (reasons: readonly Reason[]): string[] => [...new Set(reasons.flatMap(evidenceOf))]

/** Why it was proposed, with points. */
export function Reasons({ match }: { match: Match }) {
  const { t, i18n } = useTranslation()
  const { day } = useBookFormats()
  if (match.reasons.length === 0) return null
  const sentence = ({ code, text }: Reason) =>
    // The key is known to exist; codes come from the program and not from the compiler.
    i18n.exists(`match.reason.${code}`) ? t(`match.reason.${code}` as 'match.reason.A1') : text
  return (
    <ul className={classes.reasons} aria-label={t('match.reasons')}>
      {match.reasons.map((reason) => (
        <li key={`${reason.code} ${reason.text}`}>
          <span className={classes.points}>
            {reason.points > 0 ? '+' : ''}
            {reason.points === 0 ? '' : reason.points}
          </span>
          <span>
            {sentence(reason)}{' '}
            <span className={classes.evidence}>
              {evidenceOf(reason)
                .map((text) => (isDay(text) ? day(text) : text))
                .join(' · ')}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}
