import { Alert, Group, Select, Stack, Switch, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { asFailure, type Failure } from '../../shared/failure.ts'
import { useFailureText } from '../../shared/failure-text.ts'
import { today } from '../../shared/today.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { FormButtons } from '../../shared/ui/form-buttons.tsx'
import { minorOf } from '../reconciliation/amounts.ts'
import { ageing, entries, ledgerName, loadBooks, useBooks } from './store.ts'

/** Money in or out of one ledger against another: a journal of two lines. */
export function JournalForm({ ledgerId, onClose }: { ledgerId: string | null; onClose: () => void }) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const ledgers = useBooks((state) => state.ledgers) ?? []
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const usual = ledgerId ?? ledgers.find(({ is_reconcilable: is }) => is)?.id ?? ''
  const precisionOf = (id: string) => ledgers.find((ledger) => ledger.id === id)?.balance_posted.precision ?? 2
  const form = useForm({
    initialValues: {
      date: today(),
      ledger: usual,
      other: '',
      amount: '',
      direction: 'in',
      document: '',
      name: '',
      text: '',
      opening: false,
    },
    validate: {
      date: (value) => (value === '' ? t('books.dateRequired') : null),
      ledger: (value) => (value === '' ? t('books.ledgerRequired') : null),
      other: (value, { ledger }) =>
        value === '' ? t('books.ledgerRequired') : value === ledger ? t('books.otherRequired') : null,
      amount: (value, { ledger }) => {
        const minor = minorOf(value, precisionOf(ledger))
        return minor === null || BigInt(minor) <= 0n ? t('books.amountRequired') : null
      },
    },
  })
  const submit = form.onSubmit(async (values) => {
    const amount = minorOf(values.amount, precisionOf(values.ledger)) ?? '0'
    const isIn = values.direction === 'in'
    const facts = {
      ...(values.document.trim() === '' ? {} : { document_no: values.document.trim() }),
      ...(values.name.trim() === '' ? {} : { counterparty_name: values.name.trim() }),
    }
    setBusy(true)
    setFailure(null)
    try {
      await api.books.postJournal({
        booking_date: values.date,
        description: values.text.trim(),
        ...(values.opening ? { type: 'opening_balance' } : {}),
        entries: [
          { ledger_id: values.ledger, type: isIn ? 'debit' : 'credit', amount, ...facts },
          { ledger_id: values.other, type: isIn ? 'credit' : 'debit', amount },
        ],
      })
      await loadBooks()
      entries.refresh()
      ageing.refresh()
      onClose()
    } catch (error) {
      setFailure(asFailure(error))
      setBusy(false)
    }
  })
  const choices = ledgers
    .filter(({ active, direct_booking: direct }) => active && direct)
    .map((ledger) => ({ value: ledger.id, label: ledgerName(ledger) }))
  return (
    <Dialog opened onClose={onClose} title={t('books.addJournal')} size="lg">
      <form onSubmit={submit} noValidate>
        <Stack>
          {failure && (
            <Alert color="red" variant="light" role="alert">
              {failureText(failure)}
            </Alert>
          )}
          {choices.length < 2 && <Text size="sm">{t('books.twoLedgers')}</Text>}
          <Group grow align="flex-start" wrap="nowrap">
            <TextInput type="date" label={t('books.date')} required {...form.getInputProps('date')} />
            <TextInput
              label={t('books.amount')}
              inputMode="decimal"
              required
              data-autofocus
              {...form.getInputProps('amount')}
            />
            <Select
              label={t('books.direction')}
              data={[
                { value: 'in', label: t('books.in') },
                { value: 'out', label: t('books.out') },
              ]}
              allowDeselect={false}
              {...form.getInputProps('direction')}
            />
          </Group>
          <Group grow align="flex-start" wrap="nowrap">
            <Select label={t('books.ledger')} data={choices} searchable required {...form.getInputProps('ledger')} />
            <Select label={t('books.other')} data={choices} searchable required {...form.getInputProps('other')} />
          </Group>
          <Group grow align="flex-start" wrap="nowrap">
            <TextInput label={t('books.document')} maxLength={100} {...form.getInputProps('document')} />
            <TextInput label={t('books.counterparty')} maxLength={200} {...form.getInputProps('name')} />
          </Group>
          <TextInput label={t('books.text')} maxLength={500} {...form.getInputProps('text')} />
          <Switch
            label={t('books.opening')}
            description={t('books.openingHint')}
            {...form.getInputProps('opening', { type: 'checkbox' })}
          />
          <FormButtons onCancel={onClose} busy={busy} label={t('books.post')} />
        </Stack>
      </form>
    </Dialog>
  )
}
