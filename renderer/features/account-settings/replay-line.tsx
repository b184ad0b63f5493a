import { Button, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import type { Replay, ReplayInput } from '../../api-types.ts'
import { useAct } from '../../shared/use-act.ts'
import { ReplayResult } from './replay-result.tsx'
import type { SettingsForm } from './use-settings-form.ts'

/** Tries the levels as they stand in the form on the stored history: by itself when they were changed, and on request. */
export function ReplayLine({ accountId, form }: { accountId: string; form: SettingsForm }) {
  const { t } = useTranslation()
  const act = useAct()
  const [tried, setTried] = useState<{ readonly of: string; readonly found: Replay } | null>(null)
  const [isTrying, setTrying] = useState(false)
  const values = form.getValues()
  const input: ReplayInput = {
    acceptance: values.match_acceptance,
    margin: values.match_margin,
    match_without_sender: values.match_without_sender,
  }
  const key = JSON.stringify(input)
  const isChanged = (['match_acceptance', 'match_margin', 'match_without_sender'] as const).some((name) =>
    form.isDirty(name),
  )
  const run = async () => {
    setTrying(true)
    await act(async () => setTried({ of: key, found: await api.replay(accountId, input) }))
    setTrying(false)
  }
  const found = tried?.of === key ? tried.found : null
  const [settled] = useDebouncedValue(key, 600)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only levels that have come to rest are tried
  useEffect(() => {
    if (isChanged && settled === key && !found) void run()
  }, [settled])
  return (
    <Stack gap="xs" align="flex-start">
      <Button variant="default" onClick={() => void run()} loading={isTrying}>
        {t('rules.try')}
      </Button>
      <Text size="xs" c="dimmed">
        {t('rules.tryHint')}
      </Text>
      {found && <ReplayResult found={found} />}
    </Stack>
  )
}
