import { Button } from '@mantine/core'
import { IconArrowsDownUp } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useListWindow } from '../../shared/list/create-list.ts'
import { ListPlace } from '../../shared/list/list-place.tsx'
import { ListToolbar } from '../../shared/list/list-toolbar.tsx'
import { plural } from '../../shared/plural.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { Nothing, NothingFits } from '../../shared/ui/states.tsx'
import { useAct } from '../../shared/use-act.ts'
import { useFormats } from '../../shared/use-formats.ts'
import { readNow, useAccount } from '../accounts/store.ts'
import { useAccountList } from '../accounts/use-account-list.ts'
import { useMode } from '../session/store.ts'
import { movementColumns } from './movement-columns.tsx'
import { MovementPanel } from './movement-panel.tsx'
import { exportMovements, movementList } from './store.ts'

/** What the bank reported, of one account or of all. */
export function MovementsView({ accountId, base }: { accountId?: string; base: string }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const act = useAct()
  const { movementId } = useParams()
  const mode = useMode()
  const account = useAccount(accountId ?? '')
  const { clear, active, close, onOpen, toolbar, filter } = useAccountList({ accountId, base })
  const list = useListWindow(movementList, filter)
  const columns = useMemo(() => movementColumns(t, mode, accountId === undefined), [t, mode, accountId])

  return (
    <ListPlace
      what={t('movements.notLoaded')}
      failure={list.failure}
      onRetry={movementList.refresh}
      toolbar={
        <ListToolbar
          {...toolbar}
          searchLabel={t('movements.search')}
          total={list.total === null ? null : t('movements.total', plural(list.total, number))}
          onExport={() => void act(() => exportMovements(filter, t('movements.fileName')), t('list.exported'))}
          table={{ name: 'movements', columns }}
        />
      }
      table={
        <DataTable
          label={t('nav.movements')}
          name="movements"
          columns={columns}
          total={list.total}
          rowAt={movementList.rowAt}
          rowId={(movement) => movement.id}
          onSight={movementList.need}
          open={movementId}
          onOpen={onOpen}
          empty={
            active ? (
              <NothingFits icon={<IconArrowsDownUp size={28} stroke={1.5} />} onClear={clear} />
            ) : (
              <Nothing
                icon={<IconArrowsDownUp size={28} stroke={1.5} />}
                title={t('movements.empty')}
                text={t('movements.emptyText')}
                action={
                  account?.configured === true ? (
                    <Button
                      variant="default"
                      onClick={() =>
                        void act(() => readNow(account), t('accounts.readingAsked', { name: account.name }))
                      }
                    >
                      {t('accounts.readNow')}
                    </Button>
                  ) : null
                }
              />
            )
          }
        />
      }
      panel={
        movementId === undefined ? null : <MovementPanel key={movementId} id={movementId} mode={mode} onClose={close} />
      }
    />
  )
}
