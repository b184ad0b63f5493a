import { Button, Skeleton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api.ts'
import { LoadFailure } from '../../../shared/ui/states.tsx'
import { differenceOf, isZero } from '../amounts.ts'
import type { Candidate, Match, Treatment } from '../ledger-api.ts'
import { matches, refreshRun } from '../store.ts'
import { type Act, Acts } from './acts.tsx'
import { candidateActs } from './candidate-acts.ts'
import { CandidateList } from './candidate-list.tsx'
import { CloseLine } from './close-line.tsx'
import { NoteDialog, TreatmentDialog } from './dialogs.tsx'
import { MatchTotals, MatchView } from './match-view.tsx'
import type { PaneProps } from './pane.ts'
import { useDecide } from './use-decide.ts'
import { useAlternatives } from './use-focused.ts'
import { useNearest } from './use-nearest.ts'
import classes from './worklist.module.css'

/** A difference that nobody has said what to do with yet. */
const isUntreated = ({ difference, difference_treatment: treatment }: Match): boolean =>
  !isZero(difference) && (treatment.kind === 'none' || (treatment.kind === 'write_off' && !treatment.ledger_id))

type Dialog = 'close' | 'note' | 'treat' | null

/** A proposal: accepted, rejected, or another one taken. */
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
