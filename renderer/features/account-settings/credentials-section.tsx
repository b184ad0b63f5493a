import { PasswordInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Completeness } from './check.ts'
import { Section } from './section.tsx'
import type { SettingsForm } from './use-settings-form.ts'

interface Props {
  form: SettingsForm
  completeness: Completeness
  hasPassword: boolean
}

export function CredentialsSection({ form, completeness, hasPassword }: Props) {
  const { t } = useTranslation()
  return (
    <Section name="credentials" completeness={completeness}>
      <TextInput
        label={t('settings.bankUsername')}
        description={t('settings.bankUsernameHint')}
        autoComplete="off"
        {...form.getInputProps('bank_username')}
      />
      <PasswordInput
        label={t('settings.bankPassword')}
        description={hasPassword ? t('settings.bankPasswordKeep') : t('settings.bankPasswordHint')}
        placeholder={hasPassword ? '••••••••' : ''}
        autoComplete="new-password"
        {...form.getInputProps('bank_password')}
      />
    </Section>
  )
}
