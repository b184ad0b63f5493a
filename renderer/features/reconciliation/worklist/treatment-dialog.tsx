import { Select, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Money, Treatment } from '../ledger-api.ts'
import { Sum } from '../sum.tsx'
import { AskDialog } from './dialogs.tsx'
import { useLedgerChoices } from './ledger-choices.ts'

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
