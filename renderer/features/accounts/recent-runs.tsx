import { Anchor, Button, Popover, Skeleton, Stack, Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Run } from '../../api-types.ts'
import { plural } from '../../shared/plural.ts'
import { useLoaded } from '../../shared/resource.ts'
import { Moment } from '../../shared/ui/moment.tsx'
import { LoadFailure } from '../../shared/ui/states.tsx'
import { StatusMark } from '../../shared/ui/status-mark.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import { causeOfRun } from './cause.ts'
import { recentRuns } from './store.ts'

/** The last readings of an account and how they ended. */
export function RecentRuns({ accountId }: { accountId: string }) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  return (
    <Popover opened={opened} onChange={setOpened} width={400} position="bottom-start" shadow="md" trapFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconHistory size={14} />}
          onClick={() => setOpened((open) => !open)}
        >
          {t('accounts.runs')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown tabIndex={-1}>{opened && <Runs accountId={accountId} />}</Popover.Dropdown>
    </Popover>
  )
}

function Runs({ accountId }: { accountId: string }) {
  const { t } = useTranslation()
  const { data: runs, failure } = useLoaded(recentRuns, accountId)
  if (failure)
    return (
      <LoadFailure
        what={t('accounts.runsNotLoaded')}
        failure={failure}
        onRetry={() => void recentRuns.load(accountId)}
      />
    )
  if (!runs) return <Skeleton height={120} />
  if (runs.length === 0) return <Text size="sm">{t('accounts.noRuns')}</Text>
  return (
    <Stack gap={6}>
      {runs.map((run) => (
        <div
          key={run.id}
          style={{ display: 'grid', gridTemplateColumns: '100px minmax(0, 1fr)', gap: 10, fontSize: 13 }}
        >
          <Text inherit c="dimmed">
            <Moment at={run.started_at} />
          </Text>
          <RunResult run={run} />
        </div>
      ))}
    </Stack>
  )
}

function RunResult({ run }: { run: Run }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const refused = Object.keys(run.refused_hosts)
  const words =
    run.status === 'running' ? (
      <StatusMark kind="working">{t('accounts.runRunning')}</StatusMark>
    ) : run.status === 'success' ? (
      <StatusMark kind="done">{t('accounts.found', plural(run.transactions_found ?? 0, number))}</StatusMark>
    ) : (
      <StatusMark kind="failed">
        <Anchor component={Link} to={`/diagnostics/${run.account_id}/${run.id}`} inherit c="inherit" underline="always">
          {t(`reasons.${causeOfRun(run).reason}`)}
        </Anchor>
      </StatusMark>
    )
  return (
    <div title={run.error_message ?? ''}>
      {words}
      {refused.length > 0 && (
        <Text size="xs" c="dimmed" truncate title={refused.join('\n')}>
          {t('accounts.refusedHosts', plural(refused.length, number))}: {refused.join(', ')}
        </Text>
      )}
    </div>
  )
}
