import { Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFileWords } from '../../../shared/file-words.ts'
import { plural } from '../../../shared/plural.ts'
import { StatusMark } from '../../../shared/ui/status-mark.tsx'
import { useFormats } from '../../../shared/use-formats.ts'
import { Questions } from '../../import/questions.tsx'
import { useAsked } from '../../import/use-asked.ts'
import type { Ledger, PreviewFile } from '../ledger-api.ts'
import { Day, Sum } from '../sum.tsx'
import classes from './import.module.css'
import { PreviewLines } from './preview-lines.tsx'
import { previewMoney } from './read-preview.ts'

interface Props {
  file: PreviewFile
  ledger: Ledger | undefined
  answers: Readonly<Record<string, string>>
  onAnswer: (code: string, answer: string) => void
}

const proofMarks = { proved: 'done', not_proved: 'failed', not_provable: 'nothing' } as const

/** What one file holds: format and why, statements with their balances, questions, remarks, the first lines. */
export function PreviewView({ file, ledger, answers, onAnswer }: Props) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const words = useFileWords()
  const asked = useAsked(file.questions)
  return (
    <Stack gap="sm">
      <Text size="sm">
        {file.member !== null && <b>{file.member} · </b>}
        <b>{file.formatDetail ?? file.format}</b> · {file.encoding}
        <Text span inherit c="dimmed">
          {' '}
          · {words.reason(file.format, file.reason)}
        </Text>
      </Text>
      {file.statements.map((statement, index) => {
        const money = (minor: number) => previewMoney(minor, statement.currency, ledger)
        const proof = statement.proof.status as keyof typeof proofMarks
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: statements of one reading never move
          <dl key={index} className={classes.statement}>
            <Fact label={t('imports.account')}>{statement.account ?? t('imports.noAccount')}</Fact>
            <Fact label={t('books.period')}>
              <Day day={statement.end.fromDate} />
              {statement.end.toDate !== statement.end.fromDate && (
                <>
                  {' – '}
                  <Day day={statement.end.toDate} />
                </>
              )}
            </Fact>
            <Fact label={t('imports.opening')}>
              <Sum value={statement.end.opening && money(statement.end.opening.amount)} />
            </Fact>
            <Fact label={t('imports.credits', plural(statement.creditCount, number))}>
              <Sum value={money(statement.creditSum)} />
            </Fact>
            <Fact label={t('imports.debits', plural(statement.debitCount, number))}>
              <Sum value={money(-statement.debitSum)} />
            </Fact>
            <Fact label={t('imports.closing')}>
              <Sum value={statement.end.closing && money(statement.end.closing.amount)} />
            </Fact>
            <Fact label={t('books.proof')}>
              <StatusMark kind={proofMarks[proof]}>{t(`books.proofs.${proof}`)}</StatusMark>
              {statement.proof.status === 'not_proved' && statement.proof.difference !== null && (
                <Sum value={money(statement.proof.difference)} />
              )}
            </Fact>
            {statement.notBooked > 0 && <Fact label={t('imports.notBooked')}>{number(statement.notBooked)}</Fact>}
          </dl>
        )
      })}
      <Questions questions={asked} answers={answers} onAnswer={onAnswer} />
      {file.warnings.length > 0 && (
        <ul className={classes.warnings}>
          {file.warnings.map(({ line, count, ...said }) => (
            <li key={`${said.code} ${line ?? ''} ${said.message}`}>
              {words.remark(said)}
              {line !== undefined && <span> · {t('imports.line', { line: number(line) })}</span>}
              {count !== undefined && count > 1 && <span> · {t('imports.times', { n: number(count) })}</span>}
            </li>
          ))}
        </ul>
      )}
      {file.entries.length > 0 && <PreviewLines file={file} ledger={ledger} />}
    </Stack>
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
