import { Button, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { notifications } from '@mantine/notifications'
import { IconRefresh, IconSend } from '@tabler/icons-react'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate, useParams } from 'react-router'
import type { Delivery } from '../../api-types.ts'
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
import { useAccounts } from '../accounts/store.ts'
import { useOverview } from '../shell/overview.ts'
import { deliveryColumns } from './delivery-columns.tsx'
import { DeliveryPanel } from './delivery-panel.tsx'
import { deliveryList, exportDeliveries, resendDead } from './store.ts'

const states: readonly Delivery['state'][] = ['queued', 'waiting', 'delivered', 'dead', 'dropped']

/** The log of everything that was told to other systems. */
export function DeliveriesPage() {
  const { t } = useTranslation()
  const { number } = useFormats()
  const act = useAct()
  const navigate = useNavigate()
  const { deliveryId } = useParams()
  const accounts = useAccounts((state) => state.accounts)
  const dead = useOverview((state) => state.overview?.deliveries.dead ?? 0)
  const { read, write, clear, active, search } = useFilter()
  const state = states.find((each) => each === read('state'))
  const filter = {
    state,
    q: read('q') ?? undefined,
    account_id: read('account') ?? undefined,
    ...dayRange(read('from'), read('to')),
  }
  const list = useListWindow(deliveryList, filter)
  const columns = useMemo(() => deliveryColumns(t), [t])
  const close = useCallback(() => void navigate(`/deliveries${search}`), [navigate, search])
  const resendAll = () =>
    modals.openConfirmModal({
      title: t('deliveries.resendDeadTitle'),
      children: <Text size="sm">{t('deliveries.resendDeadText', plural(dead, number))}</Text>,
      labels: { confirm: t('deliveries.resend'), cancel: t('common.cancel') },
      onConfirm: () =>
        void act(async () => {
          const queued = await resendDead()
          notifications.show({ withBorder: true, message: t('deliveries.queuedCount', plural(queued, number)) })
        }),
    })

  return (
    <ListPlace
      what={t('deliveries.notLoaded')}
      failure={list.failure}
      onRetry={deliveryList.refresh}
      toolbar={
        <ListToolbar
          search={read('q')}
          searchLabel={t('deliveries.search')}
          onSearch={(text) => write('q', text)}
          chips={{
            label: t('deliveries.columns.state'),
            value: state ?? null,
            options: states.map((value) => ({ value, label: t(`deliveryState.${value}`) })),
            onChange: (value) => write('state', value),
          }}
          days={{ from: read('from'), to: read('to'), onChange: write }}
          {...(accounts && accounts.length > 1
            ? {
                accounts: {
                  value: read('account'),
                  options: accounts.map(({ id, name }) => ({ value: id, label: name })),
                  onChange: (id: string | null) => write('account', id),
                },
              }
            : {})}
          total={list.total === null ? null : t('deliveries.total', plural(list.total, number))}
          onExport={() => void act(() => exportDeliveries(filter, t('deliveries.fileName')), t('list.exported'))}
          table={{ name: 'deliveries', columns }}
        >
          {dead > 0 && (
            <Button variant="default" leftSection={<IconRefresh size={14} />} onClick={resendAll}>
              {t('deliveries.resendDead', plural(dead, number))}
            </Button>
          )}
        </ListToolbar>
      }
      table={
        <DataTable
          label={t('nav.deliveries')}
          name="deliveries"
          columns={columns}
          total={list.total}
          rowAt={deliveryList.rowAt}
          rowId={(delivery) => delivery.id}
          onSight={deliveryList.need}
          open={deliveryId}
          onOpen={(delivery) => void navigate(`/deliveries/${delivery.id}${search}`)}
          empty={
            active ? (
              <NothingFits icon={<IconSend size={28} stroke={1.5} />} onClear={clear} />
            ) : (
              <Nothing
                icon={<IconSend size={28} stroke={1.5} />}
                title={t('deliveries.empty')}
                text={t('deliveries.emptyText')}
              />
            )
          }
        />
      }
      panel={deliveryId === undefined ? null : <DeliveryPanel key={deliveryId} id={deliveryId} onClose={close} />}
    />
  )
}
