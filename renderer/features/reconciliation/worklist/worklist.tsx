import { Skeleton } from '@mantine/core'
import { IconCheck, IconChecks } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api.ts'
import { useListWindow } from '../../../shared/list/create-list.ts'
import { useFilter } from '../../../shared/list/use-filter.ts'
import { LoadFailure, Nothing } from '../../../shared/ui/states.tsx'
import { StatusMark } from '../../../shared/ui/status-mark.tsx'
import { useAct } from '../../../shared/use-act.ts'
import { commandKey } from '../../shell/command-key.ts'
import type { Decision, QueueRow, RunOfBooks } from '../ledger-api.ts'
import { queue, refreshRun, useCounts } from '../store.ts'
import type { Act } from './acts.tsx'
import { FocusedItem } from './focused-item.tsx'
import { FocusedMatch } from './focused-match.tsx'
import { FocusedOther } from './focused-other.tsx'
import { inTurn } from './in-turn.ts'
import { ManualMatchView } from './manual.tsx'
import { ManyBar } from './many-bar.tsx'
import { keyOf } from './place-of.ts'
import { QueueList } from './queue-list.tsx'
import { QueueTools } from './queue-tools.tsx'
import { isQueueGroup, queueMarks } from './row-marks.ts'
import { useCursor } from './use-cursor.ts'
import { useMany } from './use-many.tsx'
import { useWriteAddress } from './use-write-address.ts'
import classes from './worklist.module.css'

/** The worklist: one queue of what needs a decision, and beside it what is needed to decide. */
export function WorklistView({ run }: { run: RunOfBooks }) {
  const { t } = useTranslation()
  const act = useAct()
  const { read } = useFilter()
  const writeAddress = useWriteAddress()
  const write = (name: string, value: string | null) =>
    writeAddress((params) => (value === null ? params.delete(name) : params.set(name, value)))
  const group = read('group')
  const q = read('q')
  const list = useListWindow(queue, {
    runId: run.id,
    ...(isQueueGroup(group) ? { group } : {}),
    ...(q === null ? {} : { q }),
  })
  const counts = useCounts((state) => state.counts)
  const cursor = useCursor(list)
  const isClosed = run.status === 'closed'
  const manual = read('manual')
  const isManual = manual !== null && !isClosed

  const after = (what: () => Promise<{ data: Decision[] }>) =>
    inTurn(() =>
      act(async () => {
        const [decision] = (await what()).data
        if (decision) cursor.show(`${decision.entity}:${decision.entity_id}`)
        refreshRun(run.id)
      }),
    )
  const many = useMany(run, {
    q,
    strong: group === null || group === 'strong' ? (counts?.strong ?? 0) : 0,
    isMatch: cursor.key?.startsWith('match:') ?? false,
    here: cursor.here,
  })
  const walking: Act[] = [
    {
      id: 'next',
      label: t('worklist.next'),
      keys: ['J'],
      letter: 'j',
      named: ['ArrowDown'],
      repeats: true,
      run: () => cursor.move(1),
    },
    {
      id: 'previous',
      label: t('worklist.previous'),
      keys: ['K'],
      letter: 'k',
      named: ['ArrowUp'],
      repeats: true,
      run: () => cursor.move(-1),
    },
  ]
  const always: Act[] = isClosed
    ? []
    : [
        {
          id: 'manual',
          label: t('worklist.manual'),
          keys: ['M'],
          letter: 'm',
          run: () => write('manual', '1'),
        },
        ...(/^(item|entry):/.test(cursor.key ?? '')
          ? [{ id: 'sum', label: t('manual.findSum'), keys: ['F'], letter: 'f', run: () => write('manual', 'sum') }]
          : []),
        {
          id: 'undo',
          label: t('worklist.undo'),
          keys: ['U'],
          letter: 'u',
          named: ['Ctrl+z'],
          run: () => void after(() => api.books.undo(run.id)),
        },
        {
          id: 'redo',
          label: t('worklist.redo'),
          keys: [commandKey, '⇧', 'Z'],
          named: ['Ctrl+Shift+z'],
          run: () => void after(() => api.books.redo(run.id)),
        },
        ...many.acts,
      ]

  if (isManual)
    return (
      <ManualMatchView run={run} start={cursor.key} findsSum={manual === 'sum'} onLeave={() => write('manual', null)} />
    )
  if (list.failure && list.total === null)
    return <LoadFailure what={t('worklist.notLoaded')} failure={list.failure} onRetry={queue.refresh} />
  const isMarked = (row: QueueRow) => many.marked.some(({ id }) => id === row.id)
  const isFiltered = group !== null || q !== null
  const [kind, id] = split(cursor.key)
  const decided = () => {
    many.dismiss()
    cursor.goOn()
  }
  const pane = { run, before: walking, after: always, readOnly: isClosed, onDecided: decided, onShow: cursor.show }
  return (
    <div className={classes.page}>
      <section className={classes.queue} aria-label={t('worklist.queue')}>
        <QueueTools counts={counts} />
        {!isClosed && <ManyBar many={many} />}
        <QueueList
          label={t('worklist.queue')}
          total={list.total}
          rowAt={queue.rowAt}
          onSight={queue.need}
          at={cursor.at}
          isFocused={(row) => keyOf(row) === cursor.key}
          onPick={cursor.go}
          isChosen={isMarked}
          lead={(row) =>
            isMarked(row) && <IconCheck size={14} aria-label={t('many.isMarked')} style={{ marginTop: 4 }} />
          }
          tail={(row) => <RowMark row={row} />}
          empty={
            isFiltered ? (
              <Nothing
                icon={<IconChecks size={26} stroke={1.5} />}
                title={t('list.nothingFits')}
                text={t('list.nothingFitsText')}
              />
            ) : (
              <Nothing
                icon={<IconChecks size={26} stroke={1.5} />}
                title={t(run.counts.entries === 0 ? 'worklist.noLines' : 'worklist.allDone')}
                text={t(run.counts.entries === 0 ? 'worklist.noLinesText' : 'worklist.allDoneText')}
              />
            )
          }
        />
      </section>
      {list.total === null ? (
        <Skeleton m={20} height={160} />
      ) : kind === 'match' ? (
        <FocusedMatch key={cursor.key} id={id} {...pane} />
      ) : kind === 'item' ? (
        <FocusedItem key={cursor.key} id={id} {...pane} />
      ) : (
        <FocusedOther key={cursor.key} kind={kind} id={id} {...pane} />
      )}
    </div>
  )
}

const split = (key: string | null): [string, string] => {
  const at = key?.indexOf(':') ?? -1
  return key === null || at < 0 ? ['', ''] : [key.slice(0, at), key.slice(at + 1)]
}

function RowMark({ row }: { row: QueueRow }) {
  const { t } = useTranslation()
  if (!isQueueGroup(row.group)) return null
  return (
    <StatusMark kind={queueMarks[row.group]}>
      {t(`worklist.mark.${row.group}`)}
      {row.is_part ? ` · ${t('divide.partMark')}` : ''}
      {row.score === null ? '' : ` ${row.score}`}
    </StatusMark>
  )
}
