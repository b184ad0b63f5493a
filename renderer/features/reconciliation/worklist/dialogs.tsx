import { Alert, Stack, Textarea } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { create } from 'zustand'
import { asFailure, type Failure } from '../../../shared/failure.ts'
import { useFailureText } from '../../../shared/failure-text.ts'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { FormButtons } from '../../../shared/ui/form-buttons.tsx'

const useOpenDialogs = create<{ readonly count: number }>(() => ({ count: 0 }))

/** Whether a question waits for an answer: what it is about stays on the screen until then, whatever else arrives. */
export const useIsAsking = (): boolean => useOpenDialogs(({ count }) => count > 0)

interface Ask {
  title: string
  confirm: string
  ready?: boolean
  size?: number
  onClose: () => void
  /** Throws what the dialog is to show. */
  onConfirm: () => Promise<unknown>
  children: ReactNode
}

/** A question with one answer: it stays open and says why when the program refuses. */
export function AskDialog({ title, confirm, ready = true, size, onClose, onConfirm, children }: Ask) {
  const failureText = useFailureText()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  useEffect(() => {
    useOpenDialogs.setState(({ count }) => ({ count: count + 1 }))
    return () => useOpenDialogs.setState(({ count }) => ({ count: count - 1 }))
  }, [])
  const submit = async (event: React.FormEvent) => {
    event.preventDefault()
    if (!ready || busy) return
    setBusy(true)
    setFailure(null)
    try {
      await onConfirm()
      onClose()
    } catch (error) {
      setFailure(asFailure(error))
      setBusy(false)
    }
  }
  return (
    <Dialog opened onClose={onClose} title={title} {...(size === undefined ? {} : { size })}>
      <form onSubmit={submit} noValidate>
        <Stack>
          {failure && (
            <Alert color="red" variant="light" role="alert">
              {failureText(failure)}
            </Alert>
          )}
          {children}
          <FormButtons onCancel={onClose} busy={busy} label={confirm} disabled={!ready} />
        </Stack>
      </form>
    </Dialog>
  )
}

/** A note on a line or a match. */
export function NoteDialog({
  title,
  confirm,
  note,
  onClose,
  onConfirm,
}: {
  title?: string
  confirm?: string
  note: string | null
  onClose: () => void
  onConfirm: (note: string | null) => Promise<unknown>
}) {
  const { t } = useTranslation()
  const [text, setText] = useState(note ?? '')
  return (
    <AskDialog
      title={title ?? t('worklist.note')}
      confirm={confirm ?? t('common.save')}
      onClose={onClose}
      onConfirm={() => onConfirm(text.trim() === '' ? null : text.trim())}
    >
      <Textarea
        aria-label={title ?? t('worklist.note')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        maxLength={2000}
        autosize
        minRows={3}
        data-autofocus
      />
    </AskDialog>
  )
}
