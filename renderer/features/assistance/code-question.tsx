import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../shared/use-act.ts'
import { useFormats } from '../../shared/use-formats.ts'
import { CodeBoxes } from '../bank-window/code-boxes.tsx'
import classes from './assistance.module.css'
import { submitCode, type Waiting } from './store.ts'
import { useSecondsLeft } from './use-seconds-left.ts'

const usualLength = 6
const longest = 32

/** What is known of the code that the bank wants; nothing but these two facts is read from it. */
function shapeOf({ descriptor }: Waiting): { length: number; type: 'numeric' | 'alphanumeric' } {
  const { length, type } = descriptor
  const isUsable = typeof length === 'number' && Number.isInteger(length) && length > 0 && length <= longest
  return { length: isUsable ? length : usualLength, type: type === 'alphanumeric' ? 'alphanumeric' : 'numeric' }
}

/** The boxes for a code, with what became of the one before. */
export function CodeQuestion({
  accountId,
  waiting,
  autoFocus = true,
  onSent,
}: {
  accountId: string
  waiting: Waiting
  autoFocus?: boolean
  onSent?: () => void
}) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const act = useAct()
  const secondsLeft = useSecondsLeft(waiting.expires_at)
  const { length, type } = shapeOf(waiting)
  const send = async (code: string) => {
    if (!(await act(() => submitCode(accountId, code)))) throw new Error('the code was not taken')
    onSent?.()
  }
  const refused = waiting.refusals > 0 && !waiting.isResent
  return (
    <div className={classes.question}>
      <Text size="sm" role="status" {...(refused ? { c: 'var(--bad)', fw: 600 } : {})}>
        {refused
          ? t('assistance.refused')
          : waiting.isResent
            ? t('assistance.resent')
            : t(`assistance.enter.${type}`, { n: number(length) })}
      </Text>
      {/* A refused code leaves filled boxes behind; the next one begins with empty ones. */}
      <CodeBoxes
        key={waiting.refusals}
        length={length}
        type={type}
        onComplete={send}
        secondsLeft={secondsLeft}
        autoFocus={autoFocus}
      />
      {waiting.attempts > 1 && (
        <Text size="xs" c="dimmed">
          {t('assistance.attempts', { n: number(waiting.attempts) })}
        </Text>
      )}
    </div>
  )
}
