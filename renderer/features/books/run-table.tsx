import { Button } from '@mantine/core'
import { IconListCheck } from '@tabler/icons-react'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useListWindow } from '../../shared/list/create-list.ts'
import { ListPlace } from '../../shared/list/list-place.tsx'
import { ListToolbar } from '../../shared/list/list-toolbar.tsx'
import { useFilter } from '../../shared/list/use-filter.ts'
import { sortQuery, useSorting } from '../../shared/list/use-sorting.ts'
import { plural } from '../../shared/plural.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { Nothing, NothingFits } from '../../shared/ui/states.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import { ExportMenu } from '../book-lists/export-menu.tsx'
import { SavedFilters } from '../book-lists/saved-filters.tsx'
import { type AskedRun, RunActions, RunDialog } from './run-actions.tsx'
import { runColumns } from './run-columns.tsx'
import { ledgerName, runList, useBooks } from './store.ts'
import { useDialog } from './use-dialog.ts'

const statuses = ['pending', 'completed', 'failed', 'closed'] as const

/** Runs, newest first: of one ledger, or of all. `children`: how a new one begins. */
export function RunTable({ ledgerId, children }: { ledgerId?: string; children?: ReactNode }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const navigate = useNavigate()
  const dialog = useDialog()
  const { read, write, clear } = useFilter()
  const [asked, setAsked] = useState<AskedRun | null>(null)
  const ledgers = useBooks((state) => state.ledgers)
  const status = statuses.find((each) => each === read('status'))
  const columns = useMemo(() => {
    const nameOf = (id: string) => {
      const ledger = ledgers?.find((each) => each.id === id)
      return ledger ? ledgerName(ledger) : ''
    }
    return runColumns(t, number, ledgerId === undefined ? nameOf : null)
  }, [t, number, ledgerId, ledgers])
  const sorting = useSorting(columns)
  const filter = { ledger_id: ledgerId, status }
  const list = useListWindow(runList, { ...filter, ...sortQuery(sorting.sort) })
  const table = { name: ledgerId === undefined ? 'runs' : 'ledger-runs', columns }
  const icon = <IconListCheck size={28} stroke={1.5} />
  return (
    <ListPlace
      what={t('books.runsNotLoaded')}
      failure={list.total === null ? list.failure : null}
      onRetry={runList.refresh}
      toolbar={
        <ListToolbar
          chips={{
            label: t('books.status'),
            value: status ?? null,
            options: statuses.map((value) => ({ value, label: t(`books.runStatus.${value}`) })),
            onChange: (value) => write('status', value),
          }}
          total={list.total === null ? null : t('books.totalRuns', plural(list.total, number))}
          table={table}
        >
          <SavedFilters list="runs" names={['status', 'sort']} />
          <ExportMenu
            path="/reconciliation/runs"
            query={filter}
            name={t('books.runsFile')}
            table={table}
            sorting={sorting}
          />
          {children}
        </ListToolbar>
      }
      table={
        <DataTable
          label={t('books.runs')}
          name={table.name}
          columns={columns}
          sorting={sorting}
          total={list.total}
          rowAt={runList.rowAt}
          rowId={({ id }) => id}
          onSight={runList.need}
          onOpen={({ id }) => void navigate(`/books/runs/${id}`)}
          actions={(run, marked) => (
            <RunActions run={run} reachable={marked} onAsk={(what) => setAsked({ what, run })} />
          )}
          empty={
            status === undefined ? (
              <Nothing
                icon={icon}
                title={t('books.noRuns')}
                text={t('books.noRunsText')}
                action={<Button onClick={() => dialog.show('import', ledgerId)}>{t('books.import')}</Button>}
              />
            ) : (
              <NothingFits icon={icon} onClear={clear} />
            )
          }
        />
      }
      panel={asked && <RunDialog asked={asked} onClose={() => setAsked(null)} />}
    />
  )
}
