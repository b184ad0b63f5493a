import { Anchor } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { plural } from '../../shared/plural.ts'
import { useFormats } from '../../shared/use-formats.ts'
import { useNow } from '../../shared/use-now.ts'
import { useAccounts } from '../accounts/store.ts'
import { useAssistance } from '../assistance/store.ts'
import { heartbeat } from './heartbeat-state.ts'
import { useOverview } from './overview.ts'
import classes from './shell.module.css'

/** The line at the bottom: running, paused, offline, "needs you". It is always true. */
export function HeartbeatLine() {
  const { t } = useTranslation()
  const formats = useFormats()
  const now = useNow()
  const { overview, line, failed } = useOverview()
  const asked = useAssistance((each) => each.byAccount)
  const waiting = useAccounts(
    ({ accounts }) =>
      accounts?.filter(
        ({ id, scrapeBlockedAt, sessionStatus }) =>
          scrapeBlockedAt === null && (sessionStatus === 'needs_attention' || asked[id] !== undefined),
      ).length ?? 0,
  )
  const state = heartbeat(line, overview, failed, waiting)
  const accounts = (count: number) => t('heartbeat.accounts', plural(count, formats.number))

  const words = (): ReactNode => {
    switch (state.kind) {
      case 'connecting':
        return t('heartbeat.connecting')
      case 'unknown':
        return t('heartbeat.unknown')
      case 'offline':
        return t('heartbeat.offline')
      case 'empty':
        return t('heartbeat.empty')
      case 'attention':
        return (
          <Anchor component={Link} to="/accounts" inherit c="inherit" underline="always">
            {t('heartbeat.attention', { accounts: accounts(state.accounts) })}
          </Anchor>
        )
      case 'paused':
        return state.all ? t('heartbeat.allPaused') : t('heartbeat.paused', { accounts: accounts(state.paused) })
      case 'running':
        return t('heartbeat.running')
    }
  }
  const known = overview !== null && state.kind !== 'offline' && state.kind !== 'empty'
  const dead = overview?.deliveries.dead ?? 0
  return (
    <footer className={classes.heartbeat}>
      <span role="status" className={classes.pulse} data-kind={state.kind}>
        {words()}
      </span>
      {known && overview.last_reading_at !== null && (
        <span title={formats.exact(overview.last_reading_at)}>
          {t('heartbeat.last', { when: formats.relative(overview.last_reading_at, now) })}
        </span>
      )}
      {known && overview.next_reading_at !== null && (
        <span title={formats.exact(overview.next_reading_at)}>
          {Date.parse(overview.next_reading_at) <= now
            ? t('heartbeat.due')
            : t('heartbeat.next', { when: formats.relative(overview.next_reading_at, now) })}
        </span>
      )}
      {known && dead > 0 && (
        <Anchor component={Link} to="/deliveries?state=dead" inherit c="var(--bad)" underline="always">
          {t('heartbeat.dead', plural(dead, formats.number))}
        </Anchor>
      )}
    </footer>
  )
}
