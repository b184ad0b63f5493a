import { Alert, Select, Skeleton, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { asFailure, type Failure } from '../../shared/failure.ts'
import { useFailureText } from '../../shared/failure-text.ts'
import { Dialog } from '../../shared/ui/dialog.tsx'
import { FormButtons } from '../../shared/ui/form-buttons.tsx'
import { LoadFailure } from '../../shared/ui/states.tsx'
import { bankName } from '../banks/bank-name.ts'
import { addAccount, loadBanks, useAccounts } from './store.ts'

/** Accounts ▸ Add Account: which bank, which name (spec 10.2). Afterwards the account opens at its settings. */
export function AddAccount() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const failureText = useFailureText()
  const banks = useAccounts((state) => state.banks)
  const [loadFailure, setLoadFailure] = useState<Failure | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const load = () => {
    setLoadFailure(null)
    loadBanks().catch((error: unknown) => setLoadFailure(asFailure(error)))
  }
  useEffect(load, [])

  const form = useForm({
    initialValues: { bankId: '', name: '' },
    validate: {
      bankId: (value) => (value === '' ? t('accounts.bankRequired') : null),
      name: (value) => (value.trim() === '' ? t('accounts.nameRequired') : null),
    },
  })
  const submit = form.onSubmit(async ({ bankId, name }) => {
    setBusy(true)
    setFailure(null)
    try {
      const account = await addAccount({ bankId, name: name.trim() })
      void navigate(`/accounts/${account.id}/${account.by_file ? 'import' : 'settings'}`, { replace: true })
    } catch (error) {
      setFailure(asFailure(error))
      setBusy(false)
    }
  })
  const ready = banks?.filter(({ status }) => status === 'ready') ?? []

  return (
    <Dialog opened onClose={() => void navigate('/accounts')} title={t('accounts.add')}>
      {loadFailure && <LoadFailure what={t('accounts.banksNotLoaded')} failure={loadFailure} onRetry={load} />}
      {!banks && !loadFailure && (
        <Stack>
          <Skeleton height={56} />
          <Skeleton height={56} />
        </Stack>
      )}
      {banks && (
        <form onSubmit={submit} noValidate>
          <Stack>
            {failure && (
              <Alert color="red" variant="light" role="alert">
                {failureText(failure)}
              </Alert>
            )}
            <Select
              label={t('accounts.bank')}
              description={t('accounts.bankHint')}
              placeholder={t('accounts.bankPlaceholder')}
              nothingFoundMessage={t('accounts.bankNotFound')}
              data={ready.map((bank) => ({ value: bank.id, label: bankName(t, bank) }))}
              searchable
              required
              autoFocus
              {...form.getInputProps('bankId')}
              onChange={(value) => form.setFieldValue('bankId', value ?? '')}
            />
            <TextInput
              label={t('accounts.name')}
              description={t('accounts.nameHint')}
              placeholder={t('accounts.namePlaceholder')}
              maxLength={200}
              required
              {...form.getInputProps('name')}
            />
            <FormButtons onCancel={() => void navigate('/accounts')} busy={busy} />
          </Stack>
        </form>
      )}
    </Dialog>
  )
}
