import { Anchor, Group, Skeleton, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Movement, WantedBy } from '../../api-types.ts'
import { useLoaded } from '../../shared/resource.ts'
import { Amount } from '../../shared/ui/amount.tsx'
import { LoadFailure } from '../../shared/ui/states.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import { MarkedName } from '../requests/marked-name.tsx'
import { reasonSentences } from '../requests/reason-sentences.ts'
import { RequestStatusMark } from '../requests/request-status.tsx'
import classes from '../requests/requests.module.css'
import { wantedByLists } from './store.ts'

/** The open requests that the movement comes near, and what keeps each from taking it. */
export function WhyFree({ movement }: { movement: Movement }) {
  const { t } = useTranslation()
  const { data, failure } = useLoaded(wantedByLists, movement.id)
  return (
    <section className={classes.section} aria-label={t('movements.whyFree')}>
      <Title order={2} className={classes.sectionTitle}>
        {t('movements.whyFree')}
      </Title>
      {failure && (
        <LoadFailure
          what={t('movements.wantedNotLoaded')}
          failure={failure}
          onRetry={() => void wantedByLists.load(movement.id)}
        />
      )}
      {!data && !failure && <Skeleton height={44} />}
      {data?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('movements.wantedByNobody')}
        </Text>
      )}
      {data?.map((request) => (
        <Wanting key={request.id} request={request} movement={movement} />
      ))}
    </section>
  )
}

function Wanting({ request, movement }: { request: WantedBy; movement: Movement }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const sentences = reasonSentences(
    request.reasons.filter(({ code }) => code !== 'amount_equal'),
    movement.currency,
    { t, formats },
  )
  return (
    <div className={classes.wanting}>
      <Anchor component={Link} to={`/requests/${request.id}`} size="sm">
        {request.external_id}
      </Anchor>
      <MarkedName name={request.sender_name} other={movement.sender_name} reasons={request.reasons} />
      <Amount amount={request.amount} currency={request.currency} />
      <div className={classes.wantingReason}>
        <Group gap={6}>
          <RequestStatusMark status={request.status} />·<span>{t(`reason.${request.reason}`)}</span>
        </Group>
        <div>{sentences.join(' ')}</div>
      </div>
    </div>
  )
}
