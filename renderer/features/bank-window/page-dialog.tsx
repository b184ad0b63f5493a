import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShownDialog } from '../../../main/core/browser/live-view/types.ts'
import classes from './bank-window.module.css'

interface Props {
  readonly dialog: ShownDialog
  readonly origin: string
  readonly onAnswer: (accept: boolean, text?: string) => void
}

/** A dialog of the bank's page, in our own frame so that nobody takes it for one of ours. */
export function PageDialog({ dialog, origin, onAnswer }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const [text, setText] = useState(dialog.defaultValue)
  const isPrompt = dialog.kind === 'prompt'
  const accept = () => (isPrompt ? onAnswer(true, text) : onAnswer(true))
  return (
    <div className={classes.veil}>
      <form
        role="alertdialog"
        aria-modal="true"
        aria-labelledby={`${id}-who`}
        aria-describedby={`${id}-what`}
        className={classes.dialog}
        onSubmit={(event) => {
          event.preventDefault()
          accept()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onAnswer(false)
        }}
      >
        <Stack gap="sm">
          <Text id={`${id}-who`} size="xs" c="dimmed">
            {origin === '' ? t('bankWindow.dialog.fromPage') : t('bankWindow.dialog.from', { origin: hostOf(origin) })}
          </Text>
          <Text id={`${id}-what`} className={classes.dialogText}>
            {dialog.kind === 'beforeunload' ? t('bankWindow.dialog.leave') : dialog.message}
          </Text>
          {isPrompt && (
            <TextInput
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              maxLength={2000}
              aria-labelledby={`${id}-what`}
              autoFocus
            />
          )}
          <Group justify="flex-end" gap="xs">
            {dialog.kind !== 'alert' && (
              <Button variant="default" onClick={() => onAnswer(false)}>
                {dialog.kind === 'beforeunload' ? t('bankWindow.dialog.stay') : t('common.cancel')}
              </Button>
            )}
            <Button type="submit" autoFocus={!isPrompt}>
              {dialog.kind === 'beforeunload' ? t('bankWindow.dialog.leaveNow') : t('bankWindow.dialog.accept')}
            </Button>
          </Group>
        </Stack>
      </form>
    </div>
  )
}

/** The server's name, with its port where it is an unusual one. */
export const hostOf = (origin: string): string => URL.parse(origin)?.host ?? origin
