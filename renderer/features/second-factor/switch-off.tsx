import { Alert, Button, Group, PasswordInput, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { CodeField } from './code-field.tsx'
import { switchOff } from './store.ts'
import { useSubmit } from './use-submit.ts'

export function SwitchOff({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const { error, busy, send, setError } = useSubmit()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (password === '' || code.trim() === '') return setError(t('secondFactor.bothRequired'))
    void send(async () => {
      await switchOff({ password, code: code.trim() })
      notifications.show({ withBorder: true, message: t('secondFactor.isOffNow') })
      onClose()
    })
  }
  return (
    <Dialog opened onClose={onClose} title={t('secondFactor.switchOff')}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text size="sm">{t('secondFactor.switchOffText')}</Text>
          {error !== null && (
            <Alert color="red" variant="light" role="alert">
              {error}
            </Alert>
          )}
          <PasswordInput
            label={t('session.password')}
            autoComplete="current-password"
            data-autofocus
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <CodeField
            description={t('secondFactor.anyCodeHint')}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" color="red" loading={busy}>
              {t('secondFactor.switchOff')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
