import { Button, Skeleton } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api.ts'
import { useLoaded } from '../../../shared/resource.ts'
import { LoadFailure } from '../../../shared/ui/states.tsx'
import { useAct } from '../../../shared/use-act.ts'
import { differenceOf, isZero } from '../amounts.ts'
import { CloseDialog } from '../discrepancies/discrepancies-view.tsx'
import type { Candidate, Match, RunOfBooks, Treatment } from '../ledger-api.ts'
import { items, matches, refreshRun } from '../store.ts'
import { type Act, Acts } from './acts.tsx'
import { CandidateList } from './candidate-list.tsx'
import { CloseItemDialog, NoteDialog, TreatmentDialog } from './dialogs.tsx'
import { inTurn } from './in-turn.ts'
import { DiscrepancyView, LonelyEntry, LonelyItem } from './lonely-view.tsx'
import { MatchTotals, MatchView } from './match-view.tsx'
import { useAlternatives } from './use-focused.ts'
import { useNearest } from './use-nearest.ts'
import classes from './worklist.module.css'

export interface PaneProps {
  id: string
  run: RunOfBooks
  before: readonly Act[]
  after: readonly Act[]
  readOnly: boolean
  /** The row was decided: the next one comes. */
  onDecided: () => void
}

/** One decision at a time: a key that is pressed twice decides once. */
function useDecide(run: RunOfBooks, onDecided: () => void) {
  const act = useAct()
  const busy = useRef(false)
  return async (decision: () => Promise<unknown>) => {
    if (busy.current) return
    busy.current = true
    await inTurn(async () => {
      if (await act(decision)) onDecided()
      refreshRun(run.id)
    })
    busy.current = false
  }
}

/** A difference that nobody has said what to do with yet. */
const isUntreated = ({ difference, difference_treatment: treatment }: Match): boolean =>
  !isZero(difference) && (treatment.kind === 'none' || (treatment.kind === 'write_off' && !treatment.ledger_id))

type Dialog = 'close' | 'note' | 'treat' | null

/** Each of the nearest entries under its number; its button is its row. */
const candidateActs = (nearest: readonly Candidate[], onChoose: (candidate: Candidate) => void, t: TFunction): Act[] =>
  nearest.slice(0, 9).map((candidate, index) => ({
    id: `candidate${index + 1}`,
    label: t('match.chooseCandidate', { n: candidate.entry.counterparty_name ?? candidate.entry.description }),
    keys: [String(index + 1)],
    letter: String(index + 1),
    isQuiet: true,
    run: () => onChoose(candidate),
  }))

export function FocusedMatch({ id, run, before, after, readOnly, onDecided }: PaneProps) {
  const { t } = useTranslation()
  const { shown, all, choose } = useAlternatives(id)
  const decide = useDecide(run, onDecided)
  const [dialog, setDialog] = useState<Dialog>(null)
  const [other, setOther] = useState<Candidate | null>(null)
  const match = shown.data
  const source = match?.legs.filter(({ side }) => side === 'source') ?? []
  // Where the engine kept no rivals, what comes nearest otherwise stands in for them.
  const lonely = source.length === 1 && all.length <= 1 && !readOnly ? (source[0] ?? null) : null
  const near = useNearest(lonely?.source_entry_id ?? null)
  if (!match)
    return shown.failure ? (
      <LoadFailure what={t('match.notLoaded')} failure={shown.failure} onRetry={() => void matches.load(id)} />
    ) : (
      <Skeleton m={20} height={200} />
    )
  const line = match.legs.find(({ side }) => side === 'source')
  const isOpen = match.status === 'suggested' && !readOnly
  const nearest = near.filter(({ entry }) => !match.legs.some((leg) => leg.ledger_entry_id === entry.id))
  const takeOther = ({ entry }: Candidate, treatment?: Treatment) =>
    api.books.manualMatch(run.id, {
      source_entry_ids: [lonely?.source_entry_id ?? ''],
      ledger_entry_ids: [entry.id],
      ...(treatment ? { difference_treatment: treatment } : {}),
    })
  const chooseOther = (candidate: Candidate) => {
    if (lonely && differenceOf(lonely.amount, candidate.entry.open_amount).amount !== '0') return setOther(candidate)
    void decide(() => takeOther(candidate))
  }
  const accept = () => {
    if (isUntreated(match)) return setDialog('treat')
    void decide(() => api.books.accept(match.id))
  }
  const reject = () => void decide(() => api.books.reject(match.id))
  const acts: Act[] = !isOpen
    ? []
    : [
        { id: 'accept', label: t('worklist.accept'), keys: ['A', 'Enter'], letter: 'a', named: ['Enter'], run: accept },
        { id: 'reject', label: t('worklist.reject'), keys: ['R'], letter: 'r', run: reject },
        ...(all.length > 1
          ? all.slice(0, 9).map((each, index) => ({
              id: `choose${index + 1}`,
              label: t('match.alternative', { n: index + 1, score: each.score }),
              keys: [String(index + 1)],
              letter: String(index + 1),
              run: () => choose(each.id),
            }))
          : candidateActs(nearest, chooseOther, t)),
        ...(line
          ? [{ id: 'close', label: t('worklist.closeLine'), keys: ['C'], letter: 'c', run: () => setDialog('close') }]
          : []),
        { id: 'note', label: t('worklist.note'), keys: ['N'], letter: 'n', run: () => setDialog('note') },
      ]
  return (
    <section className={classes.side} aria-label={t('worklist.focus')}>
      <div className={classes.detail}>
        <MatchView match={match} alternatives={all} onAlternative={choose} />
        {isOpen && lonely && <CandidateList candidates={nearest} onChoose={chooseOther} />}
      </div>
      <div className={classes.acts}>
        <MatchTotals match={match} />
        {isOpen && (
          <>
            <Button variant="default" onClick={reject}>
              {t('worklist.reject')}
            </Button>
            <Button onClick={accept}>{t('worklist.accept')}</Button>
          </>
        )}
      </div>
      <Acts acts={[...before, ...acts, ...after]} />
      {other && lonely && (
        <TreatmentDialog
          ledgerId={run.ledger_id}
          difference={differenceOf(lonely.amount, other.entry.open_amount)}
          onClose={() => setOther(null)}
          onConfirm={async (treatment) => {
            await takeOther(other, treatment)
            onDecided()
            refreshRun(run.id)
          }}
        />
      )}
      {dialog === 'treat' && (
        <TreatmentDialog
          ledgerId={run.ledger_id}
          difference={match.difference}
          onClose={() => setDialog(null)}
          onConfirm={async (treatment: Treatment) => {
            await api.books.accept(match.id, treatment)
            onDecided()
            refreshRun(run.id)
          }}
        />
      )}
      {dialog === 'note' && (
        <NoteDialog
          note={match.note}
          onClose={() => setDialog(null)}
          onConfirm={async (note) => {
            matches.set(match.id, await api.books.noteMatch(match.id, note))
            refreshRun(run.id)
          }}
        />
      )}
      {dialog === 'close' && line?.source_entry_id && (
        <CloseLine id={line.source_entry_id} run={run} onClose={() => setDialog(null)} onDecided={onDecided} />
      )}
    </section>
  )
}

export function FocusedItem({ id, run, before, after, readOnly, onDecided }: PaneProps) {
  const { t } = useTranslation()
  const { data: item } = useLoaded(items, id)
  const [dialog, setDialog] = useState<Dialog>(null)
  const act = useAct()
  const isClosed = item?.match_status === 'closed'
  const nearest = useNearest(id)
  const [chosen, setChosen] = useState<Candidate | null>(null)
  const decide = useDecide(run, onDecided)
  const canMatch = !readOnly && item !== undefined && !isClosed
  const matchWith = (candidate: Candidate, treatment?: Treatment) =>
    api.books.manualMatch(run.id, {
      source_entry_ids: [id],
      ledger_entry_ids: [candidate.entry.id],
      ...(treatment ? { difference_treatment: treatment } : {}),
    })
  const choose = (candidate: Candidate) => {
    if (!item) return
    if (differenceOf(item.open_amount, candidate.entry.open_amount).amount !== '0') return setChosen(candidate)
    void decide(() => matchWith(candidate))
  }
  const reopen = () =>
    void act(async () => {
      await api.books.reopenItem(id)
      refreshRun(run.id)
    })
  const acts: Act[] = readOnly
    ? []
    : [
        isClosed
          ? { id: 'reopen', label: t('worklist.reopenLine'), keys: ['O'], letter: 'o', run: reopen }
          : { id: 'close', label: t('worklist.closeLine'), keys: ['C'], letter: 'c', run: () => setDialog('close') },
        { id: 'note', label: t('worklist.note'), keys: ['N'], letter: 'n', run: () => setDialog('note') },
        ...(isClosed ? [] : candidateActs(nearest, choose, t)),
      ]
  const manual = after.find((each) => each.id === 'manual')
  return (
    <section className={classes.side} aria-label={t('worklist.focus')}>
      <div className={classes.detail}>
        <LonelyItem id={id} />
        {!isClosed && <CandidateList candidates={nearest} onChoose={canMatch ? choose : undefined} />}
      </div>
      {!readOnly && (
        <div className={classes.acts} style={{ justifyContent: 'flex-end' }}>
          {isClosed ? (
            <Button variant="default" onClick={reopen}>
              {t('worklist.reopenLine')}
            </Button>
          ) : (
            <>
              <Button variant="default" onClick={() => setDialog('close')}>
                {t('worklist.closeLine')}
              </Button>
              <Button onClick={manual?.run}>{t('worklist.manual')}</Button>
            </>
          )}
        </div>
      )}
      <Acts acts={[...before, ...acts, ...after]} />
      {chosen && item && (
        <TreatmentDialog
          ledgerId={run.ledger_id}
          difference={differenceOf(item.open_amount, chosen.entry.open_amount)}
          onClose={() => setChosen(null)}
          onConfirm={async (treatment) => {
            await matchWith(chosen, treatment)
            onDecided()
            refreshRun(run.id)
          }}
        />
      )}
      {dialog === 'close' && <CloseLine id={id} run={run} onClose={() => setDialog(null)} onDecided={onDecided} />}
      {dialog === 'note' && item && (
        <NoteDialog
          note={item.note}
          onClose={() => setDialog(null)}
          onConfirm={async (note) => {
            await api.books.noteItem(id, note)
            refreshRun(run.id)
          }}
        />
      )}
    </section>
  )
}

export function FocusedOther({ kind, id, run, before, after, readOnly, onDecided }: PaneProps & { kind: string }) {
  const { t } = useTranslation()
  const [closing, setClosing] = useState(false)
  const isDiscrepancy = kind === 'discrepancy'
  const acts: Act[] =
    isDiscrepancy && !readOnly
      ? [
          {
            id: 'close',
            label: t('discrepancies.closeThis'),
            keys: ['C'],
            letter: 'c',
            run: () => setClosing(true),
          },
        ]
      : []
  return (
    <section className={classes.side} aria-label={t('worklist.focus')}>
      <div className={classes.detail}>
        {kind === 'entry' && <LonelyEntry id={id} />}
        {isDiscrepancy && <DiscrepancyView id={id} runId={run.id} />}
      </div>
      {acts.length > 0 && (
        <div className={classes.acts} style={{ justifyContent: 'flex-end' }}>
          <Button variant="default" onClick={() => setClosing(true)}>
            {t('discrepancies.closeThis')}
          </Button>
        </div>
      )}
      <Acts acts={[...before, ...acts, ...after]} />
      {closing && (
        <CloseDialog
          count={1}
          onClose={() => setClosing(false)}
          onConfirm={async (reason, note) => {
            await api.books.closeDiscrepancy(id, reason, note)
            onDecided()
            refreshRun(run.id)
          }}
        />
      )}
    </section>
  )
}

/** Closes a line and goes on to the next. */
function CloseLine({
  id,
  run,
  onClose,
  onDecided,
}: {
  id: string
  run: RunOfBooks
  onClose: () => void
  onDecided: () => void
}) {
  const { data } = useLoaded(items, id)
  if (!data) return null
  return (
    <CloseItemDialog
      ledgerId={run.ledger_id}
      amount={data.open_amount}
      onClose={onClose}
      onConfirm={async (closing) => {
        await api.books.closeItem(id, closing)
        onDecided()
        refreshRun(run.id)
      }}
    />
  )
}
