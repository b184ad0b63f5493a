import { Button, Group, Input, PasswordInput, Text } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { storedSecret } from './form.ts'

interface Props {
  label: string
  description: string
  value: string
  error?: ReactNode
  onChange: (value: string) => void
}

/** A token: a stored one is only said to be there, and can be replaced or removed; it is never shown. */
export function SecretField({ label, description, value, error, onChange }: Props) {
  const { t } = useTranslation()
  const [stored] = useState(value === storedSecret)
  if (value === storedSecret)
    return (
      <Input.Wrapper label={label} description={description}>
        <Group gap="xs" mt={6}>
          <IconLock size={14} aria-hidden />
          <Text size="sm">{t('settings.secretStored')}</Text>
          <Button variant="default" size="compact-xs" onClick={() => onChange('')}>
            {t('settings.secretReplace')}
          </Button>
        </Group>
      </Input.Wrapper>
    )
  return (
    <PasswordInput
      label={label}
      description={description}
      autoComplete="off"
      value={value}
      error={error}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...(stored
        ? {
            inputContainer: (input: ReactNode) => (
              <Group gap="xs" wrap="nowrap" align="flex-start">
                <div style={{ flex: 1 }}>{input}</div>
                <Button variant="subtle" onClick={() => onChange(storedSecret)}>
                  {t('settings.secretKeep')}
                </Button>
              </Group>
            ),
          }
        : {})}
    />
  )
}
