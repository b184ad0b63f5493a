import { Anchor, Group } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { RequestDetail } from '../../api-types.ts'
import { Amount } from '../../shared/ui/amount.tsx'
import { CopyId } from '../../shared/ui/copy-id.tsx'
import { Moment } from '../../shared/ui/moment.tsx'
import { MarkedName } from './marked-name.tsx'
import classes from './requests.module.css'

/** What was expected beside what arrived. */
export function ExpectedArrived({ request }: { request: RequestDetail }) {
  const { t } = useTranslation()
  const { match } = request
  return (
    <div className={classes.compare}>
      <section className={classes.side} aria-label={t('requests.expected')}>
        <div className={classes.sideTitle}>{t('requests.expected')}</div>
        <div className={classes.big}>
          <Amount amount={request.amount} currency={request.currency} />
        </div>
        <div className={classes.facts}>
          <span>
            <MarkedName name={request.sender_name} other={match?.sender_name ?? null} />
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
              <Amount amount={match.amount} currency={match.currency} />
            </div>
            <div className={classes.facts}>
              <span>
                <MarkedName name={match.sender_name} other={request.sender_name} />
              </span>
              <span>
                {t('requests.received')} <Moment at={match.received_at} />
              </span>
              <Group gap="xs">
                <Anchor component={Link} to={`/movements/${match.bank_transaction_id}`} size="sm">
                  {t('requests.openMovement')}
                </Anchor>
              </Group>
            </div>
          </>
        )}
      </section>
    </div>
  )
}
