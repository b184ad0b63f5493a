import { Button, Group, Stack } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CodeField } from '../second-factor/code-field.tsx'
import { useSubmit } from '../second-factor/use-submit.ts'
import { Entrance } from './entrance.tsx'

interface Props {
  onCode: (code: string) => Promise<void>
  onBack: () => void
}

/** The second step of the sign-in. */
export function CodeStep({ onCode, onBack }: Props) {
  const { t } = useTranslation()
  const [code, setCode] = useState('')
  const { error, busy, send, setError } = useSubmit()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (code.trim() === '') return setError(t('secondFactor.codeRequired'))
    void send(() => onCode(code.trim()))
  }
  return (
    <Entrance title={t('secondFactor.stepTitle')} text={t('secondFactor.stepText')}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <CodeField
            description={t('secondFactor.anyCodeHint')}
            autoFocus
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            error={error}
          />
          <Group grow>
            <Button variant="default" size="sm" onClick={onBack}>
              {t('secondFactor.back')}
            </Button>
            <Button type="submit" size="sm" loading={busy}>
              {t('session.signIn')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Entrance>
  )
}
