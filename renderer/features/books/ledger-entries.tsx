import { Button } from '@mantine/core'
import { IconBook2 } from '@tabler/icons-react'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useListWindow } from '../../shared/list/create-list.ts'
import { ListPlace } from '../../shared/list/list-place.tsx'
import { ListToolbar } from '../../shared/list/list-toolbar.tsx'
import { useFilter } from '../../shared/list/use-filter.ts'
import { sortQuery, useSorting } from '../../shared/list/use-sorting.ts'
import { plural } from '../../shared/plural.ts'
import type { Column } from '../../shared/table/column.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { Nothing, NothingFits } from '../../shared/ui/states.tsx'
import { StatusMark } from '../../shared/ui/status-mark.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import { ExportMenu } from '../book-lists/export-menu.tsx'
import { SavedFilters } from '../book-lists/saved-filters.tsx'
import type { Entry } from '../reconciliation/ledger-api.ts'
import { Day, Sum } from '../reconciliation/sum.tsx'
import { EntryPanel } from './entry-panel.tsx'
import { entries, entryFilter } from './store.ts'
import { useDialog } from './use-dialog.ts'

const marks = { opening: 'nothing', unreconciled: 'nothing', partial: 'ask', reconciled: 'done' } as const

/** All entries of a ledger with how far each is reconciled, or only the open ones. */
export function LedgerEntries({ ledgerId }: { ledgerId: string }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { read, write, clear } = useFilter()
  const dialog = useDialog()
  const q = read('q')
  const open = read('only') === 'open'
  const entryId = read('entry') ?? undefined
  const closeEntry = useCallback(() => write('entry', null), [write])
  const columns = useMemo(
    (): Column<Entry>[] => [
      {
        id: 'date',
        header: t('books.date'),
        width: '120px',
        sort: 'booking_date',
        file: 'booking_date',
        cell: ({ booking_date: day }) => <Day day={day} />,
      },
      {
        id: 'value',
        header: t('entry.valueDate'),
        width: '120px',
        optional: true,
        sort: 'value_date',
        file: 'value_date',
        cell: ({ value_date: day }) => <Day day={day} />,
      },
      {
        id: 'due',
        header: t('entry.due'),
        width: '120px',
        optional: true,
        sort: 'due_date',
        file: 'due_date',
        cell: ({ due_date: day }) => <Day day={day} />,
      },
      {
        id: 'document',
        header: t('books.document'),
        width: 'minmax(100px, 1fr)',
        from: 580,
        sort: 'document_no',
        file: 'document_no external_document_no',
        cell: ({ document_no: number, external_document_no: external }) => number ?? external ?? '',
      },
      {
        id: 'name',
        header: t('books.counterparty'),
        width: 'minmax(120px, 1.4fr)',
        sort: 'counterparty_name',
        file: 'counterparty_name',
        cell: ({ counterparty_name: name }) => name ?? '',
      },
      {
        id: 'text',
        header: t('books.text'),
        width: 'minmax(120px, 2fr)',
        from: 980,
        sort: 'description',
        file: 'description',
        cell: ({ description }) => description,
      },
      {
        id: 'status',
        header: t('books.status'),
        width: 'minmax(120px, 1fr)',
        from: 660,
        sort: 'reconciliation_status',
        file: 'reconciliation_status',
        cell: ({ reconciliation_status, is_opening: isOpening }) => {
          const status = isOpening && reconciliation_status === 'unreconciled' ? 'opening' : reconciliation_status
          return <StatusMark kind={marks[status]}>{t(`books.entryStatus.${status}`)}</StatusMark>
        },
      },
      {
        id: 'amount',
        header: t('books.amount'),
        width: 'minmax(120px, 1fr)',
        align: 'end',
        sort: 'signed_amount',
        file: 'signed_amount',
        cell: ({ signed_amount: amount }) => <Sum value={amount} />,
      },
      {
        id: 'open',
        header: t('books.open'),
        width: 'minmax(120px, 1fr)',
        align: 'end',
        from: 700,
        sort: 'open_amount',
        file: 'open_amount',
        cell: ({ open_amount: amount }) => <Sum value={amount} />,
      },
    ],
    [t],
  )
  const sorting = useSorting(columns)
  const list = useListWindow(entries, { ledgerId, open, q, ...sortQuery(sorting.sort) })
  const table = { name: 'entries', columns }
  const icon = <IconBook2 size={28} stroke={1.5} />
  return (
    <ListPlace
      what={t('books.entriesNotLoaded')}
      failure={list.total === null ? list.failure : null}
      onRetry={entries.refresh}
      toolbar={
        <ListToolbar
          search={q}
          searchLabel={t('books.searchEntries')}
          onSearch={(text) => write('q', text)}
          chips={{
            label: t('books.status'),
            value: open ? 'open' : null,
            options: [{ value: 'open', label: t('books.onlyOpen') }],
            onChange: (value) => write('only', value),
          }}
          total={list.total === null ? null : t('books.totalEntries', plural(list.total, number))}
          table={table}
        >
          <SavedFilters list="entries" names={['q', 'only', 'sort']} />
          <ExportMenu
            path="/entries"
            query={{ ledger_id: ledgerId, filter: JSON.stringify(entryFilter({ open, q })) }}
            name={t('books.entriesFile')}
            table={table}
            sorting={sorting}
          />
        </ListToolbar>
      }
      table={
        <DataTable
          label={t('books.entries')}
          name="entries"
          columns={columns}
          sorting={sorting}
          total={list.total}
          rowAt={entries.rowAt}
          rowId={({ id }) => id}
          onSight={entries.need}
          open={entryId}
          onOpen={({ id }) => write('entry', id)}
          empty={
            q !== null || open ? (
              <NothingFits icon={icon} onClear={clear} />
            ) : (
              <Nothing
                icon={icon}
                title={t('books.noEntries')}
                text={t('books.noEntriesText')}
                action={<Button onClick={() => dialog.show('journal', ledgerId)}>{t('books.addJournal')}</Button>}
              />
            )
          }
        />
      }
      panel={entryId === undefined ? null : <EntryPanel key={entryId} id={entryId} onClose={closeEntry} />}
    />
  )
}
