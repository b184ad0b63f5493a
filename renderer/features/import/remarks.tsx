import { useTranslation } from 'react-i18next'
import type { ImportPreview } from '../../api-types.ts'
import { useFileWords } from '../../shared/file-words.ts'
import { useFormats } from '../../shared/use-formats.ts'
import classes from './import.module.css'

/** What was noticed in a file, each with its line where it has one. */
export function Remarks({ remarks }: { remarks: ImportPreview['warnings'] }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const words = useFileWords()
  if (remarks.length === 0) return null
  return (
    <ul className={classes.warnings}>
      {remarks.map(({ line, count, ...said }) => (
        <li key={`${said.code} ${line ?? ''} ${said.message}`}>
          {words.remark(said)}
          {line !== undefined && <span> · {t('fileImport.line', { line: number(line) })}</span>}
          {count !== undefined && count > 1 && <span> · ×{number(count)}</span>}
        </li>
      ))}
    </ul>
  )
}
