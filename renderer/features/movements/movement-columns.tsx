import type { TFunction } from 'i18next'
import type { Mode, Movement } from '../../api-types.ts'
import type { Column } from '../../shared/table/column.ts'
import { Amount } from '../../shared/ui/amount.tsx'
import { Moment } from '../../shared/ui/moment.tsx'
import { MovementOutcome } from './movement-outcome.tsx'

/** The columns of spec 10.5. */
export const movementColumns = (t: TFunction, mode: Mode | null, withAccount: boolean): Column<Movement>[] => [
  {
    id: 'received',
    header: t('movements.columns.received'),
    width: 'minmax(96px, 124px)',
    cell: (movement) => <Moment at={movement.received_at} />,
  },
  {
    id: 'sender',
    header: t('movements.columns.sender'),
    width: 'minmax(80px, 2fr)',
    cell: (movement) => <span title={movement.sender_name ?? ''}>{movement.sender_name ?? '–'}</span>,
  },
  {
    id: 'amount',
    header: t('movements.columns.amount'),
    width: 'minmax(104px, 190px)',
    align: 'end',
    cell: (movement) => <Amount amount={movement.amount} currency={movement.currency} />,
  },
  {
    id: 'outcome',
    header: mode === 'passthrough' ? t('movements.columns.notified') : t('movements.columns.matched'),
    width: '116px',
    cell: (movement) => <MovementOutcome movement={movement} mode={mode} />,
  },
  ...(mode === 'passthrough'
    ? []
    : [
        {
          id: 'request',
          header: t('movements.columns.request'),
          width: 'minmax(80px, 1fr)',
          from: 760,
          cell: (movement: Movement) => movement.matched_request?.external_id ?? '',
        },
      ]),
  {
    id: 'external_id',
    header: t('movements.columns.externalId'),
    width: 'minmax(90px, 1fr)',
    from: 640,
    cell: (movement) => <span title={movement.external_id}>{movement.external_id}</span>,
  },
  ...(withAccount
    ? [
        {
          id: 'account',
          header: t('movements.columns.account'),
          width: 'minmax(120px, 1.5fr)',
          from: 900,
          cell: (movement: Movement) => <span title={movement.account_name}>{movement.account_name}</span>,
        },
      ]
    : []),
]
