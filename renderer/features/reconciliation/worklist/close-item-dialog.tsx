import { Select, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Closing, Money, ProposedBooking } from '../ledger-api.ts'
import { Sum } from '../sum.tsx'
import { closingReasons, withPosting } from './closing-reasons.ts'
import { AskDialog } from './dialogs.tsx'
import { useLedgerChoices } from './ledger-choices.ts'

/** Closes a line that has no partner in the books: why, and to which ledger it is posted. */
export function CloseItemDialog({
  ledgerId,
  amount,
  proposed,
  onClose,
  onConfirm,
}: {
  /** The run's ledger: a line is posted to another one. */
  ledgerId: string
  amount: Money
  /** What rules propose, or what was done with such a line before: a start, no more. */
  proposed: ProposedBooking | null
  onClose: () => void
  onConfirm: (closing: Closing) => Promise<unknown>
}) {
  const { t } = useTranslation()
  const choices = useLedgerChoices(ledgerId)
  const usual = closingReasons.find((each) => each === proposed?.reason)
  const [chosen, setReason] = useState<string | null>(null)
  // `undefined`: the person has not said anything about it.
  const [place, setLedger] = useState<string | null | undefined>(undefined)
  const reason = chosen ?? usual ?? 'bank_fee'
  const known = choices.some(({ value }) => value === proposed?.ledger_id) ? (proposed?.ledger_id ?? null) : null
  const ledger = place === undefined ? (usual === reason ? known : null) : place
  const [note, setNote] = useState('')
  const needsLedger = (withPosting as readonly string[]).includes(reason)
  const ready = (!needsLedger || ledger !== null) && (reason !== 'other' || note.trim() !== '')
  return (
    <AskDialog
      title={t('worklist.closeTitle')}
      confirm={t('worklist.close')}
      ready={ready}
      onClose={onClose}
      onConfirm={() =>
        onConfirm({
          reason,
          ...(ledger === null ? {} : { ledger_id: ledger }),
          ...(note.trim() === '' ? {} : { note: note.trim() }),
        })
      }
    >
      <Text size="sm">
        {t('worklist.closeText')} <Sum value={amount} />
      </Text>
      <Select
        label={t('worklist.reason')}
        data={closingReasons.map((value) => ({ value, label: t(`worklist.reasons.${value}`) }))}
        value={reason}
        onChange={(value) => setReason(value ?? 'manual_review')}
        allowDeselect={false}
        searchable
        openOnFocus={false}
        data-autofocus
      />
      <Select
        label={needsLedger ? t('worklist.postTo') : t('worklist.postToOptional')}
        placeholder={t('worklist.choosePlace')}
        data={choices}
        value={ledger}
        onChange={setLedger}
        searchable
        {...(place === undefined && ledger !== null && proposed?.origin
          ? { description: t(`bookLine.origin.${proposed.origin}`) }
          : {})}
        clearable={!needsLedger}
        required={needsLedger}
        nothingFoundMessage={t('worklist.noOtherLedger')}
      />
      <Textarea
        label={reason === 'other' ? t('worklist.noteRequired') : t('worklist.noteOptional')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        maxLength={2000}
        autosize
        minRows={2}
      />
    </AskDialog>
  )
}
