import { useTranslation } from 'react-i18next'
import type { ImportPreview } from '../../api-types.ts'
import { plural } from '../../shared/plural.ts'
import { Amount } from '../../shared/ui/amount.tsx'
import { StatusMark } from '../../shared/ui/status-mark.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import { BankDay } from './bank-day.tsx'
import classes from './import.module.css'

const marks = { new: 'done', known: 'nothing', debit: 'ended' } as const

/** The first lines as they are read, each with what becomes of it. */
export function FirstLines({ lines }: { lines: ImportPreview['lines'] }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  if (lines.length === 0) return null
  return (
    <div className={classes.lines}>
      <table>
        <caption>{t('fileImport.firstLines', plural(lines.length, number))}</caption>
        <thead>
          <tr>
            <th scope="col">{t('fileImport.column.line')}</th>
            <th scope="col">{t('fileImport.column.date')}</th>
            <th scope="col">{t('fileImport.column.name')}</th>
            <th scope="col">{t('fileImport.column.text')}</th>
            <th scope="col" data-number>
              {t('fileImport.column.amount')}
            </th>
            <th scope="col">{t('fileImport.column.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of a batch stand on one line
            <tr key={index} data-quiet={line.outcome !== 'new' || undefined}>
              <td>{number(line.line)}</td>
              <td>
                <BankDay day={line.booking_date} />
              </td>
              <td title={line.name ?? ''}>{line.name ?? '–'}</td>
              <td title={line.text ?? ''}>{line.text === line.name ? '' : line.text}</td>
              <td data-number>
                <Amount amount={line.amount} currency={line.currency} />
              </td>
              <td>
                <StatusMark kind={marks[line.outcome]}>{t(`fileImport.outcome.${line.outcome}`)}</StatusMark>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
