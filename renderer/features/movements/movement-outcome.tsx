import { useTranslation } from 'react-i18next'
import type { Mode, Movement } from '../../api-types.ts'
import { StatusMark } from '../../shared/ui/status-mark.tsx'

/** What became of a movement: matched or not in reconcile, sent or why not in passthrough. */
export function MovementOutcome({ movement, mode }: { movement: Movement; mode: Mode | null }) {
  const { t } = useTranslation()
  if (mode === 'passthrough') {
    if (movement.notified_at !== null) return <StatusMark kind="done">{t('movements.outcome.notified')}</StatusMark>
    if (movement.sender_name === null) return <StatusMark kind="nothing">{t('movements.outcome.noSender')}</StatusMark>
    return <StatusMark kind="waiting">{t('movements.outcome.pending')}</StatusMark>
  }
  if (movement.matched_request) return <StatusMark kind="done">{t('movements.outcome.matched')}</StatusMark>
  if (movement.excluded_at !== null) return <StatusMark kind="late">{t('movements.outcome.excluded')}</StatusMark>
  return <StatusMark kind="nothing">{t('movements.outcome.free')}</StatusMark>
}
