import { Button } from '@mantine/core'
import { IconListCheck } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useListWindow } from '../../shared/list/create-list.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { LoadFailure, Nothing } from '../../shared/ui/states.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import { RunActions } from './run-actions.tsx'
import { runColumns } from './run-columns.tsx'
import { ledgerName, runList, useBooks } from './store.ts'
import { useDialog } from './use-dialog.ts'

/** Runs, newest first: of one ledger, or of all. */
export function RunTable({ ledgerId }: { ledgerId?: string }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const navigate = useNavigate()
  const dialog = useDialog()
  const ledgers = useBooks((state) => state.ledgers)
  const list = useListWindow(runList, { ledger_id: ledgerId })
  const columns = useMemo(() => {
    const nameOf = (id: string) => {
      const ledger = ledgers?.find((each) => each.id === id)
      return ledger ? ledgerName(ledger) : ''
    }
    return runColumns(t, number, ledgerId === undefined ? nameOf : null)
  }, [t, number, ledgerId, ledgers])
  if (list.failure && list.total === null)
    return <LoadFailure what={t('books.runsNotLoaded')} failure={list.failure} onRetry={runList.refresh} />
  return (
    <DataTable
      label={t('books.runs')}
      name={ledgerId === undefined ? 'runs' : 'ledger-runs'}
      columns={columns}
      total={list.total}
      rowAt={runList.rowAt}
      rowId={({ id }) => id}
      onSight={runList.need}
      onOpen={({ id }) => void navigate(`/books/runs/${id}`)}
      actions={(run, marked) => <RunActions run={run} reachable={marked} />}
      empty={
        <Nothing
          icon={<IconListCheck size={28} stroke={1.5} />}
          title={t('books.noRuns')}
          text={t('books.noRunsText')}
          action={<Button onClick={() => dialog.show('import', ledgerId)}>{t('books.import')}</Button>}
        />
      }
    />
  )
}
