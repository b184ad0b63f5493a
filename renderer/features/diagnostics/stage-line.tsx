import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RunDetail } from '../../api-types.ts'
import { CodeBlock } from '../../shared/ui/code-block.tsx'
import { type MarkKind, StatusMark } from '../../shared/ui/status-mark.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import classes from './diagnostics.module.css'
import { stageWords } from './words.ts'

type Step = RunDetail['steps'][number]

const marks: Record<Step['status'], MarkKind> = { success: 'done', failed: 'failed', started: 'waiting' }
const stackLines = 4

/** The stages in their order. One that never ended is a hang or a crash. */
export function StageLine({ steps }: { steps: readonly Step[] }) {
  const { t } = useTranslation()
  const formats = useFormats()
  if (steps.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('diagnostics.noStages')}
      </Text>
    )
  return (
    <ol className={classes.stages}>
      {steps.map((step) => (
        <li key={step.step_index} className={classes.stage}>
          <div className={classes.stageHead}>
            <StatusMark kind={marks[step.status]}>{stageWords(t, step.step)}</StatusMark>
            <Text size="xs" c="dimmed">
              {step.status === 'started'
                ? t('diagnostics.neverEnded')
                : step.duration_ms === null
                  ? ''
                  : formats.duration(step.duration_ms)}
            </Text>
          </div>
          {step.status === 'failed' && (
            <div className={classes.stageBody}>
              {step.url !== null && (
                <Text size="xs" c="dimmed">
                  {step.url}
                </Text>
              )}
              {step.error_message !== null && <Text size="sm">{step.error_message}</Text>}
              {step.stack !== null && (
                <CodeBlock label={t('diagnostics.stack')}>
                  {step.stack.split('\n').slice(0, stackLines).join('\n')}
                </CodeBlock>
              )}
            </div>
          )}
        </li>
      ))}
    </ol>
  )
}
