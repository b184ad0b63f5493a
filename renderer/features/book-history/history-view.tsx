import { Pill } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useListWindow } from '../../shared/list/create-list.ts'
import { dayRange } from '../../shared/list/day-range.ts'
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
import { type AuditEvent, eventQuery } from '../book-lists/books-api.ts'
import { ExportMenu } from '../book-lists/export-menu.tsx'
import { SavedFilters } from '../book-lists/saved-filters.tsx'
import { eventList } from '../book-lists/store.ts'
import { EventPanel } from './event-panel.tsx'
import { entities, runEntities, useEventWords } from './event-words.ts'
import { UnattendedUndo } from './unattended-undo.tsx'

interface Props {
  ledgerId?: string | undefined
  runId?: string | undefined
  /** One line, entry, match or rule. */
  entityId?: string | undefined
}

/** Who did what and when: all of the books, of a ledger, of a run, or of one thing. */
export function HistoryView({ ledgerId, runId, entityId }: Props) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { read, write, clear } = useFilter()
  const words = useEventWords()
  const entity = entities.find((each) => each === read('what'))
  const actor = read('who') ?? undefined
  const isFiltered = ['what', 'who', 'from', 'to', 'of'].some((name) => read(name) !== null)
  const columns = useMemo(
    (): Column<AuditEvent>[] => [
      {
        id: 'at',
        header: t('history.when'),
        width: '130px',
        sort: 'at',
        file: 'at',
        cell: ({ at }) => <Moment at={at} />,
      },
      {
        id: 'actor',
        header: t('history.who'),
        width: 'minmax(130px, 1fr)',
        sort: 'actor',
        file: 'actor',
        cell: (event) => <span title={event.actor}>{words.actor(event)}</span>,
      },
      {
        id: 'what',
        header: t('history.what'),
        width: 'minmax(190px, 1.6fr)',
        sort: 'entity',
        file: 'entity action',
        cell: (event) => words.action(event),
      },
      {
        id: 'subject',
        header: t('history.subject'),
        width: 'minmax(140px, 2fr)',
        from: 620,
        file: 'subject entity_id run_id before after',
        cell: (event) => {
          const text = words.about(event)
          return <span title={text}>{text}</span>
        },
      },
      {
        id: 'reason',
        header: t('history.reason'),
        width: 'minmax(110px, 1.2fr)',
        from: 860,
        sort: 'reason',
        file: 'reason',
        cell: ({ reason }) => <span title={reason ?? ''}>{reason ?? ''}</span>,
      },
      {
        id: 'seq',
        header: t('history.seq'),
        width: '70px',
        align: 'end',
        from: 980,
        sort: 'seq',
        file: 'seq hash',
        cell: ({ seq }) => number(seq),
      },
    ],
    [t, number, words],
  )
  const sorting = useSorting(columns)
  const filter = { ledgerId, runId, entity, entityId, actor, ...dayRange(read('from'), read('to')) }
  const list = useListWindow(eventList, { ...filter, ...sortQuery(sorting.sort) })
  const table = { name: 'history', columns }
  const close = useCallback(() => write('event', null), [write])
  const open = read('event') ?? undefined
  const icon = <IconHistory size={28} stroke={1.5} />
  return (
    <ListPlace
      what={t('history.notLoaded')}
      failure={list.total === null ? list.failure : null}
      onRetry={eventList.refresh}
      toolbar={
        <ListToolbar
          search={actor ?? null}
          searchLabel={t('history.search')}
          onSearch={(text) => write('who', text)}
          chips={{
            label: t('history.what'),
            value: entity ?? null,
            options: (runId === undefined ? entities : runEntities).map((value) => ({
              value,
              label: t(`history.entity.${value}`),
            })),
            onChange: (value) => write('what', value),
          }}
          days={{ from: read('from'), to: read('to'), onChange: write }}
          total={list.total === null ? null : t('history.total', plural(list.total, number))}
          table={table}
        >
          {read('of') !== null && (
            <Pill withRemoveButton onRemove={() => write('of', null)}>
              {t('history.onlyOne')}
            </Pill>
          )}
          {runId !== undefined && <UnattendedUndo runId={runId} />}
          <SavedFilters list="history" names={['what', 'who', 'from', 'to', 'sort']} />
          <ExportMenu
            path="/audit"
            query={eventQuery(filter)}
            name={t('history.fileName')}
            table={table}
            sorting={sorting}
          />
        </ListToolbar>
      }
      table={
        <DataTable
          label={t('history.list')}
          name="history"
          columns={columns}
          sorting={sorting}
          total={list.total}
          rowAt={eventList.rowAt}
          rowId={({ seq }) => String(seq)}
          onSight={eventList.need}
          open={open}
          onOpen={({ seq }) => write('event', String(seq))}
          empty={
            isFiltered ? (
              <NothingFits icon={icon} onClear={clear} />
            ) : (
              <Nothing icon={icon} title={t('history.empty')} text={t('history.emptyText')} />
            )
          }
        />
      }
      panel={open === undefined ? null : <EventPanel key={open} seq={open} onClose={close} />}
    />
  )
}
