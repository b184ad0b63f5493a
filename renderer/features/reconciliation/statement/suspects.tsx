import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useLoaded } from '../../../shared/resource.ts'
import { suspects } from '../store.ts'
import { Day, Sum } from '../sum.tsx'
import classes from './statement.module.css'

/** Lines that may be the cause of a failed proof: missing elsewhere, doubled, of the wrong sign, or only announced. */
export function Suspects({ runId, statementId }: { runId: string; statementId: string }) {
  const { t } = useTranslation()
  const { data } = useLoaded(suspects, `${runId} ${statementId}`)
  if (!data) return null
  return (
    <section className={classes.suspects} aria-label={t('suspects.title')}>
      <h2>{t(data.data.length === 0 ? 'suspects.none' : 'suspects.title')}</h2>
      <ul>
        {data.data.map(({ item_id: id, reason, booking_date: day, name, text, amount }) => (
          <li key={`${id} ${reason}`}>
            <span>
              <Day day={day} />
              {' · '}
              <Anchor inherit underline="always" component={Link} to={`/books/runs/${runId}/lines/${id}`}>
                {name ?? text ?? t('worklist.noName')}
              </Anchor>
            </span>
            <span>{t(`suspects.reason.${reason}`)}</span>
            <Sum value={amount} bare />
          </li>
        ))}
      </ul>
    </section>
  )
}
