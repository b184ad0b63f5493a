import { useTranslation } from 'react-i18next'
import type { Match } from '../ledger-api.ts'
import { useBookFormats } from '../use-book-formats.ts'
import { isDay, type Reason, toldEvidence } from './evidence.ts'
import classes from './leg.module.css'

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
              {toldEvidence(reason)
                .map((text) => (isDay(text) ? day(text) : text))
                .join(' · ')}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}
