import { Alert, Button, Skeleton, Stack, Text, Textarea, Title } from '@mantine/core'
import { IconLock } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api.ts'
import { asFailure, type Failure } from '../../../shared/failure.ts'
import { useFailureText } from '../../../shared/failure-text.ts'
import { plural } from '../../../shared/plural.ts'
import { useLoaded } from '../../../shared/resource.ts'
import { today } from '../../../shared/today.ts'
import { Moment } from '../../../shared/ui/moment.tsx'
import { LoadFailure } from '../../../shared/ui/states.tsx'
import { StatusMark } from '../../../shared/ui/status-mark.tsx'
import { useFormats } from '../../../shared/use-formats.ts'
import { RunLists } from '../../book-lists/run-lists.tsx'
import { loadBooks } from '../../books/store.ts'
import { useSession } from '../../session/store.ts'
import { isZero } from '../amounts.ts'
import type { Proof, RunOfBooks } from '../ledger-api.ts'
import { proofs, refreshRun } from '../store.ts'
import { Day, Sum } from '../sum.tsx'
import { AskDialog } from '../worklist/dialogs.tsx'
import classes from './closing.module.css'
import { Reports } from './reports.tsx'

/** The checklist before a run is closed, the sign-off, and what a closed run says. */
export function ClosingView({ run }: { run: RunOfBooks }) {
  const { t } = useTranslation()
  const { data: proof, failure } = useLoaded(proofs, run.id)
  if (!proof)
    return failure ? (
      <LoadFailure what={t('closing.notLoaded')} failure={failure} onRetry={() => void proofs.load(run.id)} />
    ) : (
      <Skeleton m={20} height={200} />
    )
  return (
    <div className={classes.page}>
      <Stack gap="lg" maw={720}>
        {run.status === 'closed' ? <Closed run={run} /> : <Checklist proof={proof} run={run} />}
        <Equation proof={proof} />
        <Reports run={run} />
        <RunLists runId={run.id} />
        {run.status !== 'closed' && <SignOff proof={proof} run={run} />}
      </Stack>
    </div>
  )
}

function Checklist({ proof, run }: { proof: Proof; run: RunOfBooks }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const obstacle = (code: string) => proof.obstacles.find((each) => each.code === code)
  const open = obstacle('open_items')
  const critical = obstacle('critical_discrepancies')
  const difference = obstacle('difference')
  const known = new Set([
    'open_items',
    'critical_discrepancies',
    'difference',
    'not_proved',
    'no_items',
    'not_completed',
  ])
  const isProvable = proof.proof_status === 'not_provable' && !obstacle('not_proved')
  return (
    <section aria-label={t('closing.checklist')}>
      <Title order={2} mb={8}>
        {t('closing.checklist')}
      </Title>
      <ul className={classes.list}>
        <Check done={run.counts.entries > 0}>
          {run.counts.entries > 0 ? t('closing.hasLines', plural(run.counts.entries, number)) : t('closing.noLines')}
        </Check>
        <Check done={!obstacle('not_proved')}>
          {obstacle('not_proved') ? (
            <>
              {t('closing.notProved')}
              {proof.proof_difference !== null && (
                <>
                  : <Sum value={proof.proof_difference} />
                </>
              )}
            </>
          ) : (
            t(isProvable ? 'closing.notProvable' : 'closing.proved')
          )}
        </Check>
        <Check done={!open}>
          {open ? t('closing.openItems', plural(open.count ?? 0, number)) : t('closing.noOpenItems')}
        </Check>
        <Check done={!critical}>
          {critical ? t('closing.critical', plural(critical.count ?? 0, number)) : t('closing.noCritical')}
        </Check>
        <Check done={!difference}>
          {difference ? (
            <>
              {t('closing.difference')} {difference.amount && <Sum value={difference.amount} />}
            </>
          ) : (
            t('closing.noDifference')
          )}
        </Check>
        {proof.obstacles
          .filter(({ code }) => !known.has(code))
          .map(({ code, message }) => (
            <Check key={code} done={false}>
              {message}
            </Check>
          ))}
      </ul>
    </section>
  )
}

function Check({ done, children }: { done: boolean; children: React.ReactNode }) {
  return (
    <li>
      <StatusMark kind={done ? 'done' : 'failed'}>{children}</StatusMark>
    </li>
  )
}

/** Bank against books at the last day: what only the books have is added, what only the statement has is taken off. */
function Equation({ proof: { equation } }: { proof: Proof }) {
  const { t } = useTranslation()
  const isEven = equation.difference !== null && isZero(equation.difference)
  return (
    <section aria-label={t('closing.equation')}>
      <Title order={2} mb={8}>
        {t('closing.equation')}
      </Title>
      <table className={classes.equation}>
        <tbody>
          <tr>
            <th scope="row">
              {t('closing.statementClosing')} <Day day={equation.as_of} />
            </th>
            <td>
              <Sum value={equation.statement_closing} />
            </td>
          </tr>
          <tr>
            <th scope="row">+ {t('closing.ledgerOnly')}</th>
            <td>
              <Sum value={equation.ledger_only} />
            </td>
          </tr>
          <tr>
            <th scope="row">− {t('closing.statementOnly')}</th>
            <td>
              <Sum value={equation.statement_only} />
            </td>
          </tr>
          <tr>
            <th scope="row">{t('closing.ledgerBalance')}</th>
            <td>
              <Sum value={equation.ledger_balance} />
            </td>
          </tr>
          <tr data-sum>
            <th scope="row">{t('books.difference')}</th>
            <td style={isEven ? undefined : { color: 'var(--bad)' }}>
              <Sum value={equation.difference} />
              {isEven ? ' ✓' : ''}
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  )
}

function SignOff({ proof, run }: { proof: Proof; run: RunOfBooks }) {
  const { t } = useTranslation()
  const failureText = useFailureText()
  const name = useSession(({ me }) => me?.email ?? '')
  const [statement, setStatement] = useState('')
  const [override, setOverride] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  // Only a proof may be overridden, and only with a reason.
  const isOverridable = proof.obstacles.some(({ code }) => code === 'not_proved')
  const others = proof.obstacles.filter(({ code }) => code !== 'not_proved')
  const ready = others.length === 0 && (!isOverridable || override.trim() !== '')
  const close = async () => {
    setBusy(true)
    setFailure(null)
    try {
      await api.books.closeRun(run.id, {
        statement: statement.trim(),
        ...(isOverridable ? { proof_override: override.trim() } : {}),
      })
      void loadBooks()
    } catch (error) {
      setFailure(asFailure(error))
    }
    setBusy(false)
    refreshRun(run.id)
  }
  return (
    <section aria-label={t('closing.signOff')}>
      <Title order={2} mb={8}>
        {t('closing.signOff')}
      </Title>
      <Stack gap="sm" align="flex-start">
        {failure && (
          <Alert color="red" variant="light" role="alert" w="100%">
            {failureText(failure)}
          </Alert>
        )}
        {isOverridable && (
          <Textarea
            w="100%"
            label={t('closing.override')}
            description={t('closing.overrideHint')}
            value={override}
            onChange={(event) => setOverride(event.currentTarget.value)}
            maxLength={2000}
          />
        )}
        <Textarea
          w="100%"
          label={t('closing.statement')}
          description={t('closing.statementHint')}
          value={statement}
          onChange={(event) => setStatement(event.currentTarget.value)}
          maxLength={2000}
        />
        <Text size="sm" component="div">
          {t('closing.signedBy')} <b>{name}</b> · <Day day={today()} />
        </Text>
        <Button leftSection={<IconLock size={14} />} disabled={!ready} loading={busy} onClick={() => void close()}>
          {t('closing.close')}
        </Button>
        {!ready && (
          <Text size="sm" c="dimmed">
            {t('closing.notYet')}
          </Text>
        )}
      </Stack>
    </section>
  )
}

function Closed({ run }: { run: RunOfBooks }) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  return (
    <section aria-label={t('closing.closed')}>
      <div className={classes.closed}>
        <IconLock size={20} stroke={1.6} aria-hidden />
        <div style={{ flex: 1 }}>
          <Text fw={600}>{t('closing.closed')}</Text>
          <Text size="sm" component="div">
            {run.closed_by} · {run.closed_at !== null && <Moment at={run.closed_at} />}
          </Text>
          {run.close_statement !== null && run.close_statement !== '' && <Text size="sm">“{run.close_statement}”</Text>}
          {run.proof_override !== null && (
            <Text size="sm">
              {t('closing.overridden')} “{run.proof_override}”
            </Text>
          )}
        </div>
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('closing.reopen')}
        </Button>
      </div>
      {asking && (
        <AskDialog
          title={t('closing.reopenTitle')}
          confirm={t('closing.reopen')}
          ready={reason.trim() !== ''}
          onClose={() => setAsking(false)}
          onConfirm={async () => {
            await api.books.reopenRun(run.id, reason.trim())
            void loadBooks()
            refreshRun(run.id)
          }}
        >
          <Textarea
            label={t('closing.reopenReason')}
            description={t('closing.reopenHint')}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            maxLength={2000}
            required
            data-autofocus
          />
        </AskDialog>
      )}
    </section>
  )
}
