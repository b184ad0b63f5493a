import { Box, Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { InboxItem } from '../../api-types.ts'
import { useAct } from '../../shared/use-act.ts'
import { AttentionBanner } from '../accounts/attention-banner.tsx'
import { isBusy } from '../accounts/health.ts'
import { RecentRuns } from '../accounts/recent-runs.tsx'
import { pollNow, reactivate, readNow, useAccount, useAccounts } from '../accounts/store.ts'
import { answering, useOfferKeys } from './item-keys.ts'
import { takeOut } from './store.ts'

/** An account that is not read: the cause, what to do, and the button that does it. */
export function AccountItem({ item }: { item: InboxItem }) {
  const { t } = useTranslation()
  const act = useAct()
  const account = useAccount(item.account_id)
  const queued = useAccounts((state) => state.queued.has(item.account_id))

  const answer = (work: () => Promise<void>) =>
    answering(async () => {
      if (!(await act(work, t('accounts.readingAsked', { name: item.account_name })))) return false
      takeOut(item.id)
      return true
    })
  const read = () => account && void answer(() => readNow(account))
  useOfferKeys(item.id, {
    accept:
      item.kind === 'session'
        ? { label: t('accounts.reactivate'), run: () => void answer(() => reactivate(item.account_id)) }
        : { label: t('accounts.readNowLong'), run: read },
  })
  if (!account) return <Skeleton height={120} />
  return (
    <>
      <AttentionBanner
        account={account}
        busy={isBusy(account, queued)}
        onRead={read}
        onPoll={() => void act(() => pollNow(account.id), t('accounts.pollAsked'))}
      />
      <Box mt="sm">
        <RecentRuns accountId={account.id} />
      </Box>
    </>
  )
}
