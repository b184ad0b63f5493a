import type { TFunction } from 'i18next'
import type { Request } from '../../api-types.ts'
import type { Column } from '../../shared/table/column.ts'
import { Amount } from '../../shared/ui/amount.tsx'
import { Moment } from '../../shared/ui/moment.tsx'
import { RequestStatusMark } from './request-status.tsx'

/** The columns of spec 10.5; the account stands in the combined view only. */
export const requestColumns = (t: TFunction, withAccount: boolean): Column<Request>[] => [
  {
    id: 'external_id',
    header: t('requests.columns.externalId'),
    width: 'minmax(70px, 1fr)',
    cell: (request) => <span title={request.external_id}>{request.external_id}</span>,
  },
  {
    id: 'sender',
    header: t('requests.columns.sender'),
    width: 'minmax(80px, 2fr)',
    cell: (request) => <span title={request.sender_name ?? ''}>{request.sender_name}</span>,
  },
  {
    id: 'amount',
    header: t('requests.columns.amount'),
    width: 'minmax(104px, 190px)',
    align: 'end',
    cell: (request) => <Amount amount={request.amount} currency={request.currency} />,
  },
  {
    id: 'status',
    header: t('requests.columns.status'),
    width: '120px',
    cell: (request) => <RequestStatusMark status={request.status} />,
  },
  {
    id: 'created',
    header: t('requests.columns.created'),
    width: '130px',
    from: 620,
    cell: (request) => <Moment at={request.created_at} />,
  },
  ...(withAccount
    ? [
        {
          id: 'account',
          header: t('requests.columns.account'),
          width: 'minmax(120px, 1.5fr)',
          from: 800,
          cell: (request: Request) => <span title={request.account_name}>{request.account_name}</span>,
        },
      ]
    : []),
  {
    id: 'checked',
    header: t('requests.columns.checked'),
    width: '120px',
    optional: true,
    cell: (request) =>
      request.last_checked_at === null ? '' : <Moment at={request.last_checked_at} form="relative" />,
  },
]
