import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asFailure, type Failure } from '../../shared/failure.ts'
import { useFailureText } from '../../shared/failure-text.ts'
import { CodeStep } from './code-step.tsx'
import { Entrance } from './entrance.tsx'

interface Props {
  expired: boolean
  /** Answers with a challenge when a second step is needed. */
  onSignIn: (input: { email: string; password: string }) => Promise<{ challenge: string } | null>
  onCode: (challenge: string, code: string) => Promise<void>
}

export function SignIn({ expired, onSignIn, onCode }: Props) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const [challenge, setChallenge] = useState<string | null>(null)
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { email: '', password: '' },
    validate: {
      email: (value) => (value.trim() === '' ? t('session.emailRequired') : null),
      password: (value) => (value === '' ? t('session.passwordRequired') : null),
    },
  })
  const submit = form.onSubmit(async (values) => {
    setBusy(true)
    setFailure(null)
    try {
      const asked = await onSignIn(values)
      if (!asked) return
      setChallenge(asked.challenge)
      setBusy(false)
    } catch (error) {
      setFailure(asFailure(error))
      setBusy(false)
    }
  })
  if (challenge !== null)
    return <CodeStep onCode={(code) => onCode(challenge, code)} onBack={() => setChallenge(null)} />
  return (
    <Entrance title={t('session.signInTitle')} text={expired ? t('session.expired') : t('session.signInText')}>
      <form onSubmit={submit} noValidate>
        <Stack>
          {failure && (
            <Alert color="red" variant="light" role="alert">
              {failureText(failure)}
            </Alert>
          )}
          <TextInput
            label={t('session.email')}
            type="email"
            autoComplete="username"
            data-autofocus
            autoFocus
            key={form.key('email')}
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t('session.password')}
            autoComplete="current-password"
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
          <Button type="submit" size="sm" loading={busy}>
            {t('session.signIn')}
          </Button>
        </Stack>
      </form>
    </Entrance>
  )
}
