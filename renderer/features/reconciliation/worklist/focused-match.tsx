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
import { NoteDialog } from './dialogs.tsx'
import { type LineDialog, LineDialogs } from './line-dialogs.tsx'
import { MatchView } from './match-view.tsx'
import { withoutMembers } from './members.ts'
import type { PaneProps } from './pane.ts'
import { Totals } from './totals.tsx'
import { TreatmentDialog } from './treatment-dialog.tsx'
import { useDecide } from './use-decide.ts'
import { useAlternatives } from './use-focused.ts'
import { useNearest, useProposedBooking } from './use-nearest.ts'
import classes from './worklist.module.css'

/** A difference that nobody has said what to do with yet. */
const isUntreated = ({ difference, difference_treatment: treatment }: Match): boolean =>
  !isZero(difference) && (treatment.kind === 'none' || (treatment.kind === 'write_off' && !treatment.ledger_id))

type Dialog = Exclude<LineDialog, 'note'> | 'matchNote' | 'rejectWhy' | 'treat' | null
const nobody: readonly string[] = []

/** A proposal: accepted, rejected, or another one taken. */
export function FocusedMatch({ id, run, before, after, readOnly, onDecided, onShow }: PaneProps) {
  const { t } = useTranslation()
  const { shown, all, choose } = useAlternatives(id)
  const decide = useDecide(run, onDecided)
  const [dialog, setDialog] = useState<Dialog>(null)
  const [other, setOther] = useState<Candidate | null>(null)
  const match = shown.data
  const [left, setLeft] = useState({ matchId: id, out: nobody })
  // Who looks at an alternative begins with all of its members.
  const out = left.matchId === match?.id ? left.out : nobody
  const source = match?.legs.filter(({ side }) => side === 'source') ?? []
  // Where the engine kept no rivals, what comes nearest otherwise stands in for them.
  const lonely = source.length === 1 && all.length <= 1 && !readOnly ? (source[0] ?? null) : null
  const near = useNearest(lonely?.source_entry_id ?? null)
  const single = source.length === 1 ? (source[0]?.source_entry_id ?? null) : null
  const proposed = useProposedBooking(dialog === 'close' || dialog === 'book' ? single : null)
  if (!match)
    return (
      <section className={classes.side} aria-label={t('worklist.focus')}>
        <div className={classes.detail}>
          {shown.failure ? (
            <LoadFailure what={t('match.notLoaded')} failure={shown.failure} onRetry={() => void matches.load(id)} />
          ) : (
            <Skeleton height={200} />
          )}
        </div>
        {/* Who walks on does not wait for what lies on the way. */}
        <Acts acts={[...before, ...after]} />
      </section>
    )
  const rest = withoutMembers(match, out)
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
  const takeRest = (treatment?: Treatment) =>
    api.books.manualMatch(run.id, { ...rest.input, ...(treatment ? { difference_treatment: treatment } : {}) })
  const accept = () => {
    if (out.length === 0 ? isUntreated(match) : !isZero(rest.difference)) return setDialog('treat')
    void decide(() => (out.length === 0 ? api.books.accept(match.id, match.version) : takeRest()))
  }
  const reject = () => void decide(() => api.books.reject(match.id, match.version))
  const leaveOut = (member: string) =>
    setLeft({
      matchId: match.id,
      out: out.includes(member) ? out.filter((each) => each !== member) : [...out, member],
    })
  const acts: Act[] = !isOpen
    ? []
    : [
        { id: 'accept', label: t('worklist.accept'), keys: ['A', 'Enter'], letter: 'a', named: ['Enter'], run: accept },
        { id: 'reject', label: t('worklist.reject'), keys: ['R'], letter: 'r', run: reject },
        {
          id: 'rejectWhy',
          label: t('worklist.rejectWhy'),
          keys: ['W'],
          letter: 'w',
          run: () => setDialog('rejectWhy'),
        },
        ...(all.length > 1
          ? all.slice(0, 9).map((each, index) => ({
              id: `choose${index + 1}`,
              label: t('match.alternative', { n: index + 1, score: each.score }),
              keys: [String(index + 1)],
              letter: String(index + 1),
              run: () => choose(each.id),
            }))
          : candidateActs(nearest, chooseOther, t)),
        ...(single === null
          ? []
          : [
              { id: 'close', label: t('worklist.closeLine'), keys: ['C'], letter: 'c', run: () => setDialog('close') },
              { id: 'book', label: t('bookLine.title'), keys: ['B'], letter: 'b', run: () => setDialog('book') },
              { id: 'split', label: t('divide.title'), keys: ['S'], letter: 's', run: () => setDialog('split') },
            ]),
        { id: 'note', label: t('worklist.note'), keys: ['N'], letter: 'n', run: () => setDialog('matchNote') },
      ]
  return (
    <section className={classes.side} aria-label={t('worklist.focus')}>
      <div className={classes.detail}>
        <MatchView
          match={match}
          alternatives={all}
          onAlternative={choose}
          out={out}
          {...(isOpen ? { onLeaveOut: leaveOut } : {})}
        />
        {isOpen && lonely && <CandidateList candidates={nearest} onChoose={chooseOther} />}
      </div>
      <div className={classes.acts}>
        <Totals source={rest.source} ledger={rest.ledger} difference={rest.difference} />
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
          difference={out.length === 0 ? match.difference : rest.difference}
          onClose={() => setDialog(null)}
          onConfirm={async (treatment: Treatment) => {
            await (out.length === 0 ? api.books.accept(match.id, match.version, treatment) : takeRest(treatment))
            onDecided()
            refreshRun(run.id)
          }}
        />
      )}
      {dialog === 'rejectWhy' && (
        <NoteDialog
          title={t('worklist.rejectWhy')}
          confirm={t('worklist.reject')}
          note={null}
          onClose={() => setDialog(null)}
          onConfirm={async (reason) => {
            await api.books.reject(match.id, match.version, reason ?? undefined)
            onDecided()
            refreshRun(run.id)
          }}
        />
      )}
      {dialog === 'matchNote' && (
        <NoteDialog
          note={match.note}
          onClose={() => setDialog(null)}
          onConfirm={async (note) => {
            matches.set(match.id, await api.books.noteMatch(match.id, note))
            refreshRun(run.id)
          }}
        />
      )}
      {single !== null && (dialog === 'close' || dialog === 'book' || dialog === 'split') && (
        <LineDialogs
          dialog={dialog}
          id={single}
          run={run}
          proposed={proposed}
          onClose={() => setDialog(null)}
          onDecided={onDecided}
          onShow={onShow}
        />
      )}
    </section>
  )
}
