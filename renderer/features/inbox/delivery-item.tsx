import { Button, Group, Skeleton, Text, Title } from '@mantine/core'
import { IconSend } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { InboxItem } from '../../api-types.ts'
import { useLoaded } from '../../shared/resource.ts'
import { Amount } from '../../shared/ui/amount.tsx'
import { LoadFailure } from '../../shared/ui/states.tsx'
import { useAct } from '../../shared/use-act.ts'
import { AttemptEntry } from '../deliveries/delivery-panel.tsx'
import { deliveryDetails, resendDelivery } from '../deliveries/store.ts'
import classes from './inbox.module.css'
import { answering, useOfferKeys } from './item-keys.ts'
import { takeOut, unmark } from './store.ts'

/** A delivery that was given up: what the receiver said, and the way to send it again. */
export function DeliveryItem({ item }: { item: InboxItem }) {
  const { t } = useTranslation()
  const act = useAct()
  const { data, failure } = useLoaded(deliveryDetails, item.subject_id)
  const send = () =>
    answering(async () => {
      if (!(await act(() => resendDelivery(item.subject_id)))) return false
      unmark([item.id])
      takeOut(item.id)
      return true
    })
  useOfferKeys(item.id, {
    accept: { label: t('inbox.sendAgain'), run: () => void send() },
    canMark: true,
  })
  return (
    <>
      <div className={classes.box}>
        <div className={classes.big}>
          <Amount amount={item.amount ?? ''} currency={item.currency ?? ''} />
        </div>
        <Text size="sm">{[item.name, item.reference].filter(Boolean).join(' · ')}</Text>
        <Text size="sm" mt="xs">
          {t('inbox.deliveryText')} {item.about}
        </Text>
        <Group mt="md">
          <Button leftSection={<IconSend size={14} />} onClick={() => void send()}>
            {t('inbox.sendAgain')}
          </Button>
        </Group>
      </div>
      <section className={classes.section} aria-label={t('deliveries.attempts')}>
        <Title order={2} mb="xs">
          {t('deliveries.attempts')}
        </Title>
        {failure && (
          <LoadFailure
            what={t('deliveries.oneNotLoaded')}
            failure={failure}
            onRetry={() => void deliveryDetails.load(item.subject_id)}
          />
        )}
        {!data && !failure && <Skeleton height={80} />}
        {data?.attempts.map((attempt) => (
          <AttemptEntry key={attempt.attempt} attempt={attempt} />
        ))}
      </section>
    </>
  )
}
