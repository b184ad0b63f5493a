import { Button, Skeleton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api.ts'
import { LoadFailure } from '../../../shared/ui/states.tsx'
import { isZero } from '../amounts.ts'
import type { Match, Treatment } from '../ledger-api.ts'
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
import { useTakeCandidate } from './use-take-candidate.tsx'
import classes from './worklist.module.css'

/** A difference that nobody has said what to do with yet. */
const isUntreated = ({ difference, difference_treatment: treatment }: Match): boolean =>
  !isZero(difference) && (treatment.kind === 'none' || (treatment.kind === 'write_off' && !treatment.ledger_id))

type Dialog = Exclude<LineDialog, 'note'> | 'matchNote' | 'rejectWhy' | 'treat'
type Rest = ReturnType<typeof withoutMembers>
/** A question and what it was asked about: another proposal may be on the screen before it is answered. */
interface Asked {
  readonly dialog: Dialog
  readonly match: Match
  /** What is taken where members were left out; null: all of it. */
  readonly rest: Rest | null
}
const nobody: readonly string[] = []

/** A proposal: accepted, rejected, or another one taken. */
export function FocusedMatch({ id, run, before, after, readOnly, onDecided, onShow }: PaneProps) {
  const { t } = useTranslation()
  const { shown, all, choose } = useAlternatives(id)
  const decide = useDecide(run, onDecided)
  const [asked, setAsked] = useState<Asked | null>(null)
  const match = shown.data
  const [left, setLeft] = useState({ matchId: id, out: nobody })
  // Who looks at an alternative begins with all of its members.
  const out = left.matchId === match?.id ? left.out : nobody
  const source = match?.legs.filter(({ side }) => side === 'source') ?? []
  // Where the engine kept no rivals, what comes nearest otherwise stands in for them.
  const lonely = source.length === 1 && all.length <= 1 && !readOnly ? (source[0] ?? null) : null
  const near = useNearest(lonely?.source_entry_id ?? null)
  const single = source.length === 1 ? (source[0]?.source_entry_id ?? null) : null
  const other = useTakeCandidate(
    run,
    lonely?.source_entry_id ? { id: lonely.source_entry_id, open: lonely.amount } : null,
    { decide, onDecided },
  )
  const askedLine = asked && lineOf(asked)
  const proposed = useProposedBooking(askedLine && askedLine.dialog !== 'split' ? askedLine.id : null)
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
  const ask = (dialog: Dialog) => setAsked({ dialog, match, rest: out.length === 0 ? null : rest })
  const take = (what: Pick<Asked, 'match' | 'rest'>, treatment?: Treatment) =>
    what.rest === null
      ? api.books.accept(what.match.id, what.match.version, treatment)
      : api.books.manualMatch(run.id, {
          ...what.rest.input,
          ...(treatment ? { difference_treatment: treatment } : {}),
        })
  const accept = () => {
    if (out.length === 0 ? isUntreated(match) : !isZero(rest.difference)) return ask('treat')
    void decide(() => take({ match, rest: out.length === 0 ? null : rest }))
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
          run: () => ask('rejectWhy'),
        },
        ...(all.length > 1
          ? all.slice(0, 9).map((each, index) => ({
              id: `choose${index + 1}`,
              label: t('match.alternative', { n: index + 1, score: each.score }),
              keys: [String(index + 1)],
              letter: String(index + 1),
              run: () => choose(each.id),
            }))
          : candidateActs(nearest, other.choose, t)),
        ...(single === null
          ? []
          : [
              { id: 'close', label: t('worklist.closeLine'), keys: ['C'], letter: 'c', run: () => ask('close') },
              { id: 'book', label: t('bookLine.title'), keys: ['B'], letter: 'b', run: () => ask('book') },
              { id: 'split', label: t('divide.title'), keys: ['S'], letter: 's', run: () => ask('split') },
            ]),
        { id: 'note', label: t('worklist.note'), keys: ['N'], letter: 'n', run: () => ask('matchNote') },
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
        {isOpen && lonely && <CandidateList candidates={nearest} onChoose={other.choose} />}
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
      {other.dialog}
      {asked?.dialog === 'treat' && (
        <TreatmentDialog
          ledgerId={run.ledger_id}
          difference={(asked.rest ?? asked.match).difference}
          onClose={() => setAsked(null)}
          onConfirm={async (treatment: Treatment) => {
            await take(asked, treatment)
            onDecided()
            refreshRun(run.id)
          }}
        />
      )}
      {asked?.dialog === 'rejectWhy' && (
        <NoteDialog
          title={t('worklist.rejectWhy')}
          confirm={t('worklist.reject')}
          note={null}
          onClose={() => setAsked(null)}
          onConfirm={async (reason) => {
            await api.books.reject(asked.match.id, asked.match.version, reason ?? undefined)
            onDecided()
            refreshRun(run.id)
          }}
        />
      )}
      {asked?.dialog === 'matchNote' && (
        <NoteDialog
          note={asked.match.note}
          onClose={() => setAsked(null)}
          onConfirm={async (note) => {
            matches.set(asked.match.id, await api.books.noteMatch(asked.match.id, note))
            refreshRun(run.id)
          }}
        />
      )}
      {askedLine && (
        <LineDialogs
          dialog={askedLine.dialog}
          id={askedLine.id}
          run={run}
          proposed={proposed}
          onClose={() => setAsked(null)}
          onDecided={onDecided}
          onShow={onShow}
        />
      )}
    </section>
  )
}

/** Where the question is about the one line of the proposal: which. */
function lineOf({ dialog, match }: Asked): { dialog: LineDialog; id: string } | null {
  const id = match.legs.find(({ side }) => side === 'source')?.source_entry_id
  return (dialog === 'close' || dialog === 'book' || dialog === 'split') && id ? { dialog, id } : null
}
