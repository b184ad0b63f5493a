import { Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { plural } from '../../../shared/plural.ts'
import { useFormats } from '../../../shared/use-formats.ts'
import type { Discrepancy, Review } from '../ledger-api.ts'
import { AskDialog } from '../worklist/dialogs.tsx'

/** Who looks into discrepancies, and how far that is. Of several ones only what is typed here is changed. */
export function ReviewDialog({
  rows,
  onClose,
  onConfirm,
}: {
  rows: readonly Discrepancy[]
  onClose: () => void
  onConfirm: (review: Review) => Promise<unknown>
}) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const [only] = rows.length === 1 ? rows : []
  const [status, setStatus] = useState<Review['status']>('in_review')
  const [assignee, setAssignee] = useState(only?.assignee ?? '')
  const [note, setNote] = useState(only?.note ?? '')
  const changed = (now: string, before: string | null | undefined) => now.trim() !== (before ?? '')
  const textOr = (text: string) => (text.trim() === '' ? null : text.trim())
  return (
    <AskDialog
      title={t('discrepancies.reviewTitle', plural(rows.length, number))}
      confirm={t('common.save')}
      onClose={onClose}
      onConfirm={() =>
        onConfirm({
          status,
          ...(changed(assignee, only?.assignee) ? { assignee: textOr(assignee) } : {}),
          ...(changed(note, only?.note) ? { note: textOr(note) } : {}),
        })
      }
    >
      <TextInput
        label={t('discrepancies.assignee')}
        value={assignee}
        onChange={(event) => setAssignee(event.currentTarget.value)}
        maxLength={200}
        data-autofocus
      />
      <Select
        label={t('discrepancies.state')}
        data={(['in_review', 'open'] as const).map((value) => ({ value, label: t(`discrepancies.states.${value}`) }))}
        value={status}
        onChange={(value) => setStatus(value ?? 'in_review')}
        allowDeselect={false}
        openOnFocus={false}
      />
      <Textarea
        label={t('worklist.noteOptional')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        maxLength={2000}
      />
    </AskDialog>
  )
}
