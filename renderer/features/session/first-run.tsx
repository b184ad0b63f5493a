import { Alert, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asFailure, type Failure } from '../../shared/failure.ts'
import { useFailureText } from '../../shared/failure-text.ts'
import { Entrance } from './entrance.tsx'
import { PasswordRuleLine } from './password-rule.tsx'
import { nextRule } from './password-rules.ts'

const emailShape = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

interface Props {
  onCreate: (input: { email: string; password: string; name: string | null }) => Promise<void>
}

/** The first start: the owner is created here and signed in at once. */
export function FirstRun({ onCreate }: Props) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const form = useForm({
    initialValues: { name: '', email: '', password: '' },
    validate: {
      email: (value) => (emailShape.test(value.trim()) ? null : t('session.emailShape')),
      password: (value) => {
        const rule = nextRule(value)
        return rule && t(`session.rules.${rule}`, { count: value.length })
      },
    },
  })
  const submit = form.onSubmit(async ({ name, email, password }) => {
    setBusy(true)
    setFailure(null)
    try {
      await onCreate({ email: email.trim(), password, name: name.trim() || null })
    } catch (error) {
      setFailure(asFailure(error))
      setBusy(false)
    }
  })
  const { password } = form.getValues()
  return (
    <Entrance title={t('session.firstRunTitle')} text={t('session.firstRunText')}>
      <form onSubmit={submit} noValidate>
        <Stack>
          {failure && (
            <Alert color="red" variant="light" role="alert">
              {failureText(failure)}
            </Alert>
          )}
          <TextInput
            label={t('session.name')}
            description={t('session.nameHint')}
            autoComplete="name"
            autoFocus
            {...form.getInputProps('name')}
          />
          <TextInput
            label={t('session.email')}
            type="email"
            autoComplete="username"
            required
            {...form.getInputProps('email')}
          />
          <Stack gap={6}>
            <PasswordInput
              label={t('session.password')}
              autoComplete="new-password"
              required
              {...form.getInputProps('password')}
            />
            {!form.errors.password && <PasswordRuleLine password={password} />}
          </Stack>
          <Button type="submit" size="sm" loading={busy}>
            {t('session.createOwner')}
          </Button>
          <Text size="xs" c="dimmed">
            {t('session.localOnly')}
          </Text>
        </Stack>
      </form>
    </Entrance>
  )
}
