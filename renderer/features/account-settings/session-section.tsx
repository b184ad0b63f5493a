import { useTranslation } from 'react-i18next'
import type { Account } from '../../api-types.ts'
import { Choice } from './choice.tsx'
import { QuietHours } from './quiet-hours.tsx'
import { Section } from './section.tsx'
import type { SettingsForm } from './use-settings-form.ts'

export function SessionSection({ form, account }: { form: SettingsForm; account: Account }) {
  const { t } = useTranslation()
  const { session_type, login_mode } = form.getValues()
  return (
    <Section name="session" completeness="complete">
      <Choice
        label={t('settings.sessionType')}
        value={session_type}
        onChange={(value) => form.setFieldValue('session_type', value)}
        options={(['one-shot', 'persistent'] as const).map((value) => ({
          value,
          label: t(`settings.session.${value}.label`),
          about: t(`settings.session.${value}.about`),
        }))}
      />
      <Choice
        label={t('settings.loginMode')}
        value={login_mode}
        onChange={(value) => form.setFieldValue('login_mode', value)}
        options={(['simple', 'assisted'] as const).map((value) => ({
          value,
          label: t(`settings.login.${value}.label`),
          about: t(`settings.login.${value}.about`),
        }))}
      />
      <QuietHours account={account} />
    </Section>
  )
}
