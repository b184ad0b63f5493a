import { Button, Group, Stack, Text } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TestAnswer } from '../../api-types.ts'
import { asFailure, type Failure } from '../../shared/failure.ts'
import { useFailureText } from '../../shared/failure-text.ts'
import { CodeBlock } from '../../shared/ui/code-block.tsx'
import { StatusMark } from '../../shared/ui/status-mark.tsx'
import { useFormats } from '../../shared/use-formats.ts'

type State =
  | { readonly kind: 'idle' | 'busy' }
  | { readonly kind: 'answered'; readonly answer: TestAnswer }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** *Send test* and what the receiver answered. */
export function TestLine({ onTest }: { onTest: (() => Promise<TestAnswer>) | null }) {
  const { t } = useTranslation()
  const [state, setState] = useState<State>({ kind: 'idle' })
  const send = async (test: () => Promise<TestAnswer>) => {
    setState({ kind: 'busy' })
    try {
      setState({ kind: 'answered', answer: await test() })
    } catch (error) {
      setState({ kind: 'failed', failure: asFailure(error) })
    }
  }
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <Button
          variant="default"
          leftSection={<IconSend size={14} />}
          loading={state.kind === 'busy'}
          disabled={onTest === null}
          onClick={() => onTest && void send(onTest)}
        >
          {t('settings.sendTest')}
        </Button>
        <Text size="xs" c="dimmed">
          {onTest === null ? t('settings.saveFirst') : t('settings.testHint')}
        </Text>
      </Group>
      <div role="status" aria-live="polite">
        <Result state={state} />
      </div>
    </Stack>
  )
}

function Result({ state }: { state: State }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const failureText = useFailureText()
  if (state.kind === 'failed')
    return (
      <Text size="sm" component="div">
        <StatusMark kind="failed">{failureText(state.failure)}</StatusMark>
      </Text>
    )
  if (state.kind !== 'answered') return null
  const { status, error, body, duration_ms } = state.answer
  const text = body === null || body === '' ? null : typeof body === 'string' ? body : JSON.stringify(body, null, 2)
  return (
    <Stack gap="xs" fz="sm">
      <StatusMark kind={error === null ? 'done' : 'failed'}>
        {error === null
          ? t('settings.testOk', { status, duration: formats.duration(duration_ms) })
          : t('settings.testFailed', { error })}
      </StatusMark>
      {text !== null && <CodeBlock label={t('deliveries.answer')}>{text}</CodeBlock>}
    </Stack>
  )
}
