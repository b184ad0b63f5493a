import { JsonInput, NumberInput, Switch, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Mode, TestAnswer } from '../../api-types.ts'
import { CodeBlock } from '../../shared/ui/code-block.tsx'
import { AuthFields } from './auth-fields.tsx'
import type { Completeness } from './check.ts'
import { requestHead, webhookSample } from './samples.ts'
import { Section } from './section.tsx'
import { TestLine } from './test-line.tsx'
import type { SettingsForm } from './use-settings-form.ts'

interface Props {
  form: SettingsForm
  completeness: Completeness
  mode: Mode | null
  /** `null` while there is nothing saved to send to. */
  onTest: (() => Promise<TestAnswer>) | null
}

export function WebhookSection({ form, completeness, mode, onTest }: Props) {
  const { t } = useTranslation()
  const values = form.getValues()
  const own = values.webhook_auth_token !== ''
  const type = values.webhook_auth_type === '' ? values.auth_type : values.webhook_auth_type
  return (
    <Section
      name="webhook"
      completeness={completeness}
      example={
        <>
          <Text size="xs" c="dimmed">
            {t('settings.webhookSent')}
          </Text>
          <CodeBlock label={t('settings.webhookSent')}>
            {`${requestHead('POST', values.webhook_url, { type, hasToken: own || values.auth_token !== '' })}\n\n${JSON.stringify(
              webhookSample(mode, values.webhook_extra_fields),
              null,
              2,
            )}`}
          </CodeBlock>
          <TestLine onTest={onTest} />
        </>
      }
    >
      <TextInput
        label={t('settings.webhookUrl')}
        description={t('settings.webhookUrlHint')}
        inputMode="url"
        {...form.getInputProps('webhook_url')}
      />
      <AuthFields
        type={mode === 'passthrough' ? type : values.webhook_auth_type}
        token={values.webhook_auth_token}
        {...(mode === 'passthrough' ? {} : { fallback: t('settings.authAsOrders') })}
        tokenHint={
          mode === 'passthrough' && values.auth_token === ''
            ? t('settings.webhookTokenAlone')
            : t('settings.webhookTokenHint')
        }
        onType={(next) => form.setFieldValue('webhook_auth_type', next === 'api_key' || next === 'bearer' ? next : '')}
        onToken={(token) => form.setFieldValue('webhook_auth_token', token)}
      />
      <JsonInput
        label={t('settings.extraFields')}
        description={t('settings.extraFieldsHint')}
        placeholder={'{ "tenant": "acme" }'}
        autosize
        minRows={2}
        formatOnBlur
        {...form.getInputProps('webhook_extra_fields')}
      />
      {mode === 'passthrough' ? (
        <Switch
          label={t('settings.silent')}
          description={t('settings.silentHint')}
          {...form.getInputProps('silent_ingestion', { type: 'checkbox' })}
        />
      ) : (
        <>
          <Switch
            label={t('settings.onExpired')}
            description={t('settings.onExpiredHint')}
            {...form.getInputProps('notify_on_expired', { type: 'checkbox' })}
          />
          <Switch
            label={t('settings.onUnmatched')}
            description={t('settings.onUnmatchedHint')}
            {...form.getInputProps('notify_on_unmatched', { type: 'checkbox' })}
          />
          <NumberInput
            label={t('settings.retryLimit')}
            description={t('settings.retryLimitHint')}
            min={0}
            max={1000}
            allowDecimal={false}
            styles={{ wrapper: { maxWidth: 140 } }}
            {...form.getInputProps('retry_limit')}
            onChange={(value) => form.setFieldValue('retry_limit', typeof value === 'number' ? value : '')}
          />
        </>
      )}
    </Section>
  )
}
