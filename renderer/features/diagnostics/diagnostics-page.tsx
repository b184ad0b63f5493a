import { IconStethoscope } from '@tabler/icons-react'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { failureTypes, stages } from '../../../main/core/sessions/types.ts'
import { useListWindow } from '../../shared/list/create-list.ts'
import { ListPlace } from '../../shared/list/list-place.tsx'
import { useFilter } from '../../shared/list/use-filter.ts'
import { plural } from '../../shared/plural.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { Nothing, NothingFits } from '../../shared/ui/states.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import { failureColumns } from './failure-columns.tsx'
import { FailureToolbar, spans } from './failure-toolbar.tsx'
import { RunPanel } from './run-panel.tsx'
import { failureList } from './store.ts'

/** Readings that failed, of all accounts, and what is known of each (spec 11.6). */
export function DiagnosticsPage() {
  const { t } = useTranslation()
  const formats = useFormats()
  const navigate = useNavigate()
  const { accountId, runId } = useParams()
  const { read, write, clear, active, search } = useFilter()
  const filter = {
    account_id: read('account') ?? undefined,
    since: spans.find((span) => span === read('since')),
    stage: stages.find((stage) => stage === read('stage')),
    failure_type: failureTypes.find((type) => type === read('type')),
  }
  const list = useListWindow(failureList, filter)
  const columns = useMemo(() => failureColumns(t, formats), [t, formats])
  const close = useCallback(() => void navigate(`/diagnostics${search}`), [navigate, search])
  const icon = <IconStethoscope size={28} stroke={1.5} />
  return (
    <ListPlace
      what={t('diagnostics.notLoaded')}
      failure={list.failure}
      onRetry={failureList.refresh}
      toolbar={
        <FailureToolbar
          filter={filter}
          onChange={write}
          total={list.total === null ? null : t('diagnostics.total', plural(list.total, formats.number))}
        />
      }
      table={
        <DataTable
          label={t('nav.diagnostics')}
          name="diagnostics"
          columns={columns}
          total={list.total}
          rowAt={failureList.rowAt}
          rowId={(run) => run.id}
          onSight={failureList.need}
          open={runId}
          onOpen={(run) => void navigate(`/diagnostics/${run.account_id}/${run.id}${search}`)}
          empty={
            active ? (
              <NothingFits icon={icon} onClear={clear} />
            ) : (
              <Nothing icon={icon} title={t('diagnostics.empty')} text={t('diagnostics.emptyText')} />
            )
          }
        />
      }
      panel={
        accountId === undefined || runId === undefined ? null : (
          <RunPanel key={runId} accountId={accountId} runId={runId} onClose={close} />
        )
      }
    />
  )
}
