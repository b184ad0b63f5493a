import { useTranslation } from 'react-i18next'
import { plural } from '../../../shared/plural.ts'
import { StatusMark } from '../../../shared/ui/status-mark.tsx'
import { useFormats } from '../../../shared/use-formats.ts'
import type { AttachPreview } from '../ledger-api.ts'
import { Day, Sum } from '../sum.tsx'
import classes from './import.module.css'

const marks = {
  divided: 'done',
  already: 'nothing',
  decided: 'ended',
  unknown: 'nothing',
  ambiguous: 'ask',
} as const

/** The batches of a notification, each with what attaching it would do. */
export function Batches({ batches }: { batches: AttachPreview['batches'] }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  if (batches.length === 0) return null
  return (
    <div className={classes.lines} data-columns="batches">
      <table>
        <caption>{t('bankNotification.batches', plural(batches.length, number))}</caption>
        <thead>
          <tr>
            <th scope="col">{t('bankNotification.column.day')}</th>
            <th scope="col">{t('bankNotification.column.outcome')}</th>
            <th scope="col">{t('bankNotification.column.batch')}</th>
            <th scope="col">{t('bankNotification.column.amount')}</th>
          </tr>
        </thead>
        <tbody>
          {batches.map(({ booking_date: day, outcome, parts, names, reference, amount }, index) => {
            const payments = t('bankNotification.parts', plural(parts, number))
            const who = `${names.join(', ')}${parts > names.length && names.length > 0 ? ', …' : ''}`
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: batches of one reading never move
              <tr key={index} data-quiet={outcome !== 'divided' || undefined}>
                <td>
                  <Day day={day} />
                </td>
                <td>
                  <StatusMark kind={marks[outcome]}>{t(`bankNotification.outcome.${outcome}`)}</StatusMark>
                </td>
                <td title={[who, reference].filter(Boolean).join(' · ')}>
                  {payments}
                  {who !== '' && `: ${who}`}
                </td>
                <td>
                  <Sum value={amount} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
