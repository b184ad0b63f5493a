import { Button, Group, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApiKey } from '../../api-types.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { CodeField } from '../second-factor/code-field.tsx'
import { useSubmit } from '../second-factor/use-submit.ts'
import { revokeApiKey } from './store.ts'

/** With the second factor on, revoking a key wants a code of the authenticator; backup codes are for signing in. */
export function RevokeWithCode({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const { t } = useTranslation()
  const [code, setCode] = useState('')
  const { error, busy, send, setError } = useSubmit()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (code.trim() === '') return setError(t('secondFactor.codeRequired'))
    void send(async () => {
      await revokeApiKey(apiKey.id, code.trim())
      notifications.show({ withBorder: true, message: t('apiKeys.revokedNow', { name: apiKey.name }) })
      onClose()
    })
  }
  return (
    <Dialog opened onClose={onClose} title={t('apiKeys.revokeTitle', { name: apiKey.name })}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text size="sm">{t('apiKeys.revokeText')}</Text>
          <CodeField
            description={t('secondFactor.codeHint')}
            data-autofocus
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            error={error}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" color="red" loading={busy}>
              {t('apiKeys.revoke')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
