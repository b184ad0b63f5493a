import { Button } from '@mantine/core'
import { IconAddressBook, IconPlus } from '@tabler/icons-react'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { useListWindow } from '../../shared/list/create-list.ts'
import { ListPlace } from '../../shared/list/list-place.tsx'
import { ListToolbar } from '../../shared/list/list-toolbar.tsx'
import { useFilter } from '../../shared/list/use-filter.ts'
import { sortQuery, useSorting } from '../../shared/list/use-sorting.ts'
import { plural } from '../../shared/plural.ts'
import type { Column } from '../../shared/table/column.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { Moment } from '../../shared/ui/moment.tsx'
import { Nothing, NothingFits } from '../../shared/ui/states.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import type { Party } from '../book-lists/books-api.ts'
import { ExportMenu } from '../book-lists/export-menu.tsx'
import { SavedFilters } from '../book-lists/saved-filters.tsx'
import { partyList } from '../book-lists/store.ts'
import { BooksTabs } from '../books/books-tabs.tsx'
import { NameDialog } from './name-dialog.tsx'
import { PartyPanel } from './party-panel.tsx'

/** Counterparties with the names and accounts that they are known by, learned or entered. */
export function NamesPage() {
  const { t } = useTranslation()
  const { number } = useFormats()
  const navigate = useNavigate()
  const { partyId } = useParams()
  const { read, write, clear, search } = useFilter()
  const [adding, setAdding] = useState(false)
  const q = read('q')
  const columns = useMemo(
    (): Column<Party>[] => [
      {
        id: 'name',
        header: t('books.counterparty'),
        width: 'minmax(160px, 1.6fr)',
        sort: 'name',
        file: 'name',
        cell: ({ name }) => name,
      },
      {
        id: 'aliases',
        header: t('names.aliases'),
        width: 'minmax(160px, 2fr)',
        file: 'aliases',
        cell: ({ aliases }) => {
          const text = aliases.map((alias) => alias.text).join(', ')
          return <span title={text}>{text}</span>
        },
      },
      {
        id: 'accounts',
        header: t('names.accounts'),
        width: 'minmax(150px, 1.4fr)',
        from: 700,
        file: 'accounts',
        cell: ({ accounts }) => accounts.map(({ identifier }) => identifier).join(', '),
      },
      {
        id: 'lag',
        header: t('names.lag'),
        width: '120px',
        align: 'end',
        from: 820,
        sort: 'usual_lag_days',
        file: 'usual_lag_days',
        cell: ({ usual_lag_days: days }) => (days === null ? '–' : t('names.days', plural(days, number))),
      },
      {
        id: 'changed',
        header: t('names.changed'),
        width: '120px',
        from: 900,
        sort: 'modified_at',
        file: 'modified_at',
        cell: ({ modified_at: at }) => <Moment at={at} form="relative" />,
      },
    ],
    [t, number],
  )
  const sorting = useSorting(columns)
  const list = useListWindow(partyList, { q: q ?? undefined, ...sortQuery(sorting.sort) })
  const table = { name: 'names', columns }
  const close = useCallback(() => void navigate(`/books/names${search}`), [navigate, search])
  const icon = <IconAddressBook size={28} stroke={1.5} />
  const add = (
    <Button leftSection={<IconPlus size={14} />} onClick={() => setAdding(true)}>
      {t('names.add')}
    </Button>
  )
  return (
    <>
      <BooksTabs />
      <ListPlace
        what={t('names.notLoaded')}
        failure={list.total === null ? list.failure : null}
        onRetry={partyList.refresh}
        toolbar={
          <ListToolbar
            search={q}
            searchLabel={t('names.search')}
            onSearch={(text) => write('q', text)}
            total={list.total === null ? null : t('names.total', plural(list.total, number))}
            table={table}
          >
            <SavedFilters list="names" names={['q', 'sort']} />
            <ExportMenu
              path="/counterparties"
              query={{ filter: q === null ? undefined : JSON.stringify({ name: { contains: q } }) }}
              name={t('names.fileName')}
              table={table}
              sorting={sorting}
            />
            {add}
          </ListToolbar>
        }
        table={
          <DataTable
            label={t('names.list')}
            name="names"
            columns={columns}
            sorting={sorting}
            total={list.total}
            rowAt={partyList.rowAt}
            rowId={({ id }) => id}
            onSight={partyList.need}
            open={partyId}
            onOpen={({ id }) => void navigate(`/books/names/${id}${search}`)}
            empty={
              q === null ? (
                <Nothing icon={icon} title={t('names.empty')} text={t('names.emptyText')} action={add} />
              ) : (
                <NothingFits icon={icon} onClear={clear} />
              )
            }
          />
        }
        panel={partyId === undefined ? null : <PartyPanel key={partyId} id={partyId} onClose={close} />}
      />
      {adding && <NameDialog onClose={() => setAdding(false)} onAdded={(id) => void navigate(`/books/names/${id}`)} />}
    </>
  )
}
