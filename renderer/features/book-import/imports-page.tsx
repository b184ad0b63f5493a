import { Button, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { notifications } from '@mantine/notifications'
import { IconFileSpreadsheet, IconTableImport } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { useListWindow } from '../../shared/list/create-list.ts'
import { ListPlace } from '../../shared/list/list-place.tsx'
import { ListToolbar } from '../../shared/list/list-toolbar.tsx'
import { sortQuery, useSorting } from '../../shared/list/use-sorting.ts'
import { plural } from '../../shared/plural.ts'
import type { Column } from '../../shared/table/column.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { Moment } from '../../shared/ui/moment.tsx'
import { Nothing } from '../../shared/ui/states.tsx'
import { StatusMark } from '../../shared/ui/status-mark.tsx'
import { useAct } from '../../shared/use-act.ts'
import { useFormats } from '../../shared/use-formats.ts'
import type { BooksImport } from '../book-lists/books-api.ts'
import { ExportMenu } from '../book-lists/export-menu.tsx'
import { importList } from '../book-lists/store.ts'
import { BooksTabs } from '../books/books-tabs.tsx'
import { ageing, entries, loadBooks } from '../books/store.ts'
import { useDialog } from '../books/use-dialog.ts'
import { MappingsDialog } from './mappings-dialog.tsx'

/** Exports of the accounting program that were booked here, each with its undo. */
export function ImportsPage() {
  const { t } = useTranslation()
  const { number } = useFormats()
  const act = useAct()
  const dialog = useDialog()
  const [showMappings, setShowMappings] = useState(false)
  const undo = (row: BooksImport) =>
    modals.openConfirmModal({
      title: t('bookImport.undoTitle'),
      children: <Text size="sm">{t('bookImport.undoText', plural(row.imported, number))}</Text>,
      labels: { confirm: t('bookImport.undo'), cancel: t('common.cancel') },
      onConfirm: () =>
        void act(async () => {
          const { removed } = await api.bookWork.undoImport(row.id)
          notifications.show({
            message: t('bookImport.undone', plural(removed, number)),
            withBorder: true,
            autoClose: 3000,
          })
          importList.refresh()
          entries.refresh()
          ageing.refresh()
          await loadBooks()
        }),
    })
  const columns = useMemo(
    (): Column<BooksImport>[] => [
      {
        id: 'file',
        header: t('bookImport.file'),
        width: 'minmax(180px, 2fr)',
        sort: 'file_name',
        file: 'file_name',
        cell: ({ file_name: name }) => <span title={name}>{name}</span>,
      },
      {
        id: 'at',
        header: t('history.when'),
        width: '130px',
        sort: 'created_at',
        file: 'created_at',
        cell: ({ created_at: at }) => <Moment at={at} />,
      },
      {
        id: 'by',
        header: t('history.who'),
        width: 'minmax(130px, 1fr)',
        from: 720,
        sort: 'created_by',
        file: 'created_by',
        cell: (row) => row.created_by,
      },
      {
        id: 'lines',
        header: t('bookImport.booked'),
        width: '110px',
        align: 'end',
        sort: 'imported',
        file: 'imported',
        cell: ({ imported }) => number(imported),
      },
      {
        id: 'skipped',
        header: t('bookImport.there'),
        width: '120px',
        align: 'end',
        from: 620,
        sort: 'skipped',
        file: 'skipped',
        cell: ({ skipped }) => number(skipped),
      },
      {
        id: 'state',
        header: t('books.status'),
        width: 'minmax(120px, 1fr)',
        sort: 'undone_at',
        file: 'undone_at',
        cell: ({ undone_at: at }) => (
          <StatusMark kind={at === null ? 'done' : 'ended'}>
            {t(at === null ? 'bookImport.isBooked' : 'bookImport.isUndone')}
          </StatusMark>
        ),
      },
    ],
    [t, number],
  )
  const sorting = useSorting(columns)
  const list = useListWindow(importList, sortQuery(sorting.sort))
  const table = { name: 'book-imports', columns }
  const add = (
    <Button leftSection={<IconTableImport size={14} />} onClick={() => dialog.show('general-ledger')}>
      {t('bookImport.title')}
    </Button>
  )
  return (
    <>
      <BooksTabs />
      <ListPlace
        what={t('bookImport.notLoaded')}
        failure={list.total === null ? list.failure : null}
        onRetry={importList.refresh}
        toolbar={
          <ListToolbar
            total={list.total === null ? null : t('bookImport.total', plural(list.total, number))}
            table={table}
          >
            <ExportMenu path="/imports" name={t('bookImport.fileName')} table={table} sorting={sorting} />
            <Button variant="default" onClick={() => setShowMappings(true)}>
              {t('bookImport.mappings')}
            </Button>
            {add}
          </ListToolbar>
        }
        table={
          <DataTable
            label={t('bookImport.list')}
            name="book-imports"
            columns={columns}
            sorting={sorting}
            total={list.total}
            rowAt={importList.rowAt}
            rowId={({ id }) => id}
            onSight={importList.need}
            onOpen={() => undefined}
            actions={(row, marked) =>
              row.undone_at === null && (
                <Button
                  variant="subtle"
                  size="compact-xs"
                  tabIndex={marked ? 0 : -1}
                  aria-label={t('bookImport.undoOf', { name: row.file_name })}
                  onClick={() => undo(row)}
                >
                  {t('bookImport.undo')}
                </Button>
              )
            }
            empty={
              <Nothing
                icon={<IconFileSpreadsheet size={28} stroke={1.5} />}
                title={t('bookImport.empty')}
                text={t('bookImport.emptyText')}
                action={add}
              />
            }
          />
        }
        panel={null}
      />
      {showMappings && <MappingsDialog onClose={() => setShowMappings(false)} />}
    </>
  )
}
