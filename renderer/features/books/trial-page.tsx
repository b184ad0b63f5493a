import { Skeleton, Text, TextInput } from '@mantine/core'
import { IconScale } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { ListPlace } from '../../shared/list/list-place.tsx'
import { ListToolbar } from '../../shared/list/list-toolbar.tsx'
import { useFilter } from '../../shared/list/use-filter.ts'
import { useSorting } from '../../shared/list/use-sorting.ts'
import { plural } from '../../shared/plural.ts'
import { useLoaded } from '../../shared/resource.ts'
import type { Column } from '../../shared/table/column.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { sortedRows } from '../../shared/table/sorting.ts'
import { Nothing } from '../../shared/ui/states.tsx'
import { StatusMark } from '../../shared/ui/status-mark.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import type { TrialBalance } from '../book-lists/books-api.ts'
import { ExportMenu } from '../book-lists/export-menu.tsx'
import { trialBalances } from '../book-lists/store.ts'
import { isZero } from '../reconciliation/amounts.ts'
import { Sum } from '../reconciliation/sum.tsx'
import classes from './books.module.css'
import { BooksTabs } from './books-tabs.tsx'
import { codeAndName } from './ledger-columns.ts'

type Row = TrialBalance['rows'][number]

/** Debits, credits and balance of every ledger up to a day; both sides must be even. */
export function TrialPage() {
  const { t } = useTranslation()
  const { number } = useFormats()
  const navigate = useNavigate()
  const { read, write } = useFilter()
  const at = read('at') ?? ''
  const { data, failure } = useLoaded(trialBalances, at)
  const columns = useMemo(
    (): Column<Row>[] => [
      ...codeAndName<Row>(t),
      {
        id: 'type',
        header: t('books.type'),
        width: 'minmax(90px, 1fr)',
        from: 760,
        sort: 'type',
        by: ({ type }) => type,
        file: 'type',
        cell: ({ type }) => t(`books.types.${type as 'asset'}`),
      },
      ...(['debit', 'credit'] as const).map(
        (side): Column<Row> => ({
          id: side,
          header: t(`trial.${side}`),
          width: 'minmax(120px, 1fr)',
          align: 'end',
          sort: side,
          by: (row) => BigInt(row[side].amount),
          file: side,
          cell: (row) => (isZero(row[side]) ? '' : <Sum value={row[side]} />),
        }),
      ),
      {
        id: 'balance',
        header: t('books.balance'),
        width: 'minmax(120px, 1fr)',
        align: 'end',
        sort: 'balance',
        by: ({ balance: { amount } }) => BigInt(amount),
        file: 'balance',
        cell: ({ balance }) => <Sum value={balance} />,
      },
    ],
    [t],
  )
  const sorting = useSorting(columns)
  const rows = useMemo(() => data && sortedRows(data.rows, columns, sorting.sort), [data, columns, sorting.sort])
  const table = { name: 'trial', columns }
  return (
    <>
      <BooksTabs />
      <ListPlace
        what={t('trial.notLoaded')}
        failure={data ? null : failure}
        onRetry={() => void trialBalances.load(at)}
        toolbar={
          <ListToolbar total={data ? t('trial.total', plural(data.rows.length, number)) : null} table={table}>
            <Text size="xs" c="dimmed" component="label" htmlFor="trial-at">
              {t('trial.at')}
            </Text>
            <TextInput
              id="trial-at"
              size="xs"
              type="date"
              value={at}
              onChange={(event) => write('at', event.currentTarget.value)}
            />
            <ExportMenu
              path="/trial-balance"
              query={{ at: at === '' ? undefined : at }}
              name={t('trial.fileName')}
              table={table}
              sorting={sorting}
            />
          </ListToolbar>
        }
        table={
          <>
            <DataTable
              label={t('trial.title')}
              name="trial"
              columns={columns}
              sorting={sorting}
              total={rows?.length ?? null}
              rowAt={(index) => rows?.[index]}
              rowId={({ ledger_id: id }) => id}
              onOpen={({ ledger_id: id }) => void navigate(`/books/ledgers/${id}`)}
              empty={
                <Nothing
                  icon={<IconScale size={28} stroke={1.5} />}
                  title={t('trial.empty')}
                  text={t('trial.emptyText')}
                />
              }
            />
            {data ? data.rows.length > 0 && <Totals data={data} /> : <Skeleton height={40} />}
          </>
        }
        panel={null}
      />
    </>
  )
}

/** Sums of both sides, each currency by itself. */
function Totals({ data }: { data: TrialBalance }) {
  const { t } = useTranslation()
  const currencies = [...new Map(data.rows.map(({ debit }) => [debit.currency, debit])).values()]
  const sum = (side: 'debit' | 'credit', currency: string) =>
    data.rows.reduce((total, row) => (row[side].currency === currency ? total + BigInt(row[side].amount) : total), 0n)
  return (
    <div className={classes.totals}>
      <StatusMark kind={data.balanced ? 'done' : 'failed'}>
        {t(data.balanced ? 'trial.balanced' : 'trial.notBalanced')}
      </StatusMark>
      {currencies.map(({ currency, precision }) => (
        <Text key={currency} size="sm" component="div">
          {(['debit', 'credit'] as const).map((side) => (
            <span key={side} className={classes.sum}>
              {t(`trial.${side}`)} <Sum value={{ amount: String(sum(side, currency)), currency, precision }} />
            </span>
          ))}
        </Text>
      ))}
    </div>
  )
}
