import { Button, Group, PasswordInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { useAct } from '../../shared/use-act.ts'

const shortest = 16

/** The secret that result webhooks are signed with. It is stored and never shown again, only replaced or removed. */
export function SigningSecret() {
  const { t } = useTranslation()
  const act = useAct()
  const [isStored, setStored] = useState(false)
  const [text, setText] = useState('')
  useEffect(() => {
    // Not known is as not stored: saving tells.
    api.webhookSigning().then(
      ({ enabled }) => setStored(enabled),
      () => undefined,
    )
  }, [])
  const save = (secret: string | null) =>
    act(
      async () => {
        const { enabled } = await api.saveWebhookSigning(secret)
        setStored(enabled)
        setText('')
      },
      secret === null ? t('preferences.signingRemoved') : t('preferences.signingSaved'),
    )
  return (
    <Group align="flex-end" gap="sm">
      <PasswordInput
        label={t('preferences.signing')}
        description={t('preferences.signingHint')}
        placeholder={isStored ? t('preferences.signingStored') : ''}
        autoComplete="off"
        maxLength={256}
        w={320}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button variant="default" disabled={text.trim().length < shortest} onClick={() => void save(text)}>
        {t('common.save')}
      </Button>
      {isStored && (
        <Button variant="default" onClick={() => void save(null)}>
          {t('preferences.signingRemove')}
        </Button>
      )}
    </Group>
  )
}
