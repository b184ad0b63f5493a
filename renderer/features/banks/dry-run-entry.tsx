import { Anchor, Button, Group, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api } from '../../api.ts'
import type { DryRun } from '../../api-types.ts'
import { plural } from '../../shared/plural.ts'
import { Moment } from '../../shared/ui/moment.tsx'
import { Notice } from '../../shared/ui/notice.tsx'
import { StatusMark } from '../../shared/ui/status-mark.tsx'
import { useAct } from '../../shared/use-act.ts'
import { useFormats } from '../../shared/use-formats.ts'
import { causeOfRun } from '../accounts/cause.ts'
import { WaitingButton } from '../assistance/waiting-button.tsx'
import { StageLine } from '../diagnostics/stage-line.tsx'
import { stageWords } from '../diagnostics/words.ts'
import classes from './banks.module.css'
import { RowsRead } from './rows-read.tsx'

/** One dry run: how it goes or ended, what it read, its stages and refused hosts. */
export function DryRunEntry({ dryRun, isOpen }: { dryRun: DryRun; isOpen: boolean }) {
  const { t } = useTranslation()
  const formats = useFormats()
  const { run } = dryRun
  const refused = Object.entries(run?.refused_hosts ?? {})
  return (
    <article className={classes.tried}>
      <div className={classes.triedHead}>
        <Outcome dryRun={dryRun} />
        <Text span inherit c="dimmed">
          {dryRun.account_name} · <Moment at={dryRun.started_at} />
          {run?.duration_ms != null && ` · ${t('dryRuns.took', { duration: formats.duration(run.duration_ms) })}`}
        </Text>
        {dryRun.status === 'running' && <Running accountId={dryRun.account_id} />}
      </div>
      {isOpen && run && (
        <div className={classes.triedParts}>
          <div>
            {dryRun.status === 'failed' ? <Failed dryRun={dryRun} run={run} /> : <RowsRead dryRun={dryRun} />}
            {refused.length > 0 && (
              <section className={classes.part} aria-label={t('diagnostics.refused')}>
                <Title order={2} mb="xs">
                  {t('diagnostics.refused')}
                </Title>
                <ul className={classes.accounts}>
                  {refused.map(([host, count]) => (
                    <li key={host}>
                      <Text size="sm">
                        {host} × {formats.number(count)}
                      </Text>
                    </li>
                  ))}
                </ul>
              </section>
            )}
          </div>
          <section aria-label={t('diagnostics.stages')}>
            <Title order={2} mb="xs">
              {t('diagnostics.stages')}
            </Title>
            <StageLine steps={run.steps} />
          </section>
        </div>
      )}
    </article>
  )
}

function Outcome({ dryRun: { status, stage, count, run } }: { dryRun: DryRun }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  if (status === 'running')
    return (
      <StatusMark kind="working">
        {stage === null ? t('dryRuns.beginning') : t('dryRuns.running', { stage: stageWords(t, stage) })}
      </StatusMark>
    )
  if (status === 'success') return <StatusMark kind="done">{t('dryRuns.read', plural(count ?? 0, number))}</StatusMark>
  const reason = t(`reasons.${run ? causeOfRun(run).reason : 'unknown'}`)
  return <StatusMark kind="failed">{t('dryRuns.failed', { reason })}</StatusMark>
}

function Running({ accountId }: { accountId: string }) {
  const { t } = useTranslation()
  const act = useAct()
  return (
    <Group gap="xs">
      <WaitingButton accountId={accountId} />
      <Button component={Link} to={`/accounts/${accountId}/bank`} variant="default">
        {t('dryRuns.watch')}
      </Button>
      <Button variant="default" onClick={() => void act(() => api.killSession(accountId))}>
        {t('dryRuns.stop')}
      </Button>
    </Group>
  )
}

function Failed({ dryRun, run }: { dryRun: DryRun; run: NonNullable<DryRun['run']> }) {
  const { t } = useTranslation()
  const { advice } = causeOfRun(run)
  return (
    <Notice
      tone="bad"
      title={t('dryRuns.whatNow')}
      detail={dryRun.error_message ?? ''}
      actions={
        <Anchor component={Link} to={`/diagnostics/${dryRun.account_id}/${run.id}`} size="sm">
          {t('dryRuns.toDetail')}
        </Anchor>
      }
    >
      {t(`advice.${advice}`)}
    </Notice>
  )
}
