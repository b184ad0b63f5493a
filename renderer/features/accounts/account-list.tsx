import { Button, Text, TextInput } from '@mantine/core'
import { IconBuildingBank, IconPlus, IconSearch } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, useNavigate } from 'react-router'
import type { Account } from '../../api-types.ts'
import { useCommands } from '../../shared/commands.ts'
import listClasses from '../../shared/list/list.module.css'
import { ListPlace } from '../../shared/list/list-place.tsx'
import { useFilter } from '../../shared/list/use-filter.ts'
import { useSlashKey } from '../../shared/list/use-slash-key.ts'
import { plural } from '../../shared/plural.ts'
import { DataTable } from '../../shared/table/data-table.tsx'
import { Nothing, NothingFits } from '../../shared/ui/states.tsx'
import { useAct } from '../../shared/use-act.ts'
import { useFormats } from '../../shared/use-formats.ts'
import { bankName } from '../banks/bank-name.ts'
import { useMode } from '../session/store.ts'
import { useOverview } from '../shell/overview.ts'
import { folded } from '../shell/palette-entries.ts'
import { AccountActions } from './account-actions.tsx'
import { accountColumns } from './account-columns.tsx'
import { Figures } from './figures.tsx'
import { isBusy } from './health.ts'
import { loadAccounts, pauseAccount, readNow, useAccounts } from './store.ts'

const matches = (account: Account, bank: string, words: string): boolean =>
  folded(`${account.name} ${bank} ${account.bank}`).includes(folded(words))

/** The start page: every account in a row, today's figures above. */
export function AccountList() {
  const { t } = useTranslation()
  const formats = useFormats()
  const act = useAct()
  const navigate = useNavigate()
  const mode = useMode()
  const overview = useOverview((state) => state.overview)
  const { accounts, failure, queued } = useAccounts()
  const field = useRef<HTMLInputElement>(null)
  const { read, write, clear } = useFilter()
  const words = read('q') ?? ''
  useSlashKey(field)
  const [marked, setMarked] = useState<Account>()

  const shown = useMemo(() => {
    const named = (account: Account) => bankName(t, { code: account.bank, name: account.bank_name })
    return accounts?.filter((account) => matches(account, named(account), words)) ?? null
  }, [t, accounts, words])
  const columns = useMemo(() => accountColumns({ t, formats, mode, queued }), [t, formats, mode, queued])
  const add = (
    <Button leftSection={<IconPlus size={14} />} onClick={() => void navigate('/accounts/new')}>
      {t('accounts.add')}
    </Button>
  )
  const readAccount = (account: Account) =>
    void act(() => readNow(account), t('accounts.readingAsked', { name: account.name }))
  const pause = (account: Account) => {
    const paused = account.paused_at === null
    void act(
      () => pauseAccount(account.id, paused),
      t(paused ? 'accounts.pausedNow' : 'accounts.resumedNow', { name: account.name }),
    )
  }

  useCommands([
    { id: 'add', label: t('accounts.add'), key: 'n', run: () => void navigate('/accounts/new') },
    ...(marked
      ? [
          { id: 'read', label: `${t('accounts.readNow')}: ${marked.name}`, key: 'r', run: () => readAccount(marked) },
          {
            id: 'pause',
            label: `${t(marked.paused_at === null ? 'accounts.pause' : 'accounts.resume')}: ${marked.name}`,
            key: 'p',
            run: () => pause(marked),
          },
        ]
      : []),
  ])

  return (
    <>
      {overview && overview.accounts.total > 0 && <Figures overview={overview} mode={mode} />}
      <ListPlace
        what={t('accounts.notLoaded')}
        failure={accounts === null ? failure : null}
        onRetry={() => void loadAccounts()}
        toolbar={
          accounts?.length === 0 ? null : (
            <div className={listClasses.toolbar}>
              <div className={listClasses.line}>
                <TextInput
                  ref={field}
                  size="xs"
                  type="search"
                  className={listClasses.search}
                  aria-label={t('accounts.search')}
                  placeholder={t('accounts.search')}
                  leftSection={<IconSearch size={14} />}
                  value={words}
                  onChange={(event) => write('q', event.currentTarget.value)}
                />
                <Text size="xs" c="dimmed" className={listClasses.total}>
                  {shown === null ? '' : t('accounts.total', plural(shown.length, formats.number))}
                </Text>
                <div style={{ marginInlineStart: 'auto' }}>{add}</div>
              </div>
            </div>
          )
        }
        table={
          <DataTable
            label={t('nav.accounts')}
            name="accounts"
            columns={columns}
            total={shown?.length ?? null}
            rowAt={(index) => shown?.[index]}
            rowId={(account) => account.id}
            onOpen={(account) => void navigate(`/accounts/${account.id}`)}
            onMark={setMarked}
            actions={(account, marked) => (
              <AccountActions
                account={account}
                busy={isBusy(account, queued.has(account.id))}
                reachable={marked}
                onRead={() => readAccount(account)}
                onPause={() => pause(account)}
                onOpen={() => void navigate(`/accounts/${account.id}`)}
              />
            )}
            empty={
              words === '' ? (
                <Nothing
                  icon={<IconBuildingBank size={28} stroke={1.5} />}
                  title={t('accounts.empty')}
                  text={t('accounts.emptyText')}
                  action={add}
                />
              ) : (
                <NothingFits icon={<IconBuildingBank size={28} stroke={1.5} />} onClear={clear} />
              )
            }
          />
        }
        panel={null}
      />
      <Outlet />
    </>
  )
}
