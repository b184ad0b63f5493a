import { Button, Skeleton, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconPlus } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApiKey } from '../../api-types.ts'
import { LoadFailure } from '../../shared/ui/states.tsx'
import { useAct } from '../../shared/use-act.ts'
import { useAccounts } from '../accounts/store.ts'
import { PreferenceSection } from '../preferences/preference-section.tsx'
import { useSession } from '../session/store.ts'
import { ApiKeyEntry } from './api-key-entry.tsx'
import classes from './api-keys.module.css'
import { CreateKey } from './create-key.tsx'
import { RevokeWithCode } from './revoke-with-code.tsx'
import { loadApiKeys, revokeApiKey, useApiKeys } from './store.ts'

/** Keys with which other services hand in codes or ask for the state of a session (spec 7). */
export function ApiKeysSection() {
  const { t } = useTranslation()
  const act = useAct()
  const { keys, scopes, failure } = useApiKeys()
  const accounts = useAccounts((state) => state.accounts) ?? []
  const wantsCode = useSession((state) => state.me?.totp_enabled ?? false)
  const [revoking, setRevoking] = useState<ApiKey | null>(null)
  const [creating, setCreating] = useState(false)
  useEffect(() => void loadApiKeys(), [])

  const revoke = (key: ApiKey) => {
    if (wantsCode) return setRevoking(key)
    modals.openConfirmModal({
      title: t('apiKeys.revokeTitle', { name: key.name }),
      children: <Text size="sm">{t('apiKeys.revokeText')}</Text>,
      labels: { confirm: t('apiKeys.revoke'), cancel: t('common.cancel') },
      confirmProps: { color: 'red' },
      onConfirm: () => void act(() => revokeApiKey(key.id), t('apiKeys.revokedNow', { name: key.name })),
    })
  }

  return (
    <PreferenceSection title={t('apiKeys.title')} text={t('apiKeys.text')}>
      {failure && !keys && (
        <LoadFailure what={t('apiKeys.notLoaded')} failure={failure} onRetry={() => void loadApiKeys()} />
      )}
      {!keys && !failure && <Skeleton height={96} />}
      {keys && (
        <>
          {keys.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('apiKeys.empty')}
            </Text>
          ) : (
            <ul className={classes.keys}>
              {keys.map((key) => (
                <ApiKeyEntry key={key.id} apiKey={key} accounts={accounts} onRevoke={() => revoke(key)} />
              ))}
            </ul>
          )}
          <div>
            <Button variant="default" leftSection={<IconPlus size={14} />} onClick={() => setCreating(true)}>
              {t('apiKeys.create')}
            </Button>
          </div>
        </>
      )}
      {revoking && <RevokeWithCode apiKey={revoking} onClose={() => setRevoking(null)} />}
      {creating && <CreateKey scopes={scopes} accounts={accounts} onClose={() => setCreating(false)} />}
    </PreferenceSection>
  )
}
