import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Completeness } from '../../api-types.ts'
import { plural } from '../../shared/plural.ts'
import { Amount } from '../../shared/ui/amount.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import { useNow } from '../../shared/use-now.ts'
import { atNoon, BankDay } from './bank-day.tsx'
import classes from './import.module.css'

const states = ['proved', 'covered', 'movements', 'gap', 'not_proved', 'unknown'] as const

/** The days of one currency, what their colours mean, and each gap with what to do about it. */
export function CurrencyStrip({ completeness }: { completeness: Completeness }) {
  const { t } = useTranslation()
  const { date, number, money, month } = useFormats()
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
            data-month={day.endsWith('-01') ? month(atNoon(day)) : undefined}
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
          <Amount amount={difference} currency={currency} /> {t('fileImport.gap.missing')}{' '}
          {t(`fileImport.gap.remedy.${kind}`)}
        </Text>
      ))}
    </div>
  )
}
