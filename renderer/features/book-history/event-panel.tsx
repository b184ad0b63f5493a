import { Anchor, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { api } from '../../api.ts'
import { useCommands } from '../../shared/commands.ts'
import { useLoaded } from '../../shared/resource.ts'
import { CodeBlock } from '../../shared/ui/code-block.tsx'
import { CopyId } from '../../shared/ui/copy-id.tsx'
import { Moment } from '../../shared/ui/moment.tsx'
import { Panel } from '../../shared/ui/panel.tsx'
import { LoadFailure } from '../../shared/ui/states.tsx'
import { useAct } from '../../shared/use-act.ts'
import { useFormats } from '../../shared/use-formats.ts'
import type { AuditEvent } from '../book-lists/books-api.ts'
import { eventDetails, eventList } from '../book-lists/store.ts'
import { refreshRun } from '../reconciliation/store.ts'
import { changesOf } from './differences.ts'
import { isUndoable, useEventWords } from './event-words.ts'
import { fieldText } from './field-text.ts'
import classes from './history.module.css'
import { useFieldWords } from './use-field-words.ts'

/** One event of the trail: before and after, its place in the chain, and its undo where there is one. */
export function EventPanel({ seq, onClose }: { seq: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { data, failure } = useLoaded(eventDetails, seq)
  const words = useEventWords()
  return (
    <Panel
      label={t('history.one')}
      onClose={onClose}
      title={
        data ? (
          <Stack gap={2}>
            <Text fw={600} size="lg">
              {words.action(data)}
            </Text>
            <Text size="xs" c="dimmed">
              {words.actor(data)} · <Moment at={data.at} />
            </Text>
            {words.about(data) !== '' && <Text size="sm">{words.about(data)}</Text>}
          </Stack>
        ) : (
          <Skeleton height={20} width={200} mt={4} />
        )
      }
    >
      {failure && !data && (
        <LoadFailure what={t('history.notLoaded')} failure={failure} onRetry={() => void eventDetails.load(seq)} />
      )}
      {data === undefined && !failure && <Skeleton height={160} />}
      {data === null && <Text size="sm">{t('history.gone')}</Text>}
      {data && <EventBody event={data} />}
    </Panel>
  )
}

function EventBody({ event }: { event: AuditEvent }) {
  const { t } = useTranslation()
  const { number } = useFormats()
  const act = useAct()
  const { run_id: runId } = event
  const undo = () =>
    void act(async () => {
      if (runId === null) return
      await api.bookWork.undoEvent(runId, event.seq)
      refreshRun(runId)
      eventList.refresh()
    }, t('history.undone'))
  const canUndo = isUndoable(event)
  useCommands(canUndo ? [{ id: 'history.undo', label: t('history.undo'), key: 'u', run: undo }] : [])
  const words = useFieldWords(event)
  const changes = changesOf(event.before, event.after)
  return (
    <>
      <Group gap="xs" mb="md">
        {canUndo && (
          <Button variant="default" leftSection={<IconArrowBackUp size={14} />} onClick={undo}>
            {t('history.undo')}
          </Button>
        )}
        {runId !== null && (
          <Button component={Link} to={`/books/runs/${runId}`} variant="subtle">
            {t('history.openRun')}
          </Button>
        )}
      </Group>
      {event.reason !== null && (
        <Text size="sm" mb="md">
          {t('history.reason')}: “{event.reason}”
        </Text>
      )}
      <Title order={2} mb={6}>
        {t('history.changes')}
      </Title>
      {changes.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('history.noChanges')}
        </Text>
      ) : (
        <table className={classes.changes}>
          <thead>
            <tr>
              <th>{t('history.field')}</th>
              <th>{t('history.before')}</th>
              <th>{t('history.after')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ field, before, after }) => (
              <tr key={field}>
                <th scope="row">{words.field(field)}</th>
                <td>{fieldText(field, before, words) ?? '–'}</td>
                <td>{fieldText(field, after, words) ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Title order={2} mt="lg" mb={6}>
        {t('history.chain')}
      </Title>
      <Stack gap={4} fz="xs">
        <span>
          {t('history.seq')} {number(event.seq)}
        </span>
        <Group gap={6} wrap="nowrap" c="dimmed">
          SHA-256 <CopyId value={event.hash} />
        </Group>
        <Group gap={6} wrap="nowrap" c="dimmed">
          {t('history.previous')} <CopyId value={event.previous_hash} />
        </Group>
        <Anchor component={Link} to={`/books/history?of=${event.entity_id}`} size="xs">
          {t('history.ofThis')}
        </Anchor>
      </Stack>
      <details className={classes.raw}>
        <summary>{t('common.details')}</summary>
        <CodeBlock label={t('common.details')}>
          {JSON.stringify({ before: event.before, after: event.after }, null, 2)}
        </CodeBlock>
      </details>
    </>
  )
}
