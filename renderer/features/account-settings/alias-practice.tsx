import { Skeleton, Stack, Text } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import type { Alias, Replay } from '../../api-types.ts'
import { asFailure, type Failure } from '../../shared/failure.ts'
import { LoadFailure } from '../../shared/ui/states.tsx'
import { ReplayResult } from './replay-result.tsx'

/** What the alias would have decided over the stored history, before it is switched on. */
export function AliasPractice({ accountId, alias }: { accountId: string; alias: Alias }) {
  const { t } = useTranslation()
  const [found, setFound] = useState<Replay | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [turn, setTurn] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn asks again
  useEffect(() => {
    let isShown = true
    setFailure(null)
    api.replay(accountId, { aliasId: alias.id }).then(
      (answer) => isShown && setFound(answer),
      (error) => isShown && setFailure(asFailure(error)),
    )
    return () => {
      isShown = false
    }
  }, [accountId, alias.id, turn])
  return (
    <Stack gap="sm">
      <Text size="sm">{t('aliases.useText', { payer: alias.payer, customer: alias.customer })}</Text>
      {failure && <LoadFailure what={t('rules.try')} failure={failure} onRetry={() => setTurn(turn + 1)} />}
      {found ? <ReplayResult found={found} /> : !failure && <Skeleton height={60} />}
    </Stack>
  )
}
