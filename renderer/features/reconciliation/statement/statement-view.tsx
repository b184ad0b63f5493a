import { Select, Skeleton, Text } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useListWindow } from '../../../shared/list/create-list.ts'
import listClasses from '../../../shared/list/list.module.css'
import { useFilter } from '../../../shared/list/use-filter.ts'
import { useLoaded } from '../../../shared/resource.ts'
import type { Column } from '../../../shared/table/column.ts'
import { DataTable } from '../../../shared/table/data-table.tsx'
import { LoadFailure, Nothing } from '../../../shared/ui/states.tsx'
import { StatusMark } from '../../../shared/ui/status-mark.tsx'
import type { RunOfBooks, Statement, StatementLine } from '../ledger-api.ts'
import { lines, proofs } from '../store.ts'
import { Day, Sum } from '../sum.tsx'
import { useBookFormats } from '../use-book-formats.ts'
import { lineMarks, lineStatus } from '../worklist/row-marks.ts'
import { ProofLine } from './proof-line.tsx'

/** The statements of a run as the bank printed them, with what became of each line. */
export function StatementView({ run }: { run: RunOfBooks }) {
  const { t } = useTranslation()
  const { day } = useBookFormats()
  const { read, write } = useFilter()
  const { data, failure } = useLoaded(proofs, run.id)
  if (!data)
    return failure ? (
      <LoadFailure what={t('statement.notLoaded')} failure={failure} onRetry={() => void proofs.load(run.id)} />
    ) : (
      <Skeleton m={20} height={200} />
    )
  const shown = data.statements.find(({ id }) => id === read('statement')) ?? data.statements[0]
  if (!shown && run.source_type === 'movements' && run.counts.entries > 0) return <Lines run={run} statement={null} />
  if (!shown)
    return (
      <Nothing
        icon={<IconFileText size={28} stroke={1.5} />}
        title={t('worklist.noLines')}
        text={t('worklist.noLinesText')}
      />
    )
  const nameOf = ({ from_date: from, to_date: to, statement_ref: ref }: Statement) =>
    [from === null ? null : `${day(from)} – ${to === null ? '' : day(to)}`, ref].filter(Boolean).join(' · ')
  return (
    <>
      {data.statements.length > 1 && (
        <div className={listClasses.toolbar}>
          <Select
            size="xs"
            maw={420}
            aria-label={t('statement.choose')}
            data={data.statements.map((statement) => ({ value: statement.id, label: nameOf(statement) }))}
            value={shown.id}
            onChange={(id) => write('statement', id)}
            allowDeselect={false}
            searchable
          />
        </div>
      )}
      <Lines run={run} statement={shown} />
    </>
  )
}

/** `statement` is null where the lines are movements that were read from the bank: without balances, and so without a proof. */
function Lines({ run, statement }: { run: RunOfBooks; statement: Statement | null }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const list = useListWindow(lines, { runId: run.id, statementId: statement?.id ?? null })
  const hasBalances = statement !== null
  const open = (line: StatementLine) =>
    void navigate(
      lineStatus(line) === 'proposed' && run.status !== 'closed'
        ? `/books/runs/${run.id}?row=match:${line.proposal?.match_id}`
        : `/books/runs/${run.id}/lines/${line.id}`,
    )
  const columns = useMemo(
    (): Column<StatementLine>[] => [
      { id: 'date', header: t('match.booked'), width: '106px', cell: ({ booking_date: day }) => <Day day={day} /> },
      { id: 'name', header: t('books.counterparty'), width: 'minmax(130px, 1.2fr)', cell: ({ name }) => name ?? '' },
      {
        id: 'text',
        header: t('match.text'),
        width: 'minmax(130px, 2fr)',
        from: 600,
        cell: ({ text }) => <span title={text ?? ''}>{text ?? ''}</span>,
      },
      {
        id: 'status',
        header: t('books.status'),
        width: 'minmax(130px, 1fr)',
        cell: (line) =>
          line.bank_status === 'booked' ? (
            <StatusMark kind={lineMarks[lineStatus(line)]}>
              {t(`statement.status.${lineStatus(line)}`)}
              {lineStatus(line) === 'proposed' && ` ${line.proposal?.score}`}
            </StatusMark>
          ) : (
            <StatusMark kind="waiting">{t('statement.notBooked')}</StatusMark>
          ),
      },
      {
        id: 'amount',
        header: t('books.amount'),
        width: 'minmax(110px, 1fr)',
        align: 'end',
        cell: ({ amount }) => <Sum value={amount} bare />,
      },
      ...(hasBalances
        ? [
            {
              id: 'balance',
              header: t('statement.balance'),
              width: 'minmax(120px, 1fr)',
              align: 'end' as const,
              from: 640,
              cell: ({ balance }: StatementLine) => <Sum value={balance} bare />,
            },
          ]
        : []),
    ],
    [t, hasBalances],
  )
  if (list.failure && list.total === null)
    return <LoadFailure what={t('statement.notLoaded')} failure={list.failure} onRetry={lines.refresh} />
  return (
    <>
      <DataTable
        label={t('run.tab.statement')}
        name="statement"
        columns={columns}
        total={list.total}
        rowAt={lines.rowAt}
        rowId={({ id }) => id}
        onSight={lines.need}
        onOpen={open}
        empty={<Text p={20}>{t('statement.noLines')}</Text>}
      />
      {statement && <ProofLine runId={run.id} statement={statement} />}
    </>
  )
}
