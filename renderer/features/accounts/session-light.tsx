import { useTranslation } from 'react-i18next'
import type { SessionStatus } from './health.ts'
import classes from './session-light.module.css'

/** The state of a session that stays: a light, and always its words. */
export function SessionLight({ session }: { session: SessionStatus }) {
  const { t } = useTranslation()
  return (
    <span className={classes.light} data-session={session}>
      <span className={classes.lamp} aria-hidden />
      {t(`accounts.session.${session}`)}
    </span>
  )
}
