import { useTranslation } from 'react-i18next'
import { isZero } from '../amounts.ts'
import type { Money } from '../ledger-api.ts'
import { Sum } from '../sum.tsx'
import classes from './worklist.module.css'

/** Statement, books, difference: always in sight. */
export function Totals({ source, ledger, difference }: { source: Money; ledger: Money; difference: Money }) {
  const { t } = useTranslation()
  return (
    <dl className={classes.totals} aria-live="polite">
      <div>
        <dt>{t('match.statement')}</dt>
        <dd>
          <Sum value={source} />
        </dd>
      </div>
      <div>
        <dt>{t('match.books')}</dt>
        <dd>
          <Sum value={ledger} />
        </dd>
      </div>
      <div>
        <dt>{t('books.difference')}</dt>
        <dd style={isZero(difference) ? undefined : { color: 'var(--bad)', fontWeight: 600 }}>
          <Sum value={difference} />
          {isZero(difference) ? ' ✓' : ''}
        </dd>
      </div>
    </dl>
  )
}
