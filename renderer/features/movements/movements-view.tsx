import { Button } from '@mantine/core'
import { IconArrowsDownUp } from '@tabler/icons-react'
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
import { readNow, useAccount, useAccounts } from '../accounts/store.ts'
import { useMode } from '../session/store.ts'
import { movementColumns } from './movement-columns.tsx'
import { MovementPanel } from './movement-panel.tsx'
import { exportMovements, movementList } from './store.ts'

/** What the bank reported, of one account or of all. */
export function MovementsView({ accountId, base }: { accountId?: string; base: string }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const act = useAct()
  const navigate = useNavigate()
  const { movementId } = useParams()
  const mode = useMode()
  const account = useAccount(accountId ?? '')
  const accounts = useAccounts((state) => state.accounts)
  const { read, write, clear, active, search } = useFilter()
  const filter = {
    q: read('q') ?? undefined,
    account_id: accountId ?? read('account') ?? undefined,
    ...dayRange(read('from'), read('to')),
  }
  const list = useListWindow(movementList, filter)
  const columns = useMemo(() => movementColumns(t, mode, accountId === undefined), [t, mode, accountId])
  const close = useCallback(() => void navigate(`${base}${search}`), [navigate, base, search])

  return (
    <ListPlace
      what={t('movements.notLoaded')}
      failure={list.failure}
      onRetry={movementList.refresh}
      toolbar={
        <ListToolbar
          search={read('q')}
          searchLabel={t('movements.search')}
          onSearch={(text) => write('q', text)}
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
          onOpen={(movement) => void navigate(`${base}/${movement.id}${search}`)}
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
