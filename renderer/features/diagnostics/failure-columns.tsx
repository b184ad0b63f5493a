import type { TFunction } from 'i18next'
import type { FailedRun } from '../../api-types.ts'
import type { Formats } from '../../shared/formats.ts'
import type { Column } from '../../shared/table/column.ts'
import { Moment } from '../../shared/ui/moment.tsx'
import { StatusMark } from '../../shared/ui/status-mark.tsx'
import { causeOfRun } from '../accounts/cause.ts'
import { stageWords } from './words.ts'

export const failureColumns = (t: TFunction, formats: Formats): Column<FailedRun>[] => [
  {
    id: 'started',
    header: t('diagnostics.columns.started'),
    width: 'minmax(96px, 124px)',
    cell: (run) => <Moment at={run.started_at} />,
  },
  {
    id: 'account',
    header: t('diagnostics.columns.account'),
    width: 'minmax(110px, 1.2fr)',
    cell: (run) => <span title={run.account_name}>{run.account_name}</span>,
  },
  {
    id: 'reason',
    header: t('diagnostics.columns.reason'),
    width: 'minmax(160px, 1.6fr)',
    cell: (run) => (
      <span title={run.error_message ?? ''}>
        <StatusMark kind="failed">{t(`reasons.${causeOfRun(run).reason}`)}</StatusMark>
      </span>
    ),
  },
  {
    id: 'stage',
    header: t('diagnostics.columns.stage'),
    width: 'minmax(90px, 0.9fr)',
    from: 560,
    cell: (run) => stageWords(t, run.stage),
  },
  {
    id: 'type',
    header: t('diagnostics.columns.type'),
    width: 'minmax(110px, 0.9fr)',
    from: 860,
    cell: (run) => run.failure_type,
  },
  {
    id: 'duration',
    header: t('diagnostics.columns.duration'),
    width: '108px',
    align: 'end',
    from: 700,
    cell: (run) => (run.duration_ms === null ? '' : formats.duration(run.duration_ms)),
  },
  {
    id: 'bank',
    header: t('diagnostics.columns.bank'),
    width: 'minmax(100px, 0.8fr)',
    from: 940,
    cell: (run) => run.bank,
  },
  {
    id: 'script',
    header: t('diagnostics.columns.script'),
    width: '70px',
    from: 1000,
    cell: (run) => run.script_version,
  },
]
