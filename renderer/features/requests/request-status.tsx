import { useTranslation } from 'react-i18next'
import type { RequestStatus } from '../../api-types.ts'
import { type MarkKind, StatusMark } from '../../shared/ui/status-mark.tsx'

const marks: Record<RequestStatus, MarkKind> = {
  pending: 'waiting',
  processing: 'working',
  matched: 'done',
  ambiguous: 'ask',
  not_found: 'nothing',
  expired: 'late',
  cancelled: 'ended',
  failed: 'failed',
}

export function RequestStatusMark({ status }: { status: RequestStatus }) {
  const { t } = useTranslation()
  return <StatusMark kind={marks[status]}>{t(`requestStatus.${status}`)}</StatusMark>
}
