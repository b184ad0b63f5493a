import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Mode, Overview } from '../../api-types.ts'
import { Amount } from '../../shared/ui/amount.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import classes from './accounts.module.css'

interface Figure {
  readonly id: string
  readonly label: string
  readonly value: React.ReactNode
  readonly to?: string
  readonly tone?: 'ask' | 'bad'
}

/** Today in a line: what came in, what it settled, what waits. What is zero and asks for nothing is left out. */
export function Figures({ overview, mode }: { overview: Overview; mode: Mode | null }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const { movements_today: today, requests, deliveries } = overview
  const arrived = today.reduce((sum, { count }) => sum + count, 0)
  const figures: Figure[] = [
    { id: 'arrived', label: t('figures.arrivedToday'), value: number(arrived), to: '/movements' },
    ...today.map(({ currency, sum }) => ({
      id: `sum ${currency}`,
      label: t('figures.sumToday'),
      value: <Amount amount={sum} currency={currency} />,
    })),
    ...(mode === 'reconcile'
      ? [
          {
            id: 'matched',
            label: t('figures.matchedToday'),
            value: number(overview.matched_today),
            to: '/requests?status=matched',
          },
          ...(requests.ambiguous > 0
            ? [
                {
                  id: 'ambiguous',
                  label: t('figures.ambiguous'),
                  value: number(requests.ambiguous),
                  to: '/requests?status=ambiguous',
                  tone: 'ask' as const,
                },
              ]
            : []),
          {
            id: 'waiting',
            label: t('figures.waiting'),
            value: number(requests.pending + requests.processing + requests.not_found + requests.failed),
            to: '/requests',
          },
        ]
      : []),
    ...(deliveries.dead > 0
      ? [
          {
            id: 'dead',
            label: t('figures.dead'),
            value: number(deliveries.dead),
            to: '/deliveries?state=dead',
            tone: 'bad' as const,
          },
        ]
      : []),
  ]
  return (
    <section className={classes.figures} aria-label={t('figures.title')}>
      {figures.map(({ id, ...figure }) => (
        <FigureCell key={id} {...figure} />
      ))}
    </section>
  )
}

function FigureCell({ label, value, to, tone }: Omit<Figure, 'id'>) {
  const inside = (
    <>
      <div className={classes.figureValue} data-tone={tone}>
        {value}
      </div>
      <div className={classes.figureLabel}>{label}</div>
    </>
  )
  return to === undefined ? (
    <div className={classes.figure}>{inside}</div>
  ) : (
    <Link to={to} className={classes.figure}>
      {inside}
    </Link>
  )
}
