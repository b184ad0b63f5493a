import { useTranslation } from 'react-i18next'
import { useLoaded } from '../../shared/resource.ts'
import { useFormats } from '../../shared/use-formats.ts'
import { Sum } from '../reconciliation/sum.tsx'
import classes from './books.module.css'
import { ageing } from './store.ts'

/** Open entries by age in days: how much waits how long. */
export function Ageing({ ledgerId }: { ledgerId: string }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { data } = useLoaded(ageing, ledgerId)
  if (!data || data.buckets.every(({ count }) => count === 0)) return null
  return (
    <section className={classes.ageing} aria-label={t('books.ageing')}>
      {data.buckets.map(({ name, count, amount }) => (
        <div key={name} className={classes.bucket}>
          <small>
            {name === 'older' ? t('books.older') : t('books.days', { days: name.replace('-', '–') })} · {number(count)}
          </small>
          <Sum value={amount} />
        </div>
      ))}
    </section>
  )
}
