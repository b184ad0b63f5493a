import { Anchor, Button, DataList, Group, Skeleton, Stack, Text } from '@mantine/core'
import { modals } from '@mantine/modals'
import { IconSend } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Mode, Movement } from '../../api-types.ts'
import { useCommands } from '../../shared/commands.ts'
import { useLoaded } from '../../shared/resource.ts'
import { Amount } from '../../shared/ui/amount.tsx'
import { CopyId } from '../../shared/ui/copy-id.tsx'
import { Moment } from '../../shared/ui/moment.tsx'
import { Panel } from '../../shared/ui/panel.tsx'
import { LoadFailure } from '../../shared/ui/states.tsx'
import { useAct } from '../../shared/use-act.ts'
import { SubjectDeliveries } from '../deliveries/subject-deliveries.tsx'
import { MovementOutcome } from './movement-outcome.tsx'
import { RemoveMovement } from './remove-movement.tsx'
import { movementDetails, resendMovement } from './store.ts'
import { WhyFree } from './why-free.tsx'

export function MovementPanel({ id, mode, onClose }: { id: string; mode: Mode | null; onClose: () => void }) {
  const { t } = useTranslation()
  const { data: movement, failure } = useLoaded(movementDetails, id)
  return (
    <Panel
      label={t('movements.one')}
      onClose={onClose}
      title={
        movement ? (
          <Stack gap={2}>
            <Text fw={600} size="lg" component="div">
              <Amount amount={movement.amount} currency={movement.currency} />
            </Text>
            <Text size="xs" c="dimmed">
              {movement.sender_name ?? t('movements.noSender')}
            </Text>
          </Stack>
        ) : (
          <Skeleton height={20} width={160} mt={4} />
        )
      }
    >
      {failure && (
        <LoadFailure
          what={t('movements.oneNotLoaded')}
          failure={failure}
          onRetry={() => void movementDetails.load(id)}
        />
      )}
      {!movement && !failure && (
        <Stack>
          <Skeleton height={30} width="50%" />
          <Skeleton height={160} />
        </Stack>
      )}
      {movement && !failure && <MovementBody movement={movement} mode={mode} onGone={onClose} />}
    </Panel>
  )
}

function MovementBody({ movement, mode, onGone }: { movement: Movement; mode: Mode | null; onGone: () => void }) {
  const { t } = useTranslation()
  const act = useAct()
  // In reconcile the webhook is about the request that the movement settled.
  const about = mode === 'passthrough' ? movement.id : (movement.matched_request?.id ?? null)
  const canResend = mode === 'passthrough' && movement.sender_name !== null
  const resend = () =>
    modals.openConfirmModal({
      title: t('movements.resendTitle'),
      children: <Text size="sm">{t('movements.resendText')}</Text>,
      labels: { confirm: t('deliveries.resend'), cancel: t('common.cancel') },
      onConfirm: () => void act(() => resendMovement(movement.account_id, movement.id), t('deliveries.queued')),
    })
  useCommands(canResend ? [{ id: 'resend', label: t('movements.resend'), key: 'w', run: resend }] : [])

  const facts: [string, React.ReactNode][] = [
    [
      mode === 'passthrough' ? t('movements.columns.notified') : t('movements.columns.matched'),
      <MovementOutcome key="outcome" movement={movement} mode={mode} />,
    ],
    ...(movement.matched_request
      ? ([
          [
            t('movements.matchedRequest'),
            <Anchor key="request" component={Link} to={`/requests/${movement.matched_request.id}`} inherit>
              {movement.matched_request.external_id}
            </Anchor>,
          ],
        ] satisfies [string, React.ReactNode][])
      : []),
    [t('movements.columns.sender'), movement.sender_name ?? t('movements.noSender')],
    [t('movements.columns.received'), <Moment key="received" at={movement.received_at} />],
    ...(movement.notified_at === null
      ? []
      : ([[t('movements.notifiedAt'), <Moment key="notified" at={movement.notified_at} />]] satisfies [
          string,
          React.ReactNode,
        ][])),
    [
      t('movements.columns.account'),
      <Anchor key="account" component={Link} to={`/accounts/${movement.account_id}`} inherit>
        {movement.account_name}
      </Anchor>,
    ],
    [t('movements.columns.externalId'), <CopyId key="external" value={movement.external_id} />],
    [t('movements.id'), <CopyId key="id" value={movement.id} />],
  ]
  return (
    <>
      {(canResend || movement.from_file) && (
        <Group mb="md">
          {canResend && (
            <Button variant="default" leftSection={<IconSend size={14} />} onClick={resend}>
              {t('movements.resend')}
            </Button>
          )}
          {movement.from_file && <RemoveMovement movement={movement} onGone={onGone} />}
        </Group>
      )}
      <DataList labelWidth={150} withDivider>
        {facts.map(([label, value]) => (
          <DataList.Item key={label} style={{ alignItems: 'center' }}>
            <DataList.ItemLabel>{label}</DataList.ItemLabel>
            <DataList.ItemValue>{value}</DataList.ItemValue>
          </DataList.Item>
        ))}
      </DataList>
      {mode === 'reconcile' && movement.matched_request === null && <WhyFree movement={movement} />}
      {about !== null && <SubjectDeliveries subjectId={about} />}
    </>
  )
}
