import { Alert, Checkbox, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api.ts'
import { asFailure, type Failure } from '../../shared/failure.ts'
import { useFailureText } from '../../shared/failure-text.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { FormButtons } from '../../shared/ui/form-buttons.tsx'
import type { Ledger, LedgerInput } from '../reconciliation/ledger-api.ts'
import { loadBooks, useBooks } from './store.ts'

const types = ['asset', 'liability', 'equity', 'revenue', 'expense'] as const

/** Account numbers as typed, with commas between them; one that the ledger had already keeps what else was known of it. */
function identifiersOf(text: string, known: Ledger['account_identifiers']): Ledger['account_identifiers'] {
  return text.split(/[,;]/).flatMap((part) => {
    const value = part.replace(/\s/g, '').toUpperCase()
    if (value === '') return []
    const same = known.find((each) => each.value.replace(/\s/g, '').toUpperCase() === value)
    const isIban = /^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(value)
    return [same ?? { scheme: isIban ? ('iban' as const) : ('other' as const), value }]
  })
}

/** What was typed into a number field: none where it is empty. */
const wholeOf = (value: number | string): number | null => (value === '' ? null : Number(value))

/** Adds a ledger or changes one: what it is called, what it is, and for a bank account its number. */
export function LedgerForm({ ledgerId, onClose }: { ledgerId: string | null; onClose: () => void }) {
  const ledgers = useBooks((state) => state.ledgers)
  const ledger = ledgers?.find(({ id }) => id === ledgerId)
  if (ledgers === null || (ledgerId !== null && !ledger)) return null
  return <Form ledger={ledger ?? null} isFirst={ledgers.length === 0} onClose={onClose} />
}

function Form({ ledger: now, isFirst, onClose }: { ledger: Ledger | null; isFirst: boolean; onClose: () => void }) {
  const { t } = useTranslation()
  // The ledger as the person saw it: one that was changed elsewhere meanwhile is not written over.
  const [ledger] = useState(now)
  const failureText = useFailureText()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const form = useForm({
    initialValues: {
      code: ledger?.code ?? '',
      description: ledger?.description ?? '',
      type: ledger?.type ?? ('asset' as Ledger['type']),
      currency: ledger?.currency_code ?? '',
      reconcilable: ledger?.is_reconcilable ?? isFirst,
      account: ledger?.account_identifiers.map(({ value }) => value).join(', ') ?? '',
      number: (ledger?.num_id ?? '') as number | string,
      decimals: (ledger?.precision_override ?? '') as number | string,
    },
    validate: {
      code: (value) => (value.trim() === '' ? t('books.codeRequired') : null),
      currency: (value) => (/^[A-Za-z]{3}$/.test(value.trim()) ? null : t('books.currencyRequired')),
    },
  })
  const submit = form.onSubmit(async (values) => {
    const number = wholeOf(values.number)
    const decimals = wholeOf(values.decimals)
    const input: LedgerInput = {
      code: values.code.trim(),
      description: values.description.trim(),
      type: values.type,
      currency_code: values.currency.trim().toUpperCase(),
      is_reconcilable: values.reconcilable,
      account_identifiers: identifiersOf(values.account, ledger?.account_identifiers ?? []),
      ...(number === null || number === ledger?.num_id ? {} : { num_id: number }),
      ...(decimals === (ledger?.precision_override ?? null) ? {} : { precision_override: decimals }),
    }
    setBusy(true)
    setFailure(null)
    try {
      if (ledger) await api.books.changeLedger(ledger.id, { ...input, version: ledger.version })
      else await api.books.addLedger(input)
      await loadBooks()
      onClose()
    } catch (error) {
      setFailure(asFailure(error))
      setBusy(false)
    }
  })
  return (
    <Dialog opened onClose={onClose} title={t(ledger ? 'books.changeLedger' : 'books.addLedger')}>
      <form onSubmit={submit} noValidate>
        <Stack>
          {failure && (
            <Alert color="red" variant="light" role="alert">
              {failureText(failure)}
            </Alert>
          )}
          <Group grow align="flex-start" wrap="nowrap">
            <TextInput
              label={t('books.code')}
              placeholder="1810"
              maxLength={100}
              required
              data-autofocus
              {...form.getInputProps('code')}
            />
            <TextInput
              label={t('books.currency')}
              placeholder="EUR"
              maxLength={3}
              required
              {...form.getInputProps('currency')}
            />
          </Group>
          <TextInput
            label={t('books.name')}
            placeholder={t('books.namePlaceholder')}
            maxLength={500}
            {...form.getInputProps('description')}
          />
          <Select
            label={t('books.type')}
            data={types.map((value) => ({ value, label: t(`books.types.${value}`) }))}
            allowDeselect={false}
            {...form.getInputProps('type')}
          />
          <Checkbox
            label={t('books.reconcilable')}
            description={t('books.reconcilableHint')}
            {...form.getInputProps('reconcilable', { type: 'checkbox' })}
          />
          {form.values.reconcilable && (
            <TextInput label={t('books.iban')} description={t('books.ibanHint')} {...form.getInputProps('account')} />
          )}
          <Group grow align="flex-start" wrap="nowrap">
            <NumberInput
              label={t('books.number')}
              description={t('books.numberHint')}
              allowDecimal={false}
              allowNegative={false}
              min={1}
              max={999_999_999}
              hideControls
              {...form.getInputProps('number')}
            />
            <NumberInput
              label={t('books.decimals')}
              description={t('books.decimalsHint')}
              allowDecimal={false}
              allowNegative={false}
              min={0}
              max={5}
              {...form.getInputProps('decimals')}
            />
          </Group>
          <FormButtons onCancel={onClose} busy={busy} />
        </Stack>
      </form>
    </Dialog>
  )
}
