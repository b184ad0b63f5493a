import { Button, Checkbox } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconChecks } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api.ts'
import { useListWindow } from '../../../shared/list/create-list.ts'
import { Nothing } from '../../../shared/ui/states.tsx'
import { useAct } from '../../../shared/use-act.ts'
import { isZero, sumOf } from '../amounts.ts'
import type { Money, QueueRow, RunOfBooks, Treatment } from '../ledger-api.ts'
import { queue, refreshRun, sides } from '../store.ts'
import { type Act, Acts } from './acts.tsx'
import { TreatmentDialog } from './dialogs.tsx'
import { takeSum } from './find-sum.ts'
import { beginSelection, clearSelection, type Side, toggle, useSelection } from './manual-selection.ts'
import queueClasses from './queue.module.css'
import { QueueList } from './queue-list.tsx'
import { QueueSearch } from './queue-tools.tsx'
import { Totals } from './totals.tsx'
import classes from './worklist.module.css'

const sideNames: readonly Side[] = ['open_source', 'open_ledger']

/** Matching by hand: any lines left, any entries right, what both add up to beneath. */
export function ManualMatchView({
  run,
  start,
  onLeave,
}: {
  run: RunOfBooks
  /** The row that the cursor stood on: chosen already. */
  start: string | null
  onLeave: () => void
}) {
  const { t } = useTranslation()
  const act = useAct()
  const chosen = useSelection((state) => state.chosen)
  const [side, setSide] = useState<Side>('open_source')
  const [at, setAt] = useState<Readonly<Record<Side, number>>>({ open_source: 0, open_ledger: 0 })
  const [treating, setTreating] = useState(false)
  const [precision, setPrecision] = useState(2)

  useEffect(() => {
    beginSelection(run.id)
    const row = [...queue.store.getState().pages.values()].flat().find(({ kind, id }) => `${kind}:${id}` === start)
    if (row?.amount) setPrecision(row.amount.precision)
    const { chosen: before } = useSelection.getState()
    if (!row || before.open_source.length + before.open_ledger.length > 0) return
    if (row.kind === 'item') toggle('open_source', row)
    if (row.kind === 'entry') {
      toggle('open_ledger', row)
    }
  }, [run.id, start])

  const sum = (rows: readonly QueueRow[]): Money =>
    sumOf(
      rows.flatMap(({ amount }) => amount ?? []),
      run.currency,
      precision,
    )
  const source = sum(chosen.open_source)
  const ledger = sum(chosen.open_ledger)
  const difference = { ...source, amount: String(BigInt(source.amount) - BigInt(ledger.amount)) }
  const count = chosen.open_source.length + chosen.open_ledger.length
  const ready = count >= 2
  const match = async (treatment?: Treatment) => {
    await api.books.manualMatch(run.id, {
      source_entry_ids: chosen.open_source.map(({ id }) => id),
      ledger_entry_ids: chosen.open_ledger.map(({ id }) => id),
      ...(treatment ? { difference_treatment: treatment } : {}),
    })
    clearSelection()
    refreshRun(run.id)
    onLeave()
  }
  const confirm = () => {
    if (!ready) return
    if (isZero(difference)) void act(() => match())
    else setTreating(true)
  }
  const list = sides[side]
  const move = (step: number) => {
    const total = list.store.getState().total ?? 0
    setAt((before) => ({ ...before, [side]: Math.max(0, Math.min(total - 1, before[side] + step)) }))
  }
  const other = side === 'open_source' ? 'open_ledger' : 'open_source'
  /** Looks on the other side for what sums to the selection; once more: the next group. */
  const findSum = () =>
    act(async () => {
      const from: Side =
        chosen.open_source.length > 0 && side === 'open_source'
          ? 'open_source'
          : chosen.open_ledger.length > 0
            ? 'open_ledger'
            : 'open_source'
      if (chosen[from].length === 0) return
      const message = await takeSum(run.id, from)
      if (message !== null) notifications.show({ message: t(message), withBorder: true, autoClose: 4000 })
    })
  const leave = () => {
    clearSelection()
    onLeave()
  }
  const acts: Act[] = [
    {
      id: 'next',
      label: t('worklist.next'),
      keys: ['J'],
      letter: 'j',
      named: ['ArrowDown'],
      repeats: true,
      run: () => move(1),
    },
    {
      id: 'previous',
      label: t('worklist.previous'),
      keys: ['K'],
      letter: 'k',
      named: ['ArrowUp'],
      repeats: true,
      run: () => move(-1),
    },
    {
      id: 'select',
      label: t('manual.select'),
      keys: [t('manual.space')],
      named: [' '],
      run: () => {
        const row = list.rowAt(at[side])
        if (row) toggle(side, row)
      },
    },
    { id: 'side', label: t('manual.otherSide'), keys: ['Tab'], named: ['Tab'], run: () => setSide(other) },
    { id: 'sum', label: t('manual.findSum'), keys: ['F'], letter: 'f', run: () => void findSum() },
    { id: 'match', label: t('manual.match'), keys: ['Enter'], named: ['Enter'], run: confirm },
    { id: 'leave', label: t('manual.leave'), keys: ['M', 'Esc'], letter: 'm', named: ['Escape'], run: leave },
  ]
  return (
    <div className={classes.side} style={{ flex: 1 }}>
      <div className={classes.manual}>
        {sideNames.map((name) => (
          <SideColumn
            key={name}
            name={name}
            runId={run.id}
            isActive={name === side}
            at={at[name]}
            onPick={(index, row) => {
              setSide(name)
              setAt((before) => ({ ...before, [name]: index }))
              toggle(name, row)
            }}
          />
        ))}
      </div>
      <div className={classes.acts}>
        <Totals source={source} ledger={ledger} difference={difference} />
        <Button variant="default" onClick={leave}>
          {t('common.cancel')}
        </Button>
        <Button onClick={confirm} disabled={!ready}>
          {t('manual.matchCount', { source: chosen.open_source.length, ledger: chosen.open_ledger.length })}
        </Button>
      </div>
      <Acts acts={acts} />
      {treating && (
        <TreatmentDialog
          ledgerId={run.ledger_id}
          difference={difference}
          onClose={() => setTreating(false)}
          onConfirm={match}
        />
      )}
    </div>
  )
}

function SideColumn({
  name,
  runId,
  isActive,
  at,
  onPick,
}: {
  name: Side
  runId: string
  isActive: boolean
  at: number
  onPick: (index: number, row: QueueRow) => void
}) {
  const { t } = useTranslation()
  const [q, setQ] = useState('')
  const chosen = useSelection((state) => state.chosen[name])
  const list = sides[name]
  const window = useListWindow(list, { runId, group: name, ...(q === '' ? {} : { q }) })
  const isChosen = (row: QueueRow) => chosen.some(({ id }) => id === row.id)
  const title = t(name === 'open_source' ? 'manual.lines' : 'manual.entries')
  return (
    <section className={classes.column} data-active={isActive || undefined} aria-label={title}>
      <div className={queueClasses.tools}>
        <h2 className={classes.sideTitle} style={{ margin: 0 }}>
          {title}
        </h2>
        <QueueSearch
          value={q}
          onChange={setQ}
          label={t(name === 'open_source' ? 'manual.searchLines' : 'manual.searchEntries')}
          slash={isActive}
        />
      </div>
      <QueueList
        label={title}
        total={window.total}
        rowAt={list.rowAt}
        onSight={list.need}
        at={at}
        isFocused={(_, index) => isActive && index === at}
        isChosen={isChosen}
        onPick={onPick}
        lead={(row) => (
          <Checkbox
            size="xs"
            mt={2}
            tabIndex={-1}
            readOnly
            checked={isChosen(row)}
            aria-label={t('manual.choose', { name: row.name ?? row.text ?? '' })}
          />
        )}
        empty={
          <Nothing
            icon={<IconChecks size={26} stroke={1.5} />}
            title={t('manual.nothing')}
            text={t('manual.nothingText')}
          />
        }
      />
    </section>
  )
}
