import { Button, Stack, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../shared/use-act.ts'
import { areLevelsChanged, foundOf, levelsOf, practise, usePractice } from './practice.ts'
import { ReplayResult } from './replay-result.tsx'
import type { SettingsForm } from './use-settings-form.ts'

/** Tries the levels as they stand in the form on the stored history: by itself when they were changed, and on request. */
export function ReplayLine({ accountId, form }: { accountId: string; form: SettingsForm }) {
  const { t } = useTranslation()
  const act = useAct()
  const tried = usePractice((state) => state.tried)
  const [isTrying, setTrying] = useState(false)
  const input = levelsOf(form)
  const key = JSON.stringify(input)
  const found = foundOf(tried, accountId, input)
  const run = async () => {
    setTrying(true)
    await act(() => practise(accountId, input))
    setTrying(false)
  }
  const [settled] = useDebouncedValue(key, 600)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only levels that have come to rest are tried
  useEffect(() => {
    if (areLevelsChanged(form) && settled === key && !found) void run()
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
