import type { TFunction } from 'i18next'
import type { Column } from '../../shared/table/column.ts'
import { Moment } from '../../shared/ui/moment.tsx'
import { type MarkKind, StatusMark } from '../../shared/ui/status-mark.tsx'
import type { RunOfBooks } from '../reconciliation/ledger-api.ts'
import { Day, Sum } from '../reconciliation/sum.tsx'

const marks: Record<RunOfBooks['status'], MarkKind> = {
  pending: 'waiting',
  running: 'working',
  completed: 'ask',
  failed: 'failed',
  closed: 'done',
}

export function RunStatus({ status, t }: { status: RunOfBooks['status']; t: TFunction }) {
  return <StatusMark kind={marks[status]}>{t(`books.runStatus.${status}`)}</StatusMark>
}

const proofMarks = { proved: 'done', not_proved: 'failed', not_provable: 'nothing' } as const

/** Columns of a list of runs; `ledgerOf` names the ledger where several are listed. */
export function runColumns(
  t: TFunction,
  number: (value: number) => string,
  ledgerOf: ((id: string) => string) | null,
): Column<RunOfBooks>[] {
  return [
    {
      id: 'period',
      header: t('books.period'),
      width: 'minmax(178px, 1.4fr)',
      sort: 'period_from',
      file: 'period_from period_to',
      cell: ({ period_from: from, period_to: to, note }) =>
        from === null ? (
          (note ?? t('books.noPeriod'))
        ) : (
          <span title={note ?? undefined}>
            <Day day={from} /> – <Day day={to} />
          </span>
        ),
    },
    ...(ledgerOf === null
      ? []
      : [
          {
            id: 'ledger',
            header: t('books.account'),
            width: 'minmax(120px, 1.2fr)',
            sort: 'ledger_code',
            file: 'ledger_id',
            cell: ({ ledger_id: id }: RunOfBooks) => ledgerOf(id),
          },
        ]),
    {
      id: 'status',
      header: t('books.status'),
      width: 'minmax(110px, 1fr)',
      sort: 'status',
      file: 'status',
      cell: ({ status }) => <RunStatus status={status} t={t} />,
    },
    {
      id: 'proof',
      header: t('books.proof'),
      width: 'minmax(120px, 1fr)',
      from: ledgerOf === null ? 760 : 880,
      sort: 'proof_status',
      file: 'proof_status',
      cell: ({ proof_status: proof }) =>
        proof === null ? '–' : <StatusMark kind={proofMarks[proof]}>{t(`books.proofs.${proof}`)}</StatusMark>,
    },
    {
      id: 'note',
      header: t('books.name'),
      width: 'minmax(120px, 1.2fr)',
      optional: true,
      sort: 'note',
      file: 'note',
      cell: ({ note }) => <span title={note ?? ''}>{note ?? ''}</span>,
    },
    {
      id: 'closed',
      header: t('books.closedAt'),
      width: '130px',
      optional: true,
      sort: 'closed_at',
      file: 'closed_at closed_by',
      cell: ({ closed_at: at, closed_by: by }) =>
        at !== null && (
          <span title={by ?? ''}>
            <Moment at={at} />
          </span>
        ),
    },
    {
      id: 'open',
      header: t('books.open'),
      width: '80px',
      align: 'end',
      file: 'counts.unmatched counts.partial counts.entries',
      cell: ({ counts }) => `${number(counts.unmatched + counts.partial)} / ${number(counts.entries)}`,
    },
    {
      id: 'closing',
      header: t('books.closingBalance'),
      width: 'minmax(120px, 1fr)',
      align: 'end',
      from: 680,
      sort: 'closing_balance',
      file: 'closing_balance',
      cell: ({ closing_balance: balance }) => <Sum value={balance} />,
    },
  ]
}
