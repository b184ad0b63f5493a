import { Button, Group, Skeleton, Tabs, Text, Title } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconLock, IconRefresh } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useNavigate, useParams } from 'react-router'
import { api } from '../../../api.ts'
import { asFailure } from '../../../shared/failure.ts'
import { useLoaded } from '../../../shared/resource.ts'
import { LoadFailure } from '../../../shared/ui/states.tsx'
import { StatusMark } from '../../../shared/ui/status-mark.tsx'
import { useAct } from '../../../shared/use-act.ts'
import { useFormats } from '../../../shared/use-formats.ts'
import { HistoryView } from '../../book-history/history-view.tsx'
import classes from '../../books/books.module.css'
import { RunStatus } from '../../books/run-columns.tsx'
import { useLedgerName } from '../../books/store.ts'
import { useDialog } from '../../books/use-dialog.ts'
import { ClosingView } from '../closing/closing-view.tsx'
import { DiscrepanciesView } from '../discrepancies/discrepancies-view.tsx'
import type { RunOfBooks } from '../ledger-api.ts'
import { StatementView } from '../statement/statement-view.tsx'
import { matches, refreshRun, runs } from '../store.ts'
import { Day, Sum } from '../sum.tsx'
import { WorklistView } from '../worklist/worklist.tsx'
import { JobProgress } from './job-progress.tsx'

const tabs = ['worklist', 'statement', 'discrepancies', 'closing', 'history'] as const
type Tab = (typeof tabs)[number]
const proofMarks = { proved: 'done', not_proved: 'failed', not_provable: 'nothing' } as const

/** A run: the worklist, the statement, what differs, and the closing. */
export function RunPage() {
  const { t } = useTranslation()
  const { runId = '', tab = 'worklist' } = useParams()
  const { data: run, failure } = useLoaded(runs, runId)
  const isRunning = run?.status === 'running'
  useEffect(() => {
    // What the work left behind is looked at once it ended.
    if (isRunning) return () => refreshRun(runId)
    return undefined
  }, [isRunning, runId])
  if (!run)
    return failure ? (
      <LoadFailure what={t('run.notLoaded')} failure={failure} onRetry={() => void runs.load(runId)} />
    ) : (
      <Skeleton m={20} height={60} />
    )
  const shown = tabs.find((name) => name === tab) ?? 'worklist'
  return (
    <>
      <RunHead run={run} />
      {isRunning && <JobProgress runId={run.id} />}
      <RunTabs run={run} shown={shown} />
      {shown === 'worklist' && <WorklistView run={run} />}
      {shown === 'statement' && <StatementView run={run} />}
      {shown === 'discrepancies' && <DiscrepanciesView run={run} />}
      {shown === 'closing' && <ClosingView run={run} />}
      {shown === 'history' && <HistoryView runId={run.id} />}
    </>
  )
}

function RunHead({ run }: { run: RunOfBooks }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const act = useAct()
  const dialog = useDialog()
  const ledger = useLedgerName(run.ledger_id)
  const isClosed = run.status === 'closed'
  const bringUpToDate = () =>
    void act(async () => {
      const { added, removed } = await api.bookWork.refreshRun(run.id)
      refreshRun(run.id)
      notifications.show({
        message: t('movementRun.refreshed', { added: number(added), removed: number(removed) }),
        withBorder: true,
        autoClose: 3000,
      })
    })
  const matchAgain = () =>
    void act(async () => {
      // Who stopped it knows.
      await api.books.autoMatch(run.id).catch((error: unknown) => {
        if (asFailure(error).code !== 'work.cancelled') throw error
      })
      matches.refresh()
      refreshRun(run.id)
    })
  return (
    <div className={classes.head}>
      <div className={classes.title}>
        <Title order={1}>
          {isClosed && (
            <IconLock size={17} style={{ marginInlineEnd: 6, verticalAlign: -2 }} aria-label={t('run.locked')} />
          )}
          <Link to={`/books/ledgers/${run.ledger_id}`} style={{ color: 'inherit', textDecoration: 'none' }}>
            {ledger ?? '…'}
          </Link>
        </Title>
        <Text size="sm" c="dimmed" component="div">
          {run.period_from === null ? (
            t('books.noPeriod')
          ) : (
            <>
              <Day day={run.period_from} /> – <Day day={run.period_to} />
            </>
          )}
        </Text>
      </div>
      <RunStatus status={run.status} t={t} />
      {run.proof_status !== null && (
        <StatusMark kind={proofMarks[run.proof_status]}>{t(`books.proofs.${run.proof_status}`)}</StatusMark>
      )}
      <dl className={classes.figures}>
        <div className={classes.figure}>
          <dt>{t('books.closingBalance')}</dt>
          <dd>
            <Sum value={run.closing_balance} />
          </dd>
        </div>
      </dl>
      {!isClosed && (
        <Group gap="xs">
          {run.source_type === 'movements' && (
            <Button variant="default" onClick={bringUpToDate} disabled={run.status === 'running'}>
              {t('movementRun.refresh')}
            </Button>
          )}
          <Button variant="default" onClick={() => dialog.show('import', run.ledger_id)}>
            {t('run.addFile')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconRefresh size={14} />}
            onClick={matchAgain}
            disabled={run.counts.entries === 0 || run.status === 'running'}
          >
            {t('run.matchAgain')}
          </Button>
        </Group>
      )}
    </div>
  )
}

function RunTabs({ run, shown }: { run: RunOfBooks; shown: Tab }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const navigate = useNavigate()
  const { search } = useLocation()
  const { counts } = run
  const waiting: Record<Tab, number> = {
    worklist: counts.unmatched + counts.partial,
    statement: 0,
    discrepancies: counts.discrepancies.critical + counts.discrepancies.warning + counts.discrepancies.info,
    closing: 0,
    history: 0,
  }
  // The place in the worklist is kept while the person looks elsewhere.
  const to = (tab: Tab) => `/books/runs/${run.id}${tab === 'worklist' ? '' : `/${tab}`}${search}`
  return (
    <Tabs value={shown} onChange={(tab) => void navigate(to(tab as Tab), { replace: true })}>
      <Tabs.List px={20}>
        {tabs.map((tab) => (
          <Tabs.Tab key={tab} value={tab}>
            {t(`run.tab.${tab}`)}
            {waiting[tab] > 0 ? ` ${number(waiting[tab])}` : ''}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  )
}
