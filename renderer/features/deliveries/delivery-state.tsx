import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Delivery } from '../../api-types.ts'
import { type MarkKind, StatusMark } from '../../shared/ui/status-mark.tsx'

const marks: Record<Delivery['state'], MarkKind> = {
  queued: 'waiting',
  waiting: 'late',
  delivered: 'done',
  dead: 'failed',
  dropped: 'ended',
}

export function DeliveryStateMark({ state }: { state: Delivery['state'] }) {
  const { t } = useTranslation()
  return <StatusMark kind={marks[state]}>{t(`deliveryState.${state}`)}</StatusMark>
}

/** What the receiver said last, or why there was no answer. */
export const lastAnswer = (
  { last_status, last_error }: Pick<Delivery, 'last_status' | 'last_error'>,
  t: TFunction,
): string => {
  return last_status === null ? (last_error ?? '') : t('deliveries.answered', { status: last_status })
}

/** What a delivery is about, as far as its payload tells: the order's id, else the sender. */
export function subjectOf({ payload }: Pick<Delivery, 'payload'>): string {
  const { external_id, name, id } = payload
  return (
    ([external_id, name, id].find((value) => typeof value === 'string' && value !== '') as string | undefined) ?? ''
  )
}
