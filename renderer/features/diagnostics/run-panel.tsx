import { Anchor, Skeleton, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLoaded } from '../../shared/resource.ts'
import { Panel } from '../../shared/ui/panel.tsx'
import { LoadFailure } from '../../shared/ui/states.tsx'
import { StatusMark } from '../../shared/ui/status-mark.tsx'
import { causeOfRun } from '../accounts/cause.ts'
import { useAccount } from '../accounts/store.ts'
import { RunBody } from './run-body.tsx'
import { runDetails } from './store.ts'

interface Props {
  accountId: string
  runId: string
  onClose: () => void
}

export function RunPanel({ accountId, runId, onClose }: Props) {
  const { t } = useTranslation()
  const id = `${accountId}/${runId}`
  const { data: run, failure } = useLoaded(runDetails, id)
  const account = useAccount(accountId)
  const title = (): string => {
    if (run?.status === 'success') return t('diagnostics.succeeded')
    if (run?.status === 'running') return t('accounts.runRunning')
    const words = run ? t(`reasons.${causeOfRun(run).reason}`) : ''
    return `${words.charAt(0).toLocaleUpperCase()}${words.slice(1)}`
  }
  const kind = run?.status === 'success' ? 'done' : run?.status === 'running' ? 'working' : 'failed'
  return (
    <Panel
      label={t('diagnostics.one')}
      onClose={onClose}
      title={
        run ? (
          <Stack gap={2}>
            <Text fw={600} size="lg" component="div">
              <StatusMark kind={kind}>{title()}</StatusMark>
            </Text>
            <Anchor component={Link} to={`/accounts/${accountId}`} size="xs" c="dimmed" truncate>
              {account?.name}
            </Anchor>
          </Stack>
        ) : (
          <Skeleton height={20} width={200} mt={4} />
        )
      }
    >
      {failure && (
        <LoadFailure what={t('diagnostics.oneNotLoaded')} failure={failure} onRetry={() => void runDetails.load(id)} />
      )}
      {!run && !failure && (
        <Stack>
          <Skeleton height={120} />
          <Skeleton height={160} />
        </Stack>
      )}
      {run && !failure && <RunBody run={run} accountName={account?.name ?? ''} bank={account?.bank ?? ''} />}
    </Panel>
  )
}
