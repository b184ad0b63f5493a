import { Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Completeness } from '../../api-types.ts'
import { plural } from '../../shared/plural.ts'
import { useLoaded } from '../../shared/resource.ts'
import { Amount } from '../../shared/ui/amount.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import { useNow } from '../../shared/use-now.ts'
import { atNoon, BankDay } from './bank-day.tsx'
import classes from './import.module.css'
import { completenessOf } from './store.ts'

/** A strip of days: which are proved by their balances, where something is missing, what nobody has told yet. */
export function CompletenessStrip({ accountId }: { accountId: string }) {
  const { t } = useTranslation()
  const { data } = useLoaded(completenessOf, accountId)
  if (!data || data.length === 0) return null
  return (
    <section aria-label={t('fileImport.complete')}>
      <Title order={3} mb={6}>
        {t('fileImport.complete')}
      </Title>
      {data.map((each) => (
        <OneCurrency key={each.currency} completeness={each} />
      ))}
    </section>
  )
}

const states = ['proved', 'covered', 'movements', 'gap', 'not_proved', 'unknown'] as const

function OneCurrency({ completeness }: { completeness: Completeness }) {
  const { t } = useTranslation()
  const { date, number, money } = useFormats()
  const now = useNow()
  const { currency, days, gaps, proved_until } = completeness
  const present = states.filter((state) => days.some((day) => day.state === state))
  return (
    <div className={classes.currency}>
      <Text size="sm">
        <b>{currency}</b>{' '}
        {proved_until === null ? (
          t('fileImport.nothingProved')
        ) : (
          <>
            {t('fileImport.provedUntil')} <BankDay day={proved_until} />
          </>
        )}
      </Text>
      <ol className={classes.strip}>
        {days.map(({ date: day, state, movements, sum }) => (
          <li
            key={day}
            data-state={state}
            data-first={day.endsWith('-01') || undefined}
            title={`${date(atNoon(day), now)}: ${t(`fileImport.day.${state}`)}${
              movements === 0
                ? ''
                : ` · ${t('fileImport.movements', plural(movements, number))} · ${money(sum)} ${currency}`
            }`}
          >
            <span className={classes.srOnly}>
              {date(atNoon(day), now)}: {t(`fileImport.day.${state}`)}
            </span>
          </li>
        ))}
      </ol>
      <ul className={classes.legend}>
        {present.map((state) => (
          <li key={state}>
            <i data-state={state} aria-hidden />
            {t(`fileImport.day.${state}`)}
          </li>
        ))}
      </ul>
      {gaps.map(({ from, to, difference, kind }) => (
        <Text key={`${from} ${to} ${kind}`} size="sm" className={classes.gap}>
          {t(`fileImport.gap.${kind}`)} <BankDay day={from} /> – <BankDay day={to} />:{' '}
          <Amount amount={difference} currency={currency} /> {t('fileImport.gap.missing')}
        </Text>
      ))}
    </div>
  )
}
