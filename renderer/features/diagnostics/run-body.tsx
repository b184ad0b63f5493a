import { Button, Group, Text, Title } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconClipboardText } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunDetail } from '../../api-types.ts'
import { CopyId } from '../../shared/ui/copy-id.tsx'
import { Moment } from '../../shared/ui/moment.tsx'
import { useFormats } from '../../shared/use-formats.ts'
import { causeOfRun } from '../accounts/cause.ts'
import classes from './diagnostics.module.css'
import { PagePicture } from './page-picture.tsx'
import { ReportDialog } from './report-dialog.tsx'
import { StageLine } from './stage-line.tsx'
import { Trail } from './trail.tsx'
import { stageWords } from './words.ts'

interface Props {
  run: RunDetail
  accountName: string
  bank: string
}

/** What is known of one reading: advice first, then the facts, then everything. */
export function RunBody({ run, accountName, bank }: Props) {
  const { t } = useTranslation()
  const formats = useFormats()
  const [opened, { open, close }] = useDisclosure()
  const refused = Object.entries(run.refused_hosts)
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('diagnostics.columns.started'), <Moment key="at" at={run.started_at} />],
    [t('diagnostics.columns.duration'), run.duration_ms === null ? null : formats.duration(run.duration_ms)],
    [t('diagnostics.columns.stage'), run.status === 'failed' ? stageWords(t, run.stage) : null],
    [t('diagnostics.columns.type'), run.failure_type],
    [t('diagnostics.stopReason'), run.stop_reason],
    [t('diagnostics.columns.bank'), bank],
    [t('diagnostics.columns.script'), run.script_version],
    [t('diagnostics.page'), run.report?.url],
    [t('diagnostics.run'), <CopyId key="id" value={run.id} />],
  ]
  return (
    <>
      {run.status === 'failed' && <Text size="sm">{t(`advice.${causeOfRun(run).advice}`)}</Text>}
      <Group gap="xs" mt="sm">
        <Button variant="default" leftSection={<IconClipboardText size={14} />} onClick={open}>
          {t('diagnostics.copyReport')}
        </Button>
      </Group>
      <dl className={classes.facts}>
        {facts.map(
          ([name, value]) =>
            value !== null &&
            value !== undefined &&
            value !== '' && (
              <div key={name} className={classes.fact}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ),
        )}
      </dl>
      {run.error_message !== null && (
        <Part title={t('diagnostics.message')}>
          <Text size="sm" className={classes.message}>
            {run.error_message}
          </Text>
        </Part>
      )}
      <Part title={t('diagnostics.stages')}>
        <StageLine steps={run.steps} />
      </Part>
      {refused.length > 0 && (
        <Part title={t('diagnostics.refused')}>
          <ul className={classes.hosts}>
            {refused.map(([host, count]) => (
              <li key={host}>
                <span>{host}</span> <Text span inherit c="dimmed">{`× ${formats.number(count)}`}</Text>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {run.report?.has_picture && (
        <Part title={t('diagnostics.picture')}>
          <PagePicture accountId={run.account_id} runId={run.id} />
        </Part>
      )}
      {run.report && run.report.trail.length > 0 && <Trail events={run.report.trail} />}
      {opened && <ReportDialog run={run} accountName={accountName} bank={bank} onClose={close} />}
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes.part} aria-label={title}>
      <Title order={2} mb="xs">
        {title}
      </Title>
      {children}
    </section>
  )
}
