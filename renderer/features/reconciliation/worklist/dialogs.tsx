import { Alert, Button, Group, Modal, Select, Stack, Text, Textarea } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asFailure, type Failure } from '../../../shared/failure.ts'
import { useFailureText } from '../../../shared/failure-text.ts'
import { ledgerName, useBooks } from '../../books/store.ts'
import type { Closing, Money, Treatment } from '../ledger-api.ts'
import { Sum } from '../sum.tsx'

interface Ask {
  title: string
  confirm: string
  ready?: boolean
  onClose: () => void
  /** Throws what the dialog is to show. */
  onConfirm: () => Promise<unknown>
  children: ReactNode
}

/** A question with one answer: it stays open and says why when the program refuses. */
export function AskDialog({ title, confirm, ready = true, onClose, onConfirm, children }: Ask) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
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
    <Modal opened onClose={onClose} title={title}>
      <form onSubmit={submit} noValidate>
        <Stack>
          {failure && (
            <Alert color="red" variant="light" role="alert">
              {failureText(failure)}
            </Alert>
          )}
          {children}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={!ready}>
              {confirm}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

/** Reasons that stand without a posting; all others need a ledger (10.1). */
const withoutPosting = ['manual_review', 'duplicate_on_statement', 'netted', 'prior_period'] as const
const withPosting = [
  'bank_fee',
  'interest',
  'tax',
  'transfer_own_account',
  'private',
  'below_threshold',
  'other',
] as const
const closingReasons = [...withPosting, ...withoutPosting]

function useLedgerChoices(exceptId: string) {
  const ledgers = useBooks((state) => state.ledgers)
  return (ledgers ?? [])
    .filter(({ id, active, direct_booking: direct }) => active && direct && id !== exceptId)
    .map((ledger) => ({ value: ledger.id, label: ledgerName(ledger) }))
}

/** Closes a line that has no partner in the books: why, and to which ledger it is posted. */
export function CloseItemDialog({
  ledgerId,
  amount,
  onClose,
  onConfirm,
}: {
  /** The run's ledger: a line is posted to another one. */
  ledgerId: string
  amount: Money
  onClose: () => void
  onConfirm: (closing: Closing) => Promise<unknown>
}) {
  const { t } = useTranslation()
  const choices = useLedgerChoices(ledgerId)
  const [reason, setReason] = useState<string>('bank_fee')
  const [ledger, setLedger] = useState<string | null>(null)
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

/** What becomes of the difference of a match. */
export function TreatmentDialog({
  ledgerId,
  difference,
  onClose,
  onConfirm,
}: {
  ledgerId: string
  difference: Money
  onClose: () => void
  onConfirm: (treatment: Treatment) => Promise<unknown>
}) {
  const { t } = useTranslation()
  const choices = useLedgerChoices(ledgerId)
  const [kind, setKind] = useState<'leave_open' | 'write_off'>('leave_open')
  const [ledger, setLedger] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const writesOff = kind === 'write_off'
  const confirm = () =>
    onConfirm(writesOff ? { kind, ledger_id: ledger ?? '', reason: reason.trim() } : { kind: 'leave_open' })
  return (
    <AskDialog
      title={t('manual.differenceTitle')}
      confirm={t('manual.match')}
      ready={!writesOff || (ledger !== null && reason.trim() !== '')}
      onClose={onClose}
      onConfirm={confirm}
    >
      <Text size="sm">
        {t('manual.differenceText')} <Sum value={difference} />
      </Text>
      <Select
        label={t('manual.treatment')}
        data={[
          { value: 'leave_open', label: t('manual.leaveOpen') },
          { value: 'write_off', label: t('manual.writeOff') },
        ]}
        value={kind}
        onChange={(value) => setKind(value === 'write_off' ? 'write_off' : 'leave_open')}
        allowDeselect={false}
        openOnFocus={false}
        data-autofocus
      />
      {writesOff && (
        <>
          <Select
            label={t('worklist.postTo')}
            placeholder={t('worklist.choosePlace')}
            data={choices}
            value={ledger}
            onChange={setLedger}
            searchable
            required
          />
          <Textarea
            label={t('worklist.reason')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={200}
            required
          />
        </>
      )}
    </AskDialog>
  )
}

/** A note on a line or a match. */
export function NoteDialog({
  note,
  onClose,
  onConfirm,
}: {
  note: string | null
  onClose: () => void
  onConfirm: (note: string | null) => Promise<unknown>
}) {
  const { t } = useTranslation()
  const [text, setText] = useState(note ?? '')
  return (
    <AskDialog
      title={t('worklist.note')}
      confirm={t('common.save')}
      onClose={onClose}
      onConfirm={() => onConfirm(text.trim() === '' ? null : text.trim())}
    >
      <Textarea
        aria-label={t('worklist.note')}
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
