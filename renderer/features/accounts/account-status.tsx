import { useTranslation } from 'react-i18next'
import type { Account } from '../../api-types.ts'
import { StatusMark } from '../../shared/ui/status-mark.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import { useNow } from '../../shared/use-now.ts'
import { useWaiting } from '../assistance/store.ts'
import { markOf, statusOf } from './health.ts'
import { stepOf } from './run-steps.ts'
import { SessionLight } from './session-light.tsx'

/** The state of an account as mark and words: "Read 2 min ago", "Blocked: wrong password". */
export function AccountStatus({ account, queued }: { account: Account; queued: boolean }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const now = useNow()
  const status = statusOf(account, queued)
  const waiting = useWaiting(account.id)
  if (waiting) return <StatusMark kind="ask">{t(`assistance.waiting.${waiting.type}`)}</StatusMark>
  if (status.kind === 'session') return <SessionLight session={status.session} />
  const words = (): string => {
    switch (status.kind) {
      case 'reading':
        return t(`accounts.doing.${stepOf(account.last_run?.stage ?? null)}`)
      case 'blocked':
      case 'failed':
        return t(`accounts.status.${status.kind}`, { cause: t(`reasons.${status.cause.reason}`) })
      case 'paused':
        return t('accounts.status.paused', { when: formats.relative(status.since, now) })
      case 'read':
        return t('accounts.status.read', { when: formats.relative(status.at, now) })
      default:
        return t(`accounts.status.${status.kind}`)
    }
  }
  return <StatusMark kind={markOf[status.kind]}>{words()}</StatusMark>
}
