import { Button } from '@mantine/core'
import { IconListCheck } from '@tabler/icons-react'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import { useListWindow } from '../../shared/list/create-list.ts'
import { dayRange } from '../../shared/list/day-range.ts'
import { ListPlace } from '../../shared/list/list-place.tsx'
import { ListToolbar } from '../../shared/list/list-toolbar.tsx'
import { useFilter } from '../../shared/list/use-filter.ts'
import { plural } from '../../shared/plural.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { Nothing, NothingFits } from '../../shared/ui/states.tsx'
import { useAct } from '../../shared/use-act.ts'
import { useFormats } from '../../shared/use-formats.ts'
import { pollNow, useAccounts } from '../accounts/store.ts'
import { requestColumns } from './request-columns.tsx'
import { RequestPanel } from './request-panel.tsx'
import { allStatuses } from './status-groups.ts'
import { exportRequests, requestList } from './store.ts'

/** Expected payments of one account, or of all. */
export function RequestsView({ accountId, base }: { accountId?: string; base: string }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const act = useAct()
  const navigate = useNavigate()
  const { requestId } = useParams()
  const accounts = useAccounts((state) => state.accounts)
  const { read, write, clear, active, search } = useFilter()
  const status = allStatuses.find((each) => each === read('status'))
  const filter = {
    status,
    q: read('q') ?? undefined,
    account_id: accountId ?? read('account') ?? undefined,
    ...dayRange(read('from'), read('to')),
  }
  const list = useListWindow(requestList, filter)
  const columns = useMemo(() => requestColumns(t, accountId === undefined), [t, accountId])
  const close = useCallback(() => void navigate(`${base}${search}`), [navigate, base, search])

  return (
    <ListPlace
      what={t('requests.notLoaded')}
      failure={list.failure}
      onRetry={requestList.refresh}
      toolbar={
        <ListToolbar
          search={read('q')}
          searchLabel={t('requests.search')}
          onSearch={(text) => write('q', text)}
          chips={{
            label: t('requests.columns.status'),
            value: status ?? null,
            options: allStatuses.map((value) => ({ value, label: t(`requestStatus.${value}`) })),
            onChange: (value) => write('status', value),
          }}
          days={{ from: read('from'), to: read('to'), onChange: write }}
          {...(accountId === undefined && accounts && accounts.length > 1
            ? {
                accounts: {
                  value: read('account'),
                  options: accounts.map(({ id, name }) => ({ value: id, label: name })),
                  onChange: (id: string | null) => write('account', id),
                },
              }
            : {})}
          total={list.total === null ? null : t('requests.total', plural(list.total, number))}
          onExport={() => void act(() => exportRequests(filter, t('requests.fileName')), t('list.exported'))}
          table={{ name: 'requests', columns }}
        />
      }
      table={
        <DataTable
          label={t('nav.requests')}
          name="requests"
          columns={columns}
          total={list.total}
          rowAt={requestList.rowAt}
          rowId={(request) => request.id}
          onSight={requestList.need}
          open={requestId}
          onOpen={(request) => void navigate(`${base}/${request.id}${search}`)}
          empty={
            active ? (
              <NothingFits icon={<IconListCheck size={28} stroke={1.5} />} onClear={clear} />
            ) : (
              <Nothing
                icon={<IconListCheck size={28} stroke={1.5} />}
                title={t('requests.empty')}
                text={accountId === undefined ? t('requests.emptyAll') : t('requests.emptyText')}
                action={
                  accountId === undefined ? null : (
                    <Button
                      variant="default"
                      onClick={() => void act(() => pollNow(accountId), t('accounts.pollAsked'))}
                    >
                      {t('accounts.pollNow')}
                    </Button>
                  )
                }
              />
            )
          }
        />
      }
      panel={requestId === undefined ? null : <RequestPanel key={requestId} id={requestId} onClose={close} />}
    />
  )
}
