import { useTranslation } from 'react-i18next'
import { StatusMark } from '../../../shared/ui/status-mark.tsx'
import type { Statement } from '../ledger-api.ts'
import { useStatementSums } from '../store.ts'
import { Sum } from '../sum.tsx'
import classes from './statement.module.css'
import { Suspects } from './suspects.tsx'

/** Opening + credits − debits = closing, with a tick or the difference. */
export function ProofLine({ runId, statement }: { runId: string; statement: Statement }) {
  const { t } = useTranslation()
  const sums = useStatementSums((state) => state.sums)
  const { proof_status: proof, proof_difference: difference } = statement
  const debits = sums && { ...sums.debits, amount: sums.debits.amount.replace(/^-/, '') }
  return (
    <>
      <div className={classes.proof} role="status">
        <Term label={t('imports.opening')}>
          <Sum value={statement.opening_balance?.amount ?? null} />
        </Term>
        <span aria-hidden>+</span>
        <Term label={t('statement.credits')}>
          <Sum value={sums?.credits ?? null} />
        </Term>
        <span aria-hidden>−</span>
        <Term label={t('statement.debits')}>
          <Sum value={debits} />
        </Term>
        <span aria-hidden>{proof === 'not_proved' ? '≠' : '='}</span>
        <Term label={t('imports.closing')}>
          <Sum value={statement.closing_balance?.amount ?? null} />
        </Term>
        <StatusMark kind={proof === 'proved' ? 'done' : proof === 'not_proved' ? 'failed' : 'nothing'}>
          {t(`books.proofs.${proof}`)}
          {difference !== null && proof === 'not_proved' && (
            <>
              {' '}
              <Sum value={difference} />
            </>
          )}
        </StatusMark>
      </div>
      {proof === 'not_proved' && <Suspects runId={runId} statementId={statement.id} />}
    </>
  )
}

function Term({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <span>
      <small>{label}</small>
      {children}
    </span>
  )
}
