import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportPreview } from '../../api-types.ts'
import { useFileWords } from '../../shared/file-words.ts'
import { plural } from '../../shared/plural.ts'
import { useFormats } from '../../shared/use-formats.ts'
import classes from './import.module.css'
import { Remarks } from './remarks.tsx'
import { StatementFacts } from './statement-facts.tsx'

/** Format and why, what would be brought, the statements with their balances, and every remark. */
export function FileFacts({ read }: { read: ImportPreview }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const words = useFileWords()
  const { counts } = read
  return (
    <>
      <div>
        {read.files.map((file) => (
          <Text key={file.member ?? ''} size="sm">
            {file.member !== null && `${file.member} · `}
            <b>{file.format_detail ?? file.format}</b>
            <Text span inherit c="dimmed">
              {' '}
              · {file.encoding} · {words.reason(file.format, file.reason)}
            </Text>
          </Text>
        ))}
      </div>
      {read.problem === null && (
        <ul className={classes.counts}>
          <li>
            <b>{t('fileImport.willBring', plural(counts.new, number))}</b>
          </li>
          {counts.duplicates > 0 && <li>{t('fileImport.wereThere', plural(counts.duplicates, number))}</li>}
          {counts.debits > 0 && <li>{t('fileImport.debits', plural(counts.debits, number))}</li>}
          {counts.not_booked > 0 && <li>{t('fileImport.notBooked', plural(counts.not_booked, number))}</li>}
          {counts.other_accounts > 0 && (
            <li>
              {t('fileImport.otherAccounts', plural(counts.other_accounts, number))}{' '}
              {read.other_accounts.map(({ account }) => account).join(', ')}
            </li>
          )}
          {read.linked_account !== null && <li>{t('fileImport.linked', { account: read.linked_account })}</li>}
        </ul>
      )}
      {read.statements.map((statement, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: statements of one reading never move
        <StatementFacts key={index} statement={statement} hasFiles={read.files.length > 1} />
      ))}
      <Remarks remarks={read.warnings} />
    </>
  )
}
