import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { DryRun } from '../../api-types.ts'
import { Amount } from '../../shared/ui/amount.tsx'
import { Moment } from '../../shared/ui/moment.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import classes from './banks.module.css'

/** The first rows that a version read; none of them was stored. */
export function RowsRead({ dryRun: { rows } }: { dryRun: DryRun }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  if (rows.length === 0) return <Text size="sm">{t('dryRuns.nothingRead')}</Text>
  return (
    <table className={classes.versions}>
      <caption>
        <Text size="xs" c="dimmed" ta="start">
          {t('dryRuns.firstRows', { n: number(rows.length) })}
        </Text>
      </caption>
      <thead>
        <tr>
          <th scope="col">{t('dryRuns.columns.received')}</th>
          <th scope="col">{t('dryRuns.columns.sender')}</th>
          <th scope="col" data-align="end">
            {t('dryRuns.columns.amount')}
          </th>
          <th scope="col">{t('dryRuns.columns.id')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows of one reading never move
          <tr key={index}>
            <td>
              <Moment at={row.received_at} />
            </td>
            <td>{row.sender_name ?? <span className={classes.none}>–</span>}</td>
            <td data-align="end">
              <Amount amount={row.amount} currency={row.currency} />
            </td>
            <td>{row.external_id}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
