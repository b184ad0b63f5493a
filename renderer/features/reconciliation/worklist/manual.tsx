import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api.ts'
import { useAct } from '../../../shared/use-act.ts'
import { isZero, sumOf } from '../amounts.ts'
import type { Money, QueueRow, RunOfBooks, Treatment } from '../ledger-api.ts'
import { queue, refreshRun } from '../store.ts'
import { type Act, Acts } from './acts.tsx'
import { takeSum } from './find-sum.ts'
import { LineDialogs } from './line-dialogs.tsx'
import { beginSelection, clearSelection, type Side, shareOf, toggle, useSelection } from './manual-selection.ts'
import { Shares } from './shares.tsx'
import { SideColumn } from './side-column.tsx'
import { Totals } from './totals.tsx'
import { TreatmentDialog } from './treatment-dialog.tsx'
import { useEarlyKeys } from './use-early-keys.ts'
import { useTwoSides } from './use-two-sides.ts'
import classes from './worklist.module.css'

const sideNames: readonly Side[] = ['open_source', 'open_ledger']

/** Matching by hand: any lines left, any entries right, what both add up to beneath. */
export function ManualMatchView({
  run,
  start,
  findsSum,
  onLeave,
}: {
  run: RunOfBooks
  /** The row that the cursor stood on: chosen already. */
  start: string | null
  /** What sums to it is looked for at once. */
  findsSum: boolean
  onLeave: () => void
}) {
  const { t } = useTranslation()
  const act = useAct()
  const chosen = useSelection((state) => state.chosen)
  const shares = useSelection((state) => state.shares)
  const { side, at, isHere, move, go, change, sideNow, rowHere } = useTwoSides()
  useEarlyKeys(isHere)
  const [treating, setTreating] = useState(false)
  const [search, setSearch] = useState<AbortController | null>(null)
  const [wanted, setWanted] = useState<{ readonly id: string } | null>(null)
  const [dividing, setDividing] = useState<QueueRow | null>(null)
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

  const shared = (rows: readonly QueueRow[]) =>
    rows.flatMap((row) => (row.amount ? [{ id: row.id, open: row.amount, share: shareOf(row, shares[row.id]) }] : []))
  const taken = { open_source: shared(chosen.open_source), open_ledger: shared(chosen.open_ledger) }
  const sum = (name: Side): Money =>
    sumOf(
      taken[name].map(({ open, share }) => ({ ...open, amount: share ?? '0' })),
      run.currency,
      precision,
    )
  const source = sum('open_source')
  const ledger = sum('open_ledger')
  const difference = { ...source, amount: String(BigInt(source.amount) - BigInt(ledger.amount)) }
  const count = chosen.open_source.length + chosen.open_ledger.length
  const all = [...taken.open_source, ...taken.open_ledger]
  const ready = count >= 2 && all.every(({ share }) => share !== null)
  const match = async (treatment?: Treatment) => {
    const parts = all.filter(({ open, share }) => share !== open.amount)
    await api.books.manualMatch(run.id, {
      source_entry_ids: chosen.open_source.map(({ id }) => id),
      ledger_entry_ids: chosen.open_ledger.map(({ id }) => id),
      ...(parts.length > 0
        ? { allocations: Object.fromEntries(parts.map(({ id, share }) => [id, share ?? '0'])) }
        : {}),
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
  /** Looks on the other side for what sums to the selection; once more: the next group. */
  const findSum = async () => {
    const { chosen: now } = useSelection.getState()
    const from: Side =
      now.open_source.length > 0 && (sideNow() === 'open_source' || now.open_ledger.length === 0)
        ? 'open_source'
        : 'open_ledger'
    if (now[from].length === 0 || search !== null) return
    const abort = new AbortController()
    setSearch(abort)
    await act(async () => {
      const message = await takeSum(run.id, from, abort.signal).catch((error: unknown) => {
        if (abort.signal.aborted) return null
        throw error
      })
      if (message !== null) notifications.show({ message: t(message), withBorder: true, autoClose: 4000 })
    })
    setSearch(null)
  }
  const findNow = useEffectEvent(() => void findSum())
  useEffect(() => {
    const { open_source: lines, open_ledger: entries } = useSelection.getState().chosen
    // After a reload what was found is there already.
    if (findsSum && (lines.length === 0 || entries.length === 0)) findNow()
  }, [findsSum])
  /** A part of the row under the cursor: it is chosen, and its share is typed. */
  const share = () => {
    const row = rowHere()
    if (!row) return
    if (!useSelection.getState().chosen[sideNow()].some(({ id }) => id === row.id)) toggle(sideNow(), row)
    setWanted({ id: row.id })
  }
  const divide = () => {
    const row = sideNow() === 'open_source' ? rowHere() : undefined
    if (row) setDividing(row)
  }
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
        const row = rowHere()
        if (row) toggle(sideNow(), row)
      },
    },
    { id: 'side', label: t('manual.otherSide'), keys: ['Tab'], named: ['Tab'], run: change },
    { id: 'share', label: t('manual.share'), keys: ['P'], letter: 'p', run: share },
    ...(side === 'open_source'
      ? [{ id: 'split', label: t('divide.title'), keys: ['S'], letter: 's', run: divide }]
      : []),
    { id: 'sum', label: t('manual.findSum'), keys: ['F'], letter: 'f', run: () => void findSum() },
    { id: 'match', label: t('manual.match'), keys: ['Enter'], named: ['Enter'], run: confirm },
    { id: 'leave', label: t('manual.leave'), keys: ['M', 'Esc'], letter: 'm', named: ['Escape'], run: leave },
  ]
  return (
    <div className={`${classes.side} ${classes.hand}`}>
      <div className={classes.manual}>
        {sideNames.map((name) => (
          <SideColumn
            key={name}
            name={name}
            runId={run.id}
            isActive={name === side}
            at={at[name]}
            onPick={(index, row) => {
              go(name, index)
              toggle(name, row)
            }}
          />
        ))}
      </div>
      {search !== null && (
        <div className={classes.acts} role="status">
          {t('manual.searching')}
          <Button variant="default" size="compact-sm" onClick={() => search.abort()}>
            {t('manual.stop')}
          </Button>
        </div>
      )}
      <Shares wanted={wanted} />
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
      {dividing && (
        <LineDialogs
          dialog="split"
          id={dividing.id}
          run={run}
          proposed={null}
          onClose={() => setDividing(null)}
          onDecided={() => undefined}
          onShow={() => {
            if (chosen.open_source.some(({ id }) => id === dividing.id)) toggle('open_source', dividing)
          }}
        />
      )}
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
