import { Button, Skeleton, Stack } from '@mantine/core'
import { IconBuildingBank } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Navigate, NavLink, Outlet, useLocation, useNavigate, useParams } from 'react-router'
import type { Account } from '../../api-types.ts'
import { useCommands } from '../../shared/commands.ts'
import { LoadFailure, Nothing } from '../../shared/ui/states.tsx'
import { useAct } from '../../shared/use-act.ts'
import { useWaiting } from '../assistance/store.ts'
import { useBankOpen } from '../assistance/use-bank-open.ts'
import { useOpenByItself } from '../assistance/use-open-by-itself.ts'
import { DropAnywhere } from '../import/drop-anywhere.tsx'
import { useMode } from '../session/store.ts'
import { AccountHeader } from './account-header.tsx'
import classes from './accounts.module.css'
import { AttentionBanner } from './attention-banner.tsx'
import { canPoll, isBusy, isSettled } from './health.ts'
import { RunProgress } from './run-progress.tsx'
import { loadAccounts, pauseAccount, pollNow, readNow, useAccount, useAccounts } from './store.ts'

export function AccountPage() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { accountId = '' } = useParams()
  const account = useAccount(accountId)
  const { accounts, failure } = useAccounts()
  if (account) return <AccountFrame account={account} />
  if (accounts === null && failure)
    return <LoadFailure what={t('accounts.oneNotLoaded')} failure={failure} onRetry={() => void loadAccounts()} />
  if (accounts === null)
    return (
      <Stack p="lg">
        <Skeleton height={24} width={280} />
        <Skeleton height={14} width={420} />
        <Skeleton height={220} mt="md" />
      </Stack>
    )
  return (
    <Nothing
      icon={<IconBuildingBank size={28} stroke={1.5} />}
      title={t('accounts.gone')}
      text={t('accounts.goneText')}
      action={
        <Button variant="default" onClick={() => void navigate('/accounts')}>
          {t('accounts.toList')}
        </Button>
      }
    />
  )
}

function AccountFrame({ account }: { account: Account }) {
  const { t } = useTranslation()
  const act = useAct()
  const mode = useMode()
  const queued = useAccounts((state) => state.queued.has(account.id))
  const busy = isBusy(account, queued)

  const read = () => void act(() => readNow(account), t('accounts.readingAsked', { name: account.name }))
  const poll = () => void act(() => pollNow(account.id), t('accounts.pollAsked'))
  const pause = () => {
    const paused = account.paused_at === null
    void act(
      () => pauseAccount(account.id, paused),
      t(paused ? 'accounts.pausedNow' : 'accounts.resumedNow', { name: account.name }),
    )
  }
  useOpenByItself(account.id)
  const bankOpen = useBankOpen(account.id)
  const waiting = useWaiting(account.id)
  const navigate = useNavigate()
  const atBank = useLocation().pathname.endsWith('/bank')
  useCommands([
    { id: 'import', label: t('fileImport.open'), key: 'i', run: () => void navigate(`/accounts/${account.id}/import`) },
    ...(busy || account.by_file ? [] : [{ id: 'read', label: t('accounts.readNowLong'), key: 'r', run: read }]),
    ...(canPoll(account, mode) ? [{ id: 'poll', label: t('accounts.pollNow'), key: 'p', run: poll }] : []),
    { id: 'pause', label: account.paused_at === null ? t('accounts.pause') : t('accounts.resume'), run: pause },
  ])

  const work = [...(mode === 'reconcile' ? (['requests'] as const) : []), 'movements'] as const
  const tabs = account.by_file ? (['import', ...work, 'settings'] as const) : (['settings', ...work, 'import'] as const)
  return (
    <>
      <div className={classes.head}>
        <AccountHeader
          account={account}
          mode={mode}
          queued={queued}
          isCompact={atBank && bankOpen}
          onRead={read}
          onPoll={poll}
          onPause={pause}
        />
        {!isSettled(account) && <RunProgress run={account.last_run} queued={queued} waiting={waiting !== undefined} />}
        <AttentionBanner account={account} busy={busy} onRead={read} onPoll={poll} />
        <nav className={classes.tabs} aria-label={t('accounts.parts')}>
          {tabs.map((name) => (
            <NavLink key={name} to={`/accounts/${account.id}/${name}`} className={classes.tab ?? ''}>
              {t(`accounts.tabs.${name}`)}
            </NavLink>
          ))}
          {/* The tab stays under a person who looks at it, also when the browser has gone. */}
          {(bankOpen || atBank) && (
            <NavLink to={`/accounts/${account.id}/bank`} className={classes.tab ?? ''}>
              {t('assistance.tab')}
            </NavLink>
          )}
        </nav>
      </div>
      <Outlet />
      <DropAnywhere accountId={account.id} name={account.name} />
    </>
  )
}

/** Where an account opens: at the settings until they are saved, then at what it works on; without a login, at its files. */
export function AccountStart() {
  const { accountId = '' } = useParams()
  const account = useAccount(accountId)
  const mode = useMode()
  if (!account) return null
  const tab =
    account.by_file && account.open_requests === 0
      ? 'import'
      : !account.configured
        ? 'settings'
        : mode === 'reconcile'
          ? 'requests'
          : 'movements'
  return <Navigate to={`/accounts/${accountId}/${tab}`} replace />
}
