import { Anchor, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconSend } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Delivery, DeliveryAttempt } from '../../api-types.ts'
import { useCommands } from '../../shared/commands.ts'
import { useLoaded } from '../../shared/resource.ts'
import { CodeBlock } from '../../shared/ui/code-block.tsx'
import { CopyId } from '../../shared/ui/copy-id.tsx'
import { Moment } from '../../shared/ui/moment.tsx'
import { Panel } from '../../shared/ui/panel.tsx'
import { LoadFailure } from '../../shared/ui/states.tsx'
import { useAct } from '../../shared/use-act.ts'
import { useFormats } from '../../shared/use-formats.ts'
import { useNow } from '../../shared/use-now.ts'
import classes from './deliveries.module.css'
import { DeliveryStateMark, subjectOf } from './delivery-state.tsx'
import { deliveryDetails, resendDelivery } from './store.ts'

export function DeliveryPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { data, failure } = useLoaded(deliveryDetails, id)
  return (
    <Panel
      label={t('deliveries.one')}
      onClose={onClose}
      title={
        data ? (
          <Stack gap={2}>
            <Group gap="sm" wrap="nowrap">
              <Text fw={600} size="lg" truncate>
                {t(`deliveryEvent.${data.delivery.event}`)} · {subjectOf(data.delivery)}
              </Text>
              <Text size="sm" component="div" style={{ flex: 'none' }}>
                <DeliveryStateMark state={data.delivery.state} />
              </Text>
            </Group>
            <Anchor component={Link} to={`/accounts/${data.delivery.account_id}`} size="xs" c="dimmed" truncate>
              {data.delivery.account_name}
            </Anchor>
          </Stack>
        ) : (
          <Skeleton height={20} width={200} mt={4} />
        )
      }
    >
      {failure && (
        <LoadFailure
          what={t('deliveries.oneNotLoaded')}
          failure={failure}
          onRetry={() => void deliveryDetails.load(id)}
        />
      )}
      {!data && !failure && (
        <Stack>
          <Skeleton height={30} width="50%" />
          <Skeleton height={160} />
        </Stack>
      )}
      {data && !failure && <DeliveryBody delivery={data.delivery} attempts={data.attempts} />}
    </Panel>
  )
}

function DeliveryBody({ delivery, attempts }: { delivery: Delivery; attempts: readonly DeliveryAttempt[] }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const now = useNow()
  const act = useAct()
  const subject = delivery.subject_type === 'conciliation_request' ? 'requests' : 'movements'
  const resend = () =>
    modals.openConfirmModal({
      title: t('deliveries.resendTitle'),
      children: <Text size="sm">{t('deliveries.resendText')}</Text>,
      labels: { confirm: t('deliveries.resend'), cancel: t('common.cancel') },
      onConfirm: () => void act(() => resendDelivery(delivery.id), t('deliveries.queued')),
    })
  useCommands([{ id: 'resend', label: t('deliveries.resendWebhook'), key: 'w', run: resend }])
  return (
    <>
      <Group gap="xs" mb="md">
        <Button variant="default" leftSection={<IconSend size={14} />} onClick={resend}>
          {t('deliveries.resendWebhook')}
        </Button>
        <Button component={Link} to={`/${subject}/${delivery.subject_id}`} variant="subtle">
          {t(`deliveries.openSubject.${subject}`)}
        </Button>
      </Group>
      <Text size="sm">
        {delivery.state === 'waiting' && delivery.due_at !== null
          ? t('deliveries.explain.waiting', { when: formats.relative(delivery.due_at, now) })
          : t(`deliveries.explain.${delivery.state}`)}
      </Text>
      <section className={classes.section} aria-label={t('deliveries.payload')}>
        <Title order={2} mb="xs">
          {t('deliveries.payload')}
        </Title>
        <CodeBlock label={t('deliveries.payload')}>{JSON.stringify(delivery.payload, null, 2)}</CodeBlock>
        <Group gap={6} mt="xs" c="dimmed" fz="xs">
          X-Delivery-Id <CopyId value={delivery.id} />
        </Group>
      </section>
      <section className={classes.section} aria-label={t('deliveries.attempts')}>
        <Title order={2} mb="xs">
          {t('deliveries.attempts')}
        </Title>
        {attempts.length === 0 && (
          <Text size="sm" c="dimmed">
            {t('deliveries.noAttempts')}
          </Text>
        )}
        {attempts.map((attempt) => (
          <AttemptEntry key={attempt.attempt} attempt={attempt} />
        ))}
      </section>
    </>
  )
}

export function AttemptEntry({ attempt }: { attempt: DeliveryAttempt }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { response_status: status, response_body: body } = attempt
  const text = body === null || body === '' ? null : typeof body === 'string' ? body : JSON.stringify(body, null, 2)
  return (
    <div className={classes.attempt}>
      <div className={classes.attemptHead}>
        <span className={classes.number}>{attempt.attempt}.</span>
        <Moment at={attempt.created_at} />
        <span>
          <span title={attempt.error_message ?? ''}>
            {status === null ? attempt.error_message : t('deliveries.answered', { status })}
          </span>
          <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {attempt.url}
          </Text>
        </span>
        <Text size="xs" c="dimmed">
          {attempt.duration_ms === null ? '' : formats.duration(attempt.duration_ms)}
        </Text>
      </div>
      {text !== null && (
        <div className={classes.attemptBody}>
          <CodeBlock label={t('deliveries.answer')}>{text}</CodeBlock>
        </div>
      )}
    </div>
  )
}
