import { PinInput, Text } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './code-boxes.module.css'

interface Props {
  readonly length: number
  readonly type: 'numeric' | 'alphanumeric'
  /** Called once when every box is filled. When it fails the boxes are empty again, for another try. */
  readonly onComplete: (code: string) => Promise<void> | void
  readonly secondsLeft: number
  /** The boxes take the keys as soon as they are there. */
  readonly autoFocus?: boolean
}

const unwanted = { numeric: /\D/g, alphanumeric: /[^a-z0-9]/gi } as const
const hurrySeconds = 30

/** A one-time code: one box per character, filled at once by paste, sent by itself. */
export function CodeBoxes({ length, type, onComplete, secondsLeft, autoFocus = true }: Props) {
  const { t } = useTranslation()
  const [code, setCode] = useState('')
  const [isSent, setIsSent] = useState(false)
  const sending = useRef(false)
  const isOver = secondsLeft <= 0

  const change = async (given: string) => {
    const clean = given.replace(unwanted[type], '').slice(0, length)
    if (sending.current) return
    setCode(clean)
    if (clean.length < length) return
    sending.current = true
    setIsSent(true)
    try {
      await onComplete(clean)
    } catch {
      // Whoever sends it says why it failed.
      sending.current = false
      setIsSent(false)
      setCode('')
    }
  }

  return (
    <div className={classes.code}>
      <PinInput
        classNames={{ root: classes.boxes ?? '' }}
        length={length}
        type={type === 'numeric' ? 'number' : 'alphanumeric'}
        size={length > 8 ? 'xs' : 'md'}
        gap={length > 8 ? 4 : 8}
        placeholder=""
        autoFocus={autoFocus}
        value={code}
        onChange={(value) => void change(value)}
        disabled={isSent || isOver}
        aria-label={t('bankWindow.code.label')}
        getInputProps={(index) => ({
          'aria-label': t('bankWindow.code.character', { n: index + 1, total: length }),
          // A code is often copied with blanks or hyphens in it.
          onPaste: (event) => {
            event.preventDefault()
            void change(event.clipboardData.getData('text/plain'))
          },
        })}
      />
      <Text size="sm" c={!isOver && secondsLeft <= hurrySeconds ? 'var(--ask)' : 'dimmed'} role="status">
        {isSent
          ? t('bankWindow.code.sent')
          : isOver
            ? t('bankWindow.code.over')
            : t('bankWindow.code.left', { time: clock(secondsLeft) })}
      </Text>
    </div>
  )
}

const clock = (seconds: number) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`
