import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { plural } from '../../../shared/plural.ts'
import { StatusMark } from '../../../shared/ui/status-mark.tsx'
import { useFormats } from '../../../shared/use-formats.ts'
import { useNow } from '../../../shared/use-now.ts'
import { KnownCaption, type Which, WhichLines } from '../../import/which-lines.tsx'
import type { Ledger, PreviewFile } from '../ledger-api.ts'
import { Day, Sum } from '../sum.tsx'
import classes from './import.module.css'
import { previewMoney } from './read-preview.ts'

interface Props {
  file: PreviewFile
  ledger: Ledger | undefined
}

/** The first lines of a file, or those that the ledger has already, each with what becomes of it. */
export function PreviewLines({ file, ledger }: Props) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const [wanted, setShown] = useState<Which>('first')
  const shown = file.knownCount === 0 ? 'first' : wanted
  const lines = shown === 'first' ? file.entries : file.knownEntries
  const currency = file.statements[0]?.currency ?? null
  const isNamed = lines.some(({ counterpartyName }) => counterpartyName)
  return (
    <div>
      <WhichLines shown={shown} known={file.knownCount} onShow={setShown} />
      <div className={classes.lines}>
        <table>
          <caption>
            {shown === 'first' ? (
              t('imports.firstLines', plural(lines.length, number))
            ) : (
              <KnownCaption shown={lines.length} known={file.knownCount} />
            )}
          </caption>
          <tbody>
            {lines.map((entry, index) => (
              <tr
                // biome-ignore lint/suspicious/noArrayIndexKey: lines of an archive's files may share a number
                key={index}
                data-quiet={
                  entry.knownFrom !== null || ('bankStatus' in entry && entry.bankStatus !== 'booked') || undefined
                }
              >
                <td>
                  <Day day={entry.bookingDate} />
                </td>
                {isNamed && <td title={entry.counterpartyName ?? ''}>{entry.counterpartyName ?? ''}</td>}
                <td title={entry.remittanceText ?? ''}>
                  {entry.remittanceText ?? ('additionalInfo' in entry ? entry.additionalInfo : undefined) ?? ''}
                </td>
                {file.knownCount > 0 && (
                  <td>
                    {entry.knownFrom ? (
                      <Known from={entry.knownFrom} />
                    ) : (
                      <StatusMark kind="done">{t('fileImport.outcome.new')}</StatusMark>
                    )}
                  </td>
                )}
                <td>
                  <Sum
                    value={
                      entry.amount === null ? null : previewMoney(entry.amount, entry.currency ?? currency, ledger)
                    }
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

/** Since when a line is there, and what brought it. */
function Known({ from }: { from: NonNullable<PreviewFile['entries'][number]['knownFrom']> }) {
  const { t } = useTranslation()
  const { date } = useFormats()
  const now = useNow()
  const day = date(new Date(from.at).toISOString(), now)
  const words =
    from.fileName === null
      ? t('fileImport.knownFrom.movement', { day })
      : t('fileImport.knownFrom.import', { day, file: from.fileName })
  return (
    <>
      <StatusMark kind="nothing">{t('fileImport.outcome.known')}</StatusMark>
      <div className={classes.origin} title={words}>
        {words}
      </div>
    </>
  )
}
