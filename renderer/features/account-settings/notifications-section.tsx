import { Checkbox, Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CodeBlock } from '../../shared/ui/code-block.tsx'
import { AuthFields } from './auth-fields.tsx'
import type { Completeness } from './check.ts'
import { notificationSample, requestHead } from './samples.ts'
import { Section } from './section.tsx'
import type { SettingsForm } from './use-settings-form.ts'

const events = ['assistance_required', 'login_failed', 'scrape_failed'] as const

export function NotificationsSection({ form, completeness }: { form: SettingsForm; completeness: Completeness }) {
  const { t } = useTranslation()
  const values = form.getValues()
  const type = values.notification_auth_type === '' ? 'bearer' : values.notification_auth_type
  return (
    <Section
      name="notifications"
      completeness={completeness}
      example={
        <>
          <Text size="xs" c="dimmed">
            {t('settings.notificationSent')}
          </Text>
          <CodeBlock label={t('settings.notificationSent')}>
            {`${requestHead('POST', values.notification_endpoint_url, {
              type,
              hasToken: values.notification_auth_token !== '',
            })}\n\n${JSON.stringify(notificationSample, null, 2)}`}
          </CodeBlock>
        </>
      }
    >
      <TextInput
        label={t('settings.notificationUrl')}
        description={t('settings.notificationUrlHint')}
        inputMode="url"
        {...form.getInputProps('notification_endpoint_url')}
      />
      <AuthFields
        type={type}
        token={values.notification_auth_token}
        tokenHint={t('settings.notificationTokenHint')}
        onType={(next) => form.setFieldValue('notification_auth_type', next === 'api_key' ? 'api_key' : 'bearer')}
        onToken={(token) => form.setFieldValue('notification_auth_token', token)}
      />
      <Checkbox.Group label={t('settings.events')} {...form.getInputProps('notification_events')}>
        <Stack gap="xs" mt={6}>
          {events.map((event) => (
            <Checkbox key={event} value={event} size="xs" label={t(`settings.event.${event}`)} />
          ))}
        </Stack>
      </Checkbox.Group>
    </Section>
  )
}
