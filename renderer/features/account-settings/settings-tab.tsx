import { Box, Skeleton, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import { useLoaded } from '../../shared/resource.ts'
import { LoadFailure } from '../../shared/ui/states.tsx'
import { useAccount } from '../accounts/store.ts'
import { useMode } from '../session/store.ts'
import { SettingsEditor } from './settings-editor.tsx'
import { savedSettings } from './store.ts'

/** Account ▸ Settings. */
export function SettingsTab() {
  const { t } = useTranslation()
  const { accountId = '' } = useParams()
  const account = useAccount(accountId)
  const mode = useMode()
  const { data: saved, failure } = useLoaded(savedSettings, accountId)
  if (failure && saved === undefined)
    return (
      <LoadFailure
        what={t('settings.notLoaded')}
        failure={failure}
        onRetry={() => void savedSettings.load(accountId)}
      />
    )
  if (saved === undefined || !account)
    return (
      <Box p="lg">
        <Stack maw={560}>
          <Skeleton height={18} width={180} />
          <Skeleton height={34} />
          <Skeleton height={34} />
          <Skeleton height={18} width={180} mt="lg" />
          <Skeleton height={90} />
        </Stack>
      </Box>
    )
  return <SettingsEditor key={accountId} account={account} saved={saved} mode={mode} />
}
