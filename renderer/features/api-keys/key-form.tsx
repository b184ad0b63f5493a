import { Alert, Button, Checkbox, Group, Radio, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account, Scope } from '../../api-types.ts'
import { asFailure, type Failure } from '../../shared/failure.ts'
import { useFailureText } from '../../shared/failure-text.ts'
import classes from './api-keys.module.css'
import { wordsOf } from './scope-words.ts'
import { createApiKey } from './store.ts'

interface Props {
  scopes: readonly Scope[]
  accounts: readonly Account[]
  onCreated: (secret: string) => void
  onCancel: () => void
}

/** Name, scopes and accounts of a new key. An empty choice of accounts is an error: it would mean all of them. */
export function KeyForm({ scopes, accounts, onCreated, onCancel }: Props) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const form = useForm({
    initialValues: { name: '', scopes: [] as Scope[], reach: 'all' as 'all' | 'chosen', account_ids: [] as string[] },
    validate: {
      name: (name) => (name.trim() === '' ? t('apiKeys.nameRequired') : null),
      scopes: (chosen) => (chosen.length === 0 ? t('apiKeys.scopeRequired') : null),
      account_ids: (chosen, { reach }) =>
        reach === 'chosen' && chosen.length === 0 ? t('apiKeys.accountRequired') : null,
    },
  })
  const submit = form.onSubmit(async ({ name, scopes, reach, account_ids }) => {
    setBusy(true)
    setFailure(null)
    try {
      onCreated(await createApiKey({ name: name.trim(), scopes, account_ids: reach === 'all' ? null : account_ids }))
    } catch (error) {
      setFailure(asFailure(error))
      setBusy(false)
    }
  })
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        {failure && (
          <Alert color="red" variant="light" role="alert">
            {failureText(failure)}
          </Alert>
        )}
        <TextInput
          label={t('apiKeys.name')}
          description={t('apiKeys.nameHint')}
          maxLength={100}
          autoComplete="off"
          required
          data-autofocus
          {...form.getInputProps('name')}
        />
        <Checkbox.Group label={t('apiKeys.may')} required {...form.getInputProps('scopes')}>
          <Stack gap="sm" mt={6}>
            {scopes.map((scope) => (
              <Checkbox
                key={scope}
                value={scope}
                label={t(`apiKeys.scope.${wordsOf[scope]}.label`)}
                description={t(`apiKeys.scope.${wordsOf[scope]}.about`)}
              />
            ))}
          </Stack>
        </Checkbox.Group>
        <Radio.Group label={t('apiKeys.onAccounts')} {...form.getInputProps('reach')}>
          <Stack gap="sm" mt={6}>
            <Radio value="all" label={t('apiKeys.reach.all')} />
            <Radio value="chosen" label={t('apiKeys.reach.chosen')} disabled={accounts.length === 0} />
          </Stack>
        </Radio.Group>
        {form.getValues().reach === 'chosen' && (
          <Checkbox.Group aria-label={t('apiKeys.reach.chosen')} {...form.getInputProps('account_ids')}>
            <div className={classes.accounts}>
              {accounts.map(({ id, name }) => (
                <Checkbox key={id} value={id} label={name} />
              ))}
            </div>
          </Checkbox.Group>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {t('apiKeys.createNow')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
