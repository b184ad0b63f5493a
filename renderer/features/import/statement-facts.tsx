import { useTranslation } from 'react-i18next'
import type { ImportPreview, StatementImportDetail } from '../../api-types.ts'
import { plural } from '../../shared/plural.ts'
import { Amount } from '../../shared/ui/amount.tsx'
import { StatusMark } from '../../shared/ui/status-mark.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import { BankDay } from './bank-day.tsx'
import classes from './import.module.css'

const marks = { proved: 'done', not_proved: 'failed', not_provable: 'nothing' } as const

type Previewed = ImportPreview['statements'][number]

interface Props {
  /** Before the import its lines are counted; afterwards the import itself counts them. */
  readonly statement: Previewed | StatementImportDetail['statements'][number]
  /** It is one of several in an archive. */
  readonly hasFiles: boolean
}

/** One statement: whose, which days, and whether its balances prove it. */
export function StatementFacts({ statement, hasFiles }: Props) {
  const { t } = useTranslation()
  const { number } = useFormats()
  return (
    <dl className={classes.statement}>
      {hasFiles && statement.archive_member !== null && (
        <Fact label={t('fileImport.file')}>{statement.archive_member}</Fact>
      )}
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
      {'credits' in statement && (
        <>
          <Fact label={t('fileImport.creditsOf', plural(statement.credits, number))}>
            <Amount amount={statement.credit_sum} currency={statement.currency} />
          </Fact>
          <Fact label={t('fileImport.debitsOf', plural(statement.debits, number))}>
            <Amount
              amount={statement.debits === 0 ? statement.debit_sum : `-${statement.debit_sum}`}
              currency={statement.currency}
            />
          </Fact>
        </>
      )}
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
