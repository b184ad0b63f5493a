import { Alert, Button, FileButton, Group, Input, Select, Stack, Text, Textarea, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { IconFileUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Bank, ScriptReview, ScriptVersion } from '../../api-types.ts'
import { asFailure, type Failure } from '../../shared/failure.ts'
import { useFailureText } from '../../shared/failure-text.ts'
import { useAccounts } from '../accounts/store.ts'
import classes from './banks.module.css'
import { nextVersion } from './next-version.ts'
import { addScript } from './store.ts'

const longestFile = 64 * 1024

interface Props {
  bank: Bank
  known: readonly ScriptVersion[]
  base: ScriptReview | null
}

/** Number, reach and code of a new version; the code begins as that of the version it is made from. */
export function VersionForm({ bank, known, base }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const failureText = useFailureText()
  const accounts = (useAccounts((state) => state.accounts) ?? []).filter((account) => account.bank === bank.code)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const start = base?.code ?? ''
  const form = useForm({
    initialValues: { version: nextVersion(known.map(({ version }) => version)), account_id: '', code: start },
    validate: {
      version: (value) => (/^\d+\.\d+\.\d+$/.test(value.trim()) ? null : t('scripts.numberBad')),
      code: (value) =>
        value.trim() === ''
          ? t('scripts.codeRequired')
          : value === start
            ? t('scripts.codeSame', { version: base?.script.version })
            : null,
    },
  })
  const submit = form.onSubmit(async ({ version, account_id, code }) => {
    setBusy(true)
    setFailure(null)
    try {
      const input = { bank_id: bank.id, version: version.trim(), code, base_script_id: base?.script.id ?? null }
      const id = await addScript({ ...input, account_id: account_id === '' ? null : account_id })
      notifications.show({ withBorder: true, message: t('scripts.stored', { version: input.version }) })
      void navigate(`/banks/${bank.id}/versions/${id}`, { replace: true })
    } catch (error) {
      setFailure(asFailure(error))
      setBusy(false)
    }
  })
  const readFile = async (file: File | null) => {
    if (!file) return
    if (file.size > longestFile) form.setFieldError('code', t('scripts.fileTooLarge', { name: file.name }))
    else form.setFieldValue('code', await file.text())
  }
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <div>
          <Title order={1}>{t('scripts.addTitle', { bank: bank.name })}</Title>
          <Text size="sm" c="dimmed">
            {t('scripts.addText')}
          </Text>
        </div>
        {failure && (
          <Alert color="red" variant="light" role="alert">
            {failureText(failure)}
          </Alert>
        )}
        <div className={classes.form}>
          <TextInput
            label={t('scripts.number')}
            description={t('scripts.numberHint')}
            required
            autoComplete="off"
            maxLength={20}
            {...form.getInputProps('version')}
          />
          <Select
            label={t('scripts.forWhom')}
            description={t('scripts.forWhomHint')}
            allowDeselect={false}
            data={[
              { value: '', label: t('scripts.forAll') },
              ...accounts.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            {...form.getInputProps('account_id')}
          />
        </div>
        <div>
          <div className={classes.codeHead}>
            <Input.Label htmlFor="script-code">{t('scripts.code')}</Input.Label>
            <FileButton accept=".js,text/javascript" onChange={(file) => void readFile(file)}>
              {(props) => (
                <Button {...props} variant="default" leftSection={<IconFileUpload size={14} />}>
                  {t('scripts.fromFile')}
                </Button>
              )}
            </FileButton>
          </div>
          <Textarea
            id="script-code"
            className={classes.editor ?? ''}
            description={base ? t('scripts.codeHint', { version: base.script.version }) : t('scripts.codeHintEmpty')}
            autosize
            minRows={16}
            maxRows={28}
            spellCheck={false}
            autoCapitalize="off"
            {...form.getInputProps('code')}
          />
        </div>
        <Group gap="xs">
          <Button type="submit" loading={busy}>
            {t('scripts.store')}
          </Button>
          <Button variant="default" onClick={() => void navigate(`/banks/${bank.id}`)}>
            {t('common.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
