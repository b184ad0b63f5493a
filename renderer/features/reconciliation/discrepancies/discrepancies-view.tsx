import { Anchor, Button, Checkbox, Select, Skeleton, Text, Textarea } from '@mantine/core'
import { IconChecks } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api } from '../../../api.ts'
import { plural } from '../../../shared/plural.ts'
import { useLoaded } from '../../../shared/resource.ts'
import { LoadFailure, Nothing } from '../../../shared/ui/states.tsx'
import { type MarkKind, StatusMark } from '../../../shared/ui/status-mark.tsx'
import { useFormats } from '../../../shared/use-formats.ts'
import type { Discrepancy, RunOfBooks } from '../ledger-api.ts'
import { discrepancies, refreshRun } from '../store.ts'
import { Day, Sum } from '../sum.tsx'
import { AskDialog } from '../worklist/dialogs.tsx'
import classes from './discrepancies.module.css'
import { groupByType, type TypeGroup } from './group-by-type.ts'
import { ReviewDialog } from './review-dialog.tsx'

const marks: Record<Discrepancy['severity'], MarkKind> = { critical: 'failed', warning: 'ask', info: 'nothing' }
const closeReasons = ['accepted_as_is', 'false_alarm', 'resolved'] as const
type CloseReason = (typeof closeReasons)[number]

/** What differs, by type: what it is, what to do, and a way to close many at once. */
export function DiscrepanciesView({ run }: { run: RunOfBooks }) {
  const { t } = useTranslation()
  const { data, failure } = useLoaded(discrepancies, run.id)
  const [chosen, setChosen] = useState<readonly string[]>([])
  // What the question is about: other ones may come and go before it is answered.
  const [closing, setClosing] = useState<readonly string[] | null>(null)
  const [reviewing, setReviewing] = useState<readonly Discrepancy[] | null>(null)
  const { number } = useFormats()
  if (!data)
    return failure ? (
      <LoadFailure
        what={t('discrepancies.notLoaded')}
        failure={failure}
        onRetry={() => void discrepancies.load(run.id)}
      />
    ) : (
      <Skeleton m={20} height={160} />
    )
  const { rows, total } = data
  const dialog = closing && (
    <CloseDialog
      count={closing.length}
      onClose={() => setClosing(null)}
      onConfirm={async (reason, note) => {
        const open = closing.filter((id) => rows.some((row) => row.id === id))
        for (const id of open) await api.books.closeDiscrepancy(id, reason, note)
        setChosen([])
        refreshRun(run.id)
      }}
    />
  )
  const review = reviewing && (
    <ReviewDialog
      rows={reviewing}
      onClose={() => setReviewing(null)}
      onConfirm={async (asked) => {
        for (const { id } of reviewing) await api.books.reviewDiscrepancy(id, asked)
        setChosen([])
        refreshRun(run.id)
      }}
    />
  )
  if (rows.length === 0)
    return (
      <>
        <Nothing
          icon={<IconChecks size={28} stroke={1.5} />}
          title={t('discrepancies.empty')}
          text={t('discrepancies.emptyText')}
        />
        {dialog}
        {review}
      </>
    )
  const open = chosen.filter((id) => rows.some((row) => row.id === id))
  const choose = (ids: readonly string[], on: boolean) =>
    setChosen((before) => [...before.filter((id) => !ids.includes(id)), ...(on ? ids : [])])
  return (
    <div className={classes.page}>
      <div className={classes.groups}>
        {groupByType(rows).map((group) => (
          <Group key={group.type} group={group} runId={run.id} chosen={open} onChoose={choose} />
        ))}
        {total > rows.length && (
          <Text size="sm" c="dimmed" mt="sm">
            {t('discrepancies.more', { n: number(total - rows.length) })}
          </Text>
        )}
      </div>
      {run.status !== 'closed' && (
        <div className={classes.foot}>
          <Text size="sm" c="dimmed">
            {t('discrepancies.chosen', plural(open.length, number))}
          </Text>
          <Button
            variant="default"
            disabled={open.length === 0}
            onClick={() => setReviewing(rows.filter(({ id }) => open.includes(id)))}
          >
            {t('discrepancies.review')}
          </Button>
          <Button disabled={open.length === 0} onClick={() => setClosing(open)}>
            {t('discrepancies.close')}
          </Button>
        </div>
      )}
      {dialog}
      {review}
    </div>
  )
}

function Group({
  group,
  runId,
  chosen,
  onChoose,
}: {
  group: TypeGroup
  runId: string
  chosen: readonly string[]
  onChoose: (ids: readonly string[], on: boolean) => void
}) {
  const { t, i18n } = useTranslation()
  const { number } = useFormats()
  const ids = group.rows.map(({ id }) => id)
  const count = ids.filter((id) => chosen.includes(id)).length
  const words = (part: 'types' | 'text' | 'todo', own: string | undefined) =>
    i18n.exists(`discrepancies.${part}.${group.type}`)
      ? t(`discrepancies.${part}.${group.type}` as 'discrepancies.types.other')
      : (own ?? '')
  const [first] = group.rows
  const title = words('types', first?.title)
  return (
    <section className={classes.group} aria-label={title}>
      <div className={classes.head}>
        <Checkbox
          size="xs"
          aria-label={t('discrepancies.chooseAll', { what: title })}
          checked={count === ids.length}
          indeterminate={count > 0 && count < ids.length}
          onChange={(event) => onChoose(ids, event.currentTarget.checked)}
        />
        <div>
          <Text fw={600} size="sm">
            {title} · {number(ids.length)}
          </Text>
          <Text size="sm">
            {words('text', first?.explanation)} {words('todo', first?.suggested_action)}
          </Text>
        </div>
        <StatusMark kind={marks[group.severity]}>{t(`discrepancies.severity.${group.severity}`)}</StatusMark>
      </div>
      <ul className={classes.rows}>
        {group.rows.slice(0, 100).map((row) => (
          <li key={row.id}>
            <Checkbox
              size="xs"
              aria-label={t('discrepancies.chooseOne', { what: title })}
              checked={chosen.includes(row.id)}
              onChange={(event) => onChoose([row.id], event.currentTarget.checked)}
            />
            <span className={classes.what}>
              <Subject row={row} runId={runId} />
              {row.note !== null && ` · ${row.note}`}
            </span>
            <Who row={row} />
            {row.severity !== group.severity && (
              <StatusMark kind={marks[row.severity]}>{t(`discrepancies.severity.${row.severity}`)}</StatusMark>
            )}
            <Sum value={row.amount} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** How far it is, and with whom. */
function Who({ row: { status, assignee } }: { row: Discrepancy }) {
  const { t } = useTranslation()
  const words = [
    ...(status === 'in_review' ? [t('discrepancies.states.in_review')] : []),
    ...(assignee ? [assignee] : []),
  ]
  return words.length > 0 && <Text size="xs">{words.join(': ')}</Text>
}

/** The line or entry that it is about, and the way there. */
function Subject({ row, runId }: { row: Discrepancy; runId: string }) {
  const { t } = useTranslation()
  const name = row.subject_name ?? t('worklist.noName')
  if (row.source_entry_id === null && row.ledger_entry_id === null) return t('discrepancies.ofStatement')
  return (
    <>
      <Day day={row.subject_date} />
      {' · '}
      {row.source_entry_id === null ? (
        name
      ) : (
        <Anchor inherit underline="always" component={Link} to={`/books/runs/${runId}/lines/${row.source_entry_id}`}>
          {name}
        </Anchor>
      )}
    </>
  )
}

export function CloseDialog({
  count,
  onClose,
  onConfirm,
}: {
  count: number
  onClose: () => void
  onConfirm: (reason: CloseReason, note: string | null) => Promise<unknown>
}) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const [reason, setReason] = useState<CloseReason>('accepted_as_is')
  const [note, setNote] = useState('')
  return (
    <AskDialog
      title={t('discrepancies.closeTitle', plural(count, number))}
      confirm={t('discrepancies.close')}
      onClose={onClose}
      onConfirm={() => onConfirm(reason, note.trim() === '' ? null : note.trim())}
    >
      <Select
        label={t('worklist.reason')}
        data={closeReasons.map((value) => ({ value, label: t(`discrepancies.reasons.${value}`) }))}
        value={reason}
        onChange={(value) => setReason((value as CloseReason | null) ?? 'accepted_as_is')}
        allowDeselect={false}
        openOnFocus={false}
        data-autofocus
      />
      <Textarea
        label={t('worklist.noteOptional')}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        maxLength={2000}
      />
    </AskDialog>
  )
}
