import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportPreview } from '../../api-types.ts'
import { plural } from '../../shared/plural.ts'
import { Amount } from '../../shared/ui/amount.tsx'
import { StatusMark } from '../../shared/ui/status-mark.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import { useNow } from '../../shared/use-now.ts'
import { BankDay } from './bank-day.tsx'
import classes from './import.module.css'
import { KnownCaption, type Which, WhichLines } from './which-lines.tsx'

const marks = { new: 'done', known: 'nothing', debit: 'ended' } as const

/** The first lines as they are read, or those that are there already, each with what becomes of it. */
export function FirstLines({ read }: { read: ImportPreview }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const [wanted, setShown] = useState<Which>('first')
  const shown = read.known_count === 0 ? 'first' : wanted
  const lines = shown === 'first' ? read.lines : read.known_lines
  if (read.lines.length === 0) return null
  return (
    <div className={classes.lines}>
      <WhichLines shown={shown} known={read.known_count} onShow={setShown} />
      <table>
        <caption>
          {shown === 'first' ? (
            t('fileImport.firstLines', plural(lines.length, number))
          ) : (
            <KnownCaption shown={lines.length} known={read.known_count} />
          )}
        </caption>
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
                {line.known_from && <KnownFrom from={line.known_from} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type Origin = NonNullable<ImportPreview['lines'][number]['known_from']>

/** Since when a line is there, and what brought it. */
function KnownFrom({ from }: { from: Origin }) {
  const { t } = useTranslation()
  const { date } = useFormats()
  const now = useNow()
  const day = from.at === null ? '' : date(from.at, now)
  const words =
    from.kind === 'import'
      ? t('fileImport.knownFrom.import', { file: from.file_name, day })
      : t(`fileImport.knownFrom.${from.kind}`, { day })
  return (
    <div className={classes.origin} title={words}>
      {words}
    </div>
  )
}
