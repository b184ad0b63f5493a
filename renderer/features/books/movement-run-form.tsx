import { Alert, Group, Select, Skeleton, Stack, Switch, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { api } from '../../api.ts'
import { asFailure, type Failure } from '../../shared/failure.ts'
import { useFailureText } from '../../shared/failure-text.ts'
import { useLoaded } from '../../shared/resource.ts'
import { today } from '../../shared/today.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { FormButtons } from '../../shared/ui/form-buttons.tsx'
import { loadAccounts, useAccounts } from '../accounts/store.ts'
import { bankName } from '../banks/bank-name.ts'
import { bankAccountOf } from '../book-lists/store.ts'
import type { BookAccount } from '../reconciliation/ledger-api.ts'
import { ledgerName, loadBooks, runList, useBooks } from './store.ts'

const dayAfter = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** Compares what was read from the bank with the books, without a statement (4.11). */
export function MovementRunForm({ ledgerId, onClose }: { ledgerId: string | null; onClose: () => void }) {
  const { t } = useTranslation()
  const books = useBooks((state) => state.accounts)
  const accounts = useAccounts((state) => state.accounts)
  useEffect(() => void loadAccounts(), [])
  const usual = ledgerId ?? books?.[0]?.ledger.id ?? ''
  const { data: linked, failure } = useLoaded(bankAccountOf, usual)
  return (
    <Dialog opened onClose={onClose} title={t('movementRun.title')}>
      {!books || !accounts || (linked === undefined && !failure) ? (
        <Skeleton height={220} />
      ) : accounts.length === 0 ? (
        <Text size="sm">{t('movementRun.noAccounts')}</Text>
      ) : (
        <Form
          usual={usual}
          linked={linked ?? (accounts.length === 1 ? (accounts[0]?.id ?? '') : '')}
          books={books}
          onClose={onClose}
        />
      )}
    </Dialog>
  )
}

/** From the day after what is reconciled already, else from the first of this month. */
const fromOf = (book: BookAccount | undefined): string =>
  book?.last_reconciled_date ? dayAfter(book.last_reconciled_date) : `${today().slice(0, 7)}-01`

interface Props {
  usual: string
  linked: string
  books: readonly BookAccount[]
  onClose: () => void
}

function Form({ usual, linked, books, onClose }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const failureText = useFailureText()
  const accounts = useAccounts((state) => state.accounts) ?? []
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const form = useForm({
    initialValues: {
      ledger: usual,
      account: linked,
      from: fromOf(books.find(({ ledger }) => ledger.id === usual)),
      to: today(),
      automatic: true,
    },
    validate: {
      ledger: (value) => (value === '' ? t('books.ledgerRequired') : null),
      account: (value) => (value === '' ? t('movementRun.accountRequired') : null),
      from: (value) => (value === '' ? t('books.dateRequired') : null),
      to: (value, { from }) => (value === '' ? t('books.dateRequired') : value < from ? t('movementRun.order') : null),
    },
  })
  const submit = form.onSubmit(async ({ ledger, account, from, to, automatic }) => {
    setBusy(true)
    setFailure(null)
    try {
      const run = await api.bookWork.addMovementRun({
        ledger_id: ledger,
        account_id: account,
        period_from: from,
        period_to: to,
        mode: automatic ? 'automatic' : 'manual',
      })
      bankAccountOf.refresh(ledger)
      runList.refresh()
      void loadBooks()
      void navigate(`/books/runs/${run.id}`)
    } catch (error) {
      setFailure(asFailure(error))
      setBusy(false)
    }
  })
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text size="sm">{t('movementRun.text')}</Text>
        {failure && (
          <Alert color="red" variant="light" role="alert">
            {failureText(failure)}
          </Alert>
        )}
        <Select
          label={t('movementRun.account')}
          description={t('movementRun.accountHint')}
          data={accounts.map(({ id, name, bank: code, bank_name }) => ({
            value: id,
            label: `${name} · ${bankName(t, { code, name: bank_name })}`,
          }))}
          searchable={accounts.length > 8}
          required
          data-autofocus
          {...form.getInputProps('account')}
          onChange={(value) => form.setFieldValue('account', value ?? '')}
        />
        <Select
          label={t('books.ledger')}
          data={books.map(({ ledger }) => ({
            value: ledger.id,
            label: `${ledgerName(ledger)} · ${ledger.currency_code}`,
          }))}
          allowDeselect={false}
          required
          {...form.getInputProps('ledger')}
        />
        <Group grow align="flex-start" wrap="nowrap">
          <TextInput type="date" label={t('list.from')} required {...form.getInputProps('from')} />
          <TextInput type="date" label={t('list.to')} required {...form.getInputProps('to')} />
        </Group>
        <Switch
          label={t('movementRun.automatic')}
          description={t('movementRun.automaticHint')}
          {...form.getInputProps('automatic', { type: 'checkbox' })}
        />
        <FormButtons onCancel={onClose} busy={busy} label={t('movementRun.start')} />
      </Stack>
    </form>
  )
}
