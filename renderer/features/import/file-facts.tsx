import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportPreview } from '../../api-types.ts'
import { useFileWords } from '../../shared/file-words.ts'
import { plural } from '../../shared/plural.ts'
import { Amount } from '../../shared/ui/amount.tsx'
import { StatusMark } from '../../shared/ui/status-mark.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import { BankDay } from './bank-day.tsx'
import classes from './import.module.css'

const marks = { proved: 'done', not_proved: 'failed', not_provable: 'nothing' } as const

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
        <dl key={index} className={classes.statement}>
          {read.files.length > 1 && <Fact label={t('fileImport.file')}>{statement.archive_member}</Fact>}
          <Fact label={t('fileImport.account')}>{statement.account ?? t('fileImport.noAccount')}</Fact>
          <Fact label={t('fileImport.period')}>
            <BankDay day={statement.from_date} />
            {statement.to_date !== statement.from_date && (
              <>
                {' – '}
                <BankDay day={statement.to_date} />
              </>
            )}
          </Fact>
          <Fact label={t('fileImport.opening')}>
            {statement.opening ? <Amount amount={statement.opening.amount} currency={statement.currency} /> : '–'}
          </Fact>
          <Fact label={t('fileImport.creditsOf', plural(statement.credits, number))}>
            <Amount amount={statement.credit_sum} currency={statement.currency} />
          </Fact>
          <Fact label={t('fileImport.debitsOf', plural(statement.debits, number))}>
            <Amount
              amount={statement.debits === 0 ? statement.debit_sum : `-${statement.debit_sum}`}
              currency={statement.currency}
            />
          </Fact>
          <Fact label={t('fileImport.closing')}>
            {statement.closing ? <Amount amount={statement.closing.amount} currency={statement.currency} /> : '–'}
          </Fact>
          <Fact label={t('fileImport.proof')}>
            <StatusMark kind={marks[statement.proof]}>
              {t(`fileImport.proofs.${statement.proof}`)}
              {statement.proof === 'not_proved' && statement.difference !== null && (
                <>
                  {' '}
                  <Amount amount={statement.difference} currency={statement.currency} />
                </>
              )}
            </StatusMark>
          </Fact>
        </dl>
      ))}
      {read.warnings.length > 0 && (
        <ul className={classes.warnings}>
          {read.warnings.map(({ line, count, ...said }) => (
            <li key={`${said.code} ${line ?? ''} ${said.message}`}>
              {words.remark(said)}
              {line !== undefined && <span> · {t('fileImport.line', { line: number(line) })}</span>}
              {count !== undefined && count > 1 && <span> · ×{number(count)}</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
