import type { TFunction } from 'i18next'
import type { Delivery } from '../../api-types.ts'
import type { Column } from '../../shared/table/column.ts'
import { Moment } from '../../shared/ui/moment.tsx'
import { DeliveryStateMark, lastAnswer, subjectOf } from './delivery-state.tsx'

export const deliveryColumns = (t: TFunction): Column<Delivery>[] => [
  {
    id: 'created',
    header: t('deliveries.columns.created'),
    width: 'minmax(96px, 124px)',
    cell: (delivery) => <Moment at={delivery.created_at} />,
  },
  {
    id: 'event',
    header: t('deliveries.columns.event'),
    width: '92px',
    cell: (delivery) => t(`deliveryEvent.${delivery.event}`),
  },
  {
    id: 'subject',
    header: t('deliveries.columns.subject'),
    width: 'minmax(70px, 1fr)',
    cell: (delivery) => <span title={subjectOf(delivery)}>{subjectOf(delivery)}</span>,
  },
  {
    id: 'state',
    header: t('deliveries.columns.state'),
    width: '124px',
    cell: (delivery) => <DeliveryStateMark state={delivery.state} />,
  },
  {
    id: 'attempts',
    header: t('deliveries.columns.attempts'),
    width: '70px',
    align: 'end',
    from: 620,
    cell: (delivery) => delivery.attempts,
  },
  {
    id: 'answer',
    header: t('deliveries.columns.answer'),
    width: 'minmax(140px, 1.5fr)',
    from: 760,
    cell: (delivery) => <span title={delivery.last_error ?? ''}>{lastAnswer(delivery, t)}</span>,
  },
  {
    id: 'account',
    header: t('deliveries.columns.account'),
    width: 'minmax(120px, 1.5fr)',
    from: 900,
    cell: (delivery) => <span title={delivery.account_name}>{delivery.account_name}</span>,
  },
]
