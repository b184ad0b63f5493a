import { Anchor, Button } from '@mantine/core'
import { IconListCheck } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useListWindow } from '../../shared/list/create-list.ts'
import { ListPlace } from '../../shared/list/list-place.tsx'
import { ListToolbar } from '../../shared/list/list-toolbar.tsx'
import { plural } from '../../shared/plural.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { Nothing, NothingFits } from '../../shared/ui/states.tsx'
import { useAct } from '../../shared/use-act.ts'
import { useFormats } from '../../shared/use-formats.ts'
import { pollNow, useAccount } from '../accounts/store.ts'
import { useAccountList } from '../accounts/use-account-list.ts'
import { requestColumns } from './request-columns.tsx'
import { RequestPanel } from './request-panel.tsx'
import { allStatuses } from './status-groups.ts'
import { exportRequests, requestList } from './store.ts'

/** Expected payments of one account, or of all. */
export function RequestsView({ accountId, base }: { accountId?: string; base: string }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const act = useAct()
  const { requestId } = useParams()
  const hasNoAddress = useAccount(accountId ?? '')?.configured === false
  const { read, write, clear, active, close, onOpen, toolbar, ...place } = useAccountList({ accountId, base })
  const status = allStatuses.find((each) => each === read('status'))
  const filter = { ...place.filter, status }
  const list = useListWindow(requestList, filter)
  const columns = useMemo(() => requestColumns(t, accountId === undefined), [t, accountId])

  return (
    <ListPlace
      what={t('requests.notLoaded')}
      failure={list.failure}
      onRetry={requestList.refresh}
      toolbar={
        <ListToolbar
          {...toolbar}
          searchLabel={t('requests.search')}
          chips={{
            label: t('requests.columns.status'),
            value: status ?? null,
            options: allStatuses.map((value) => ({ value, label: t(`requestStatus.${value}`) })),
            onChange: (value) => write('status', value),
          }}
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
          onOpen={onOpen}
          empty={
            active ? (
              <NothingFits icon={<IconListCheck size={28} stroke={1.5} />} onClear={clear} />
            ) : (
              <Nothing
                icon={<IconListCheck size={28} stroke={1.5} />}
                title={t('requests.empty')}
                text={t(
                  accountId === undefined
                    ? 'requests.emptyAll'
                    : hasNoAddress
                      ? 'requests.emptyNoAddress'
                      : 'requests.emptyText',
                )}
                action={
                  accountId === undefined ? null : hasNoAddress ? (
                    <Anchor component={Link} to={`/accounts/${accountId}/settings/orders`} size="sm">
                      {t('fileImport.toSettings')}
                    </Anchor>
                  ) : (
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
