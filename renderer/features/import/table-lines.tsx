import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportPreview } from '../../api-types.ts'
import { useFileWords } from '../../shared/file-words.ts'
import classes from './import.module.css'

interface Props {
  table: NonNullable<ImportPreview['table']>
  excluded: readonly number[]
  onExclude: (line: number, isOut: boolean) => void
}

const verdicts = [
  'header',
  'preamble',
  'footer',
  'balance',
  'item',
  'continuation',
  'pending',
  'excluded',
  'blank',
  'unreadable',
] as const

/** The table as it stands in the file, with a verdict for every line. */
export function TableLines({ table, excluded, onExclude }: Props) {
  const { t } = useTranslation()
  const words = useFileWords()
  return (
    <div className={classes.lines}>
      <table>
        <caption>{t('fileImport.fileLines')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('fileImport.column.line')}</th>
            <th scope="col">{t('fileImport.column.verdict')}</th>
            <th scope="col">{t('fileImport.column.content')}</th>
            <th scope="col">{t('fileImport.column.leaveOut')}</th>
          </tr>
        </thead>
        <tbody>
          {table.lines.map(({ line, verdict, cells, code, message }) => {
            const known = verdicts.find((each) => each === verdict) ?? 'blank'
            const canLeave = known === 'item' || known === 'unreadable' || excluded.includes(line)
            return (
              <tr
                key={line}
                data-quiet={(known !== 'item' && known !== 'unreadable') || undefined}
                data-bad={known === 'unreadable' || undefined}
              >
                <td>{line}</td>
                <td>{t(`fileImport.verdict.${known}`)}</td>
                <td title={cells.join(' | ')}>
                  {message !== null && <b>{words.fault({ code: code ?? '', message })} </b>}
                  {cells.filter((cell) => cell !== '').join(' | ')}
                </td>
                <td>
                  {canLeave && (
                    <Checkbox
                      size="xs"
                      aria-label={t('fileImport.leaveOutLine', { line })}
                      checked={excluded.includes(line)}
                      onChange={(event) => onExclude(line, event.currentTarget.checked)}
                    />
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
