import { Button } from '@mantine/core'
import { IconBook2, IconPlus } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { ListPlace } from '../../shared/list/list-place.tsx'
import { ListToolbar } from '../../shared/list/list-toolbar.tsx'
import { useSorting } from '../../shared/list/use-sorting.ts'
import { plural } from '../../shared/plural.ts'
import type { Column } from '../../shared/table/column.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { sortedRows } from '../../shared/table/sorting.ts'
import { Nothing } from '../../shared/ui/states.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import { ExportMenu } from '../book-lists/export-menu.tsx'
import type { Ledger } from '../reconciliation/ledger-api.ts'
import { Day, Sum } from '../reconciliation/sum.tsx'
import { BooksTabs } from './books-tabs.tsx'
import { codeAndName } from './ledger-columns.ts'
import { loadBooks, useBooks } from './store.ts'
import { useDialog } from './use-dialog.ts'

/** The chart of accounts. */
export function ChartPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const dialog = useDialog()
  const { number } = useFormats()
  const { ledgers, accounts, failure } = useBooks()
  const columns = useMemo(
    (): Column<Ledger>[] => [
      ...codeAndName<Ledger>(t),
      {
        id: 'type',
        header: t('books.type'),
        width: 'minmax(90px, 1fr)',
        sort: 'type',
        by: ({ type }) => type,
        file: 'type currency_code',
        cell: ({ type }) => t(`books.types.${type}`),
      },
      {
        id: 'iban',
        header: t('books.iban'),
        width: 'minmax(190px, 1fr)',
        from: 900,
        file: 'account_identifiers',
        cell: ({ account_identifiers: accounts }) => accounts.map(({ value }) => value).join(', '),
      },
      {
        id: 'last',
        header: t('books.lastActivity'),
        width: '120px',
        from: 760,
        sort: 'last_activity_date',
        by: ({ last_activity_date: day }) => day,
        file: 'last_activity_date',
        cell: ({ last_activity_date: day }) => <Day day={day} />,
      },
      {
        id: 'open',
        header: t('books.openItems'),
        width: '110px',
        align: 'end',
        from: 620,
        cell: ({ id }) => {
          const account = accounts?.find(({ ledger }) => ledger.id === id)
          if (!account) return ''
          const { open_items: items, open_entries: entries } = account
          return (
            <span title={t('books.openBoth', { items: number(items), entries: number(entries) })}>
              {number(account.unreconciled_count)}
            </span>
          )
        },
      },
      {
        id: 'number',
        header: t('books.number'),
        width: '110px',
        align: 'end',
        optional: true,
        sort: 'num_id',
        by: ({ num_id: id }) => id,
        file: 'num_id',
        cell: ({ num_id: id }) => number(id),
      },
      {
        id: 'locked',
        header: t('period.short'),
        width: '120px',
        optional: true,
        sort: 'locked_until',
        by: ({ locked_until: day }) => day,
        file: 'locked_until',
        cell: ({ locked_until: day }) => <Day day={day} />,
      },
      {
        id: 'balance',
        header: t('books.balance'),
        width: 'minmax(130px, 1fr)',
        align: 'end',
        sort: 'balance_posted',
        by: ({ balance_posted: { amount } }) => BigInt(amount),
        file: 'balance_posted',
        cell: ({ balance_posted: balance }) => <Sum value={balance} />,
      },
    ],
    [t, number, accounts],
  )
  const sorting = useSorting(columns)
  const shown = useMemo(() => ledgers && sortedRows(ledgers, columns, sorting.sort), [ledgers, columns, sorting.sort])
  const table = { name: 'chart', columns }
  const add = (
    <Button leftSection={<IconPlus size={14} />} onClick={() => dialog.show('ledger')}>
      {t('books.addLedger')}
    </Button>
  )
  return (
    <>
      <BooksTabs />
      <ListPlace
        what={t('books.notLoaded')}
        failure={ledgers === null ? failure : null}
        onRetry={() => void loadBooks()}
        toolbar={
          <ListToolbar
            total={ledgers === null ? null : t('books.totalLedgers', plural(ledgers.length, number))}
            table={table}
          >
            <ExportMenu path="" name={t('books.chartFile')} table={table} sorting={sorting} />
            <Button variant="default" onClick={() => dialog.show('general-ledger')}>
              {t('bookImport.title')}
            </Button>
            <Button variant="default" onClick={() => dialog.show('journal')}>
              {t('books.addJournal')}
            </Button>
            {add}
          </ListToolbar>
        }
        table={
          <DataTable
            label={t('books.chart')}
            name="chart"
            columns={columns}
            sorting={sorting}
            total={shown?.length ?? null}
            rowAt={(index) => shown?.[index]}
            rowId={({ id }) => id}
            onOpen={({ id }) => void navigate(`/books/ledgers/${id}`)}
            empty={
              <Nothing
                icon={<IconBook2 size={28} stroke={1.5} />}
                title={t('books.emptyTitle')}
                text={t('books.emptyText')}
                action={add}
              />
            }
          />
        }
        panel={null}
      />
    </>
  )
}
