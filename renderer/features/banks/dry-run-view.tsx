import { Button, Group, Select, Skeleton, Stack, Text } from '@mantine/core'
import { IconPlayerPlay } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScriptVersion } from '../../api-types.ts'
import { useLoaded } from '../../shared/resource.ts'
import { LoadFailure } from '../../shared/ui/states.tsx'
import { useAct } from '../../shared/use-act.ts'
import { useAccounts } from '../accounts/store.ts'
import { DryRunEntry } from './dry-run-entry.tsx'
import { dryRunLists, startDryRun } from './store.ts'

const lookEveryMs = 1000

/** Tries a version in review with one of the accounts that it would read, and shows what came of it. */
export function DryRunView({ script }: { script: ScriptVersion }) {
  const { t } = useTranslation()
  const act = useAct()
  const accounts = useAccounts((state) => state.accounts)
  const fitting = (accounts ?? []).filter(
    ({ id, bank }) => bank === script.bank && (script.account_id === null || script.account_id === id),
  )
  const [chosen, setChosen] = useState<string | null>(null)
  const accountId = chosen ?? fitting[0]?.id ?? null
  const { data, failure } = useLoaded(dryRunLists, script.id)
  const isRunning = data?.some(({ status }) => status === 'running') ?? false
  useEffect(() => {
    if (!isRunning) return
    const timer = setInterval(() => void dryRunLists.load(script.id), lookEveryMs)
    return () => clearInterval(timer)
  }, [isRunning, script.id])
  const start = () => {
    if (accountId !== null) void act(() => startDryRun(script.id, accountId), t('dryRuns.started'))
  }
  return (
    <Stack>
      <Text size="sm" maw={720}>
        {t('dryRuns.text')}
      </Text>
      {script.status !== 'review' ? (
        <Text size="sm">{t('dryRuns.onlyReview')}</Text>
      ) : fitting.length === 0 ? (
        <Text size="sm">{t('dryRuns.noAccounts')}</Text>
      ) : (
        <Group align="end" gap="sm">
          <Select
            label={t('dryRuns.account')}
            size="xs"
            w={280}
            allowDeselect={false}
            data={fitting.map(({ id, name }) => ({ value: id, label: name }))}
            value={accountId}
            onChange={setChosen}
          />
          <Button leftSection={<IconPlayerPlay size={14} />} onClick={start} disabled={isRunning}>
            {t('dryRuns.start')}
          </Button>
        </Group>
      )}
      {failure && (
        <LoadFailure what={t('dryRuns.notLoaded')} failure={failure} onRetry={() => void dryRunLists.load(script.id)} />
      )}
      {!data && !failure && <Skeleton height={80} />}
      {data?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('dryRuns.none')}
        </Text>
      )}
      <div aria-live="polite">
        {data?.map((dryRun, index) => (
          <DryRunEntry key={dryRun.id} dryRun={dryRun} isOpen={index === 0} />
        ))}
      </div>
    </Stack>
  )
}
