import { Anchor, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RequestDetail } from '../../api-types.ts'
import { Amount } from '../../shared/ui/amount.tsx'
import { CopyId } from '../../shared/ui/copy-id.tsx'
import { Moment } from '../../shared/ui/moment.tsx'
import { chosenCandidate } from './chosen-candidate.ts'
import { MarkedName } from './marked-name.tsx'
import classes from './requests.module.css'

/** What was expected beside what arrived. */
export function ExpectedArrived({ request }: { request: RequestDetail }) {
  const { t } = useTranslation()
  const { match } = request
  const reasons = chosenCandidate(request)?.reasons
  return (
    <div className={classes.compare}>
      <section className={classes.side} aria-label={t('requests.expected')}>
        <div className={classes.sideTitle}>{t('requests.expected')}</div>
        <div className={classes.big}>
          <Amount amount={request.amount} currency={request.currency} />
        </div>
        <div className={classes.facts}>
          <span>
            <MarkedName name={request.sender_name} other={match?.sender_name ?? null} reasons={reasons} />
          </span>
          <span>
            {t('requests.registered')} <Moment at={request.created_at} />
          </span>
          <CopyId value={request.external_id} />
        </div>
      </section>
      <section className={classes.side} aria-label={t('requests.arrived')}>
        <div className={classes.sideTitle}>{t('requests.arrived')}</div>
        {match === null ? (
          <div className={classes.absent}>{t(`requests.notArrived.${request.status}`)}</div>
        ) : (
          <>
            <div className={classes.big}>
              <Amount amount={request.legs.length > 1 ? request.amount : match.amount} currency={match.currency} />
            </div>
            <div className={classes.facts}>
              <span>
                <MarkedName name={match.sender_name} other={request.sender_name} reasons={reasons} />
              </span>
              <span>
                {t('requests.received')} <Moment at={match.received_at} />
              </span>
              {request.shared_with.length > 0 && match.settled !== null && (
                <span>
                  {t('split.settles')} <Amount amount={match.settled} currency={match.currency} />
                </span>
              )}
              <Group gap="xs">
                <Anchor component={Link} to={`/movements/${match.bank_transaction_id}`} size="sm">
                  {t('requests.openMovement')}
                </Anchor>
              </Group>
            </div>
          </>
        )}
      </section>
      <Parts request={request} />
    </div>
  )
}

/** The other parts of a split: more transfers for this order, or more orders that the transfer pays. */
function Parts({ request }: { request: RequestDetail }) {
  const { t } = useTranslation()
  const { legs, shared_with: shared } = request
  if (legs.length < 2 && shared.length === 0) return null
  return (
    <section className={classes.parts}>
      {legs.length > 1 && (
        <>
          <div className={classes.sideTitle}>{t('split.legs')}</div>
          {legs.map((leg) => (
            <div key={leg.id} className={classes.part}>
              <Anchor component={Link} to={`/movements/${leg.bank_transaction_id}`} size="sm">
                {leg.sender_name ?? t('movements.noSender')}
              </Anchor>
              <Moment at={leg.received_at} />
              <Amount amount={leg.amount} currency={leg.currency} />
            </div>
          ))}
        </>
      )}
      {shared.length > 0 && (
        <div>
          {t('split.shared')}{' '}
          {shared.map(({ id, external_id }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <Anchor component={Link} to={`/requests/${id}`} size="sm">
                {external_id}
              </Anchor>
            </span>
          ))}
        </div>
      )}
      <div className={classes.absent}>{t('split.undone')}</div>
    </section>
  )
}
