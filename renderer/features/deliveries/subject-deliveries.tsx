import { Anchor, Skeleton, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLoaded } from '../../shared/resource.ts'
import { Moment } from '../../shared/ui/moment.tsx'
import { LoadFailure } from '../../shared/ui/states.tsx'
import classes from './deliveries.module.css'
import { DeliveryStateMark, lastAnswer } from './delivery-state.tsx'
import { subjectDeliveries } from './store.ts'

/** The webhooks that were sent about one request or movement. */
export function SubjectDeliveries({ subjectId }: { subjectId: string }) {
  const { t } = useTranslation()
  const { data: deliveries, failure } = useLoaded(subjectDeliveries, subjectId)
  return (
    <section className={classes.section} aria-label={t('deliveries.title')}>
      <Title order={2} mb="xs">
        {t('deliveries.title')}
      </Title>
      {failure && (
        <LoadFailure
          what={t('deliveries.notLoaded')}
          failure={failure}
          onRetry={() => void subjectDeliveries.load(subjectId)}
        />
      )}
      {!deliveries && !failure && <Skeleton height={36} />}
      {deliveries?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('deliveries.noneYet')}
        </Text>
      )}
      {deliveries?.map((delivery) => (
        <div key={delivery.id} className={classes.line}>
          <Moment at={delivery.created_at} />
          <DeliveryStateMark state={delivery.state} />
          <span className={classes.event}>{t(`deliveryEvent.${delivery.event}`)}</span>
          <span className={classes.answer}>{lastAnswer(delivery, t)}</span>
          <Anchor component={Link} to={`/deliveries/${delivery.id}`} size="sm">
            {t('common.open')}
          </Anchor>
        </div>
      ))}
    </section>
  )
}
