import { Button, Input, JsonInput, SegmentedControl, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CodeBlock } from '../../shared/ui/code-block.tsx'
import { AuthFields } from './auth-fields.tsx'
import type { Completeness } from './check.ts'
import { ordersSample, requestHead } from './samples.ts'
import { Section } from './section.tsx'
import type { SettingsForm } from './use-settings-form.ts'

interface Props {
  form: SettingsForm
  completeness: Completeness
  /** `null` while there is nothing saved to poll. */
  onPoll: (() => void) | null
}

export function OrdersSection({ form, completeness, onPoll }: Props) {
  const { t } = useTranslation()
  const values = form.getValues()
  return (
    <Section
      name="orders"
      completeness={completeness}
      example={
        <>
          <Text size="xs" c="dimmed">
            {t('settings.ordersAsked')}
          </Text>
          <CodeBlock label={t('settings.ordersAsked')}>
            {requestHead(values.polling_method, values.pending_orders_endpoint, {
              type: values.auth_type,
              hasToken: values.auth_token !== '',
            })}
          </CodeBlock>
          <Text size="xs" c="dimmed">
            {t('settings.ordersExpected')}
          </Text>
          <CodeBlock label={t('settings.ordersExpected')}>{JSON.stringify(ordersSample, null, 2)}</CodeBlock>
          <div>
            <Button variant="default" disabled={onPoll === null} onClick={onPoll ?? undefined}>
              {t('accounts.pollNow')}
            </Button>
            <Text size="xs" c="dimmed" mt={4}>
              {onPoll === null ? t('settings.saveFirst') : t('settings.pollHint')}
            </Text>
          </div>
        </>
      }
    >
      <TextInput
        label={t('settings.endpoint')}
        description={t('settings.endpointHint')}
        inputMode="url"
        {...form.getInputProps('pending_orders_endpoint')}
      />
      <Input.Wrapper label={t('settings.method')} labelElement="div">
        <div>
          <SegmentedControl
            aria-label={t('settings.method')}
            data={['GET', 'POST']}
            value={values.polling_method}
            onChange={(value) => form.setFieldValue('polling_method', value === 'POST' ? 'POST' : 'GET')}
          />
        </div>
      </Input.Wrapper>
      {values.polling_method === 'POST' && (
        <JsonInput
          label={t('settings.body')}
          description={t('settings.bodyHint')}
          autosize
          minRows={3}
          formatOnBlur
          {...form.getInputProps('polling_body')}
        />
      )}
      <AuthFields
        type={values.auth_type}
        token={values.auth_token}
        tokenHint={t('settings.ordersTokenHint')}
        onType={(type) => form.setFieldValue('auth_type', type === 'api_key' ? 'api_key' : 'bearer')}
        onToken={(token) => form.setFieldValue('auth_token', token)}
      />
    </Section>
  )
}
