import { Button } from '@mantine/core'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api.ts'
import { useLoaded } from '../../../shared/resource.ts'
import { items } from '../store.ts'
import { type Act, Acts } from './acts.tsx'
import { candidateActs } from './candidate-acts.ts'
import { CandidateList } from './candidate-list.tsx'
import { type LineDialog, LineDialogs } from './line-dialogs.tsx'
import { LonelyItem } from './lonely-view.tsx'
import type { PaneProps } from './pane.ts'
import { isOffered, ProposedClosing } from './proposed-closing.tsx'
import { useDecide } from './use-decide.ts'
import { useNearest, useProposedBooking } from './use-nearest.ts'
import { useTakeCandidate } from './use-take-candidate.tsx'
import classes from './worklist.module.css'

/** A line of the statement for which no match is proposed: closed as a rule says, booked, divided, or matched. */
export function FocusedItem({ id, run, before, after, readOnly, onDecided, onShow }: PaneProps) {
  const { t } = useTranslation()
  const { data: item } = useLoaded(items, id)
  const [dialog, setDialog] = useState<LineDialog | null>(null)
  const [isAsked, setAsked] = useState(false)
  const isDivided = item?.parts.some(({ level }) => level === 'split') ?? false
  const wholeId = item?.level === 'split' ? item.parent_entry_id : isDivided ? id : null
  const isDone = item?.match_status === 'closed' || item?.match_status === 'matched'
  const nearest = useNearest(isDone || isDivided ? null : id)
  const proposed = useProposedBooking(isDone || isDivided ? null : id)
  const decide = useDecide(run, onDecided)
  const stay = useDecide(run, () => undefined)
  // A line that is not here yet takes its keys all the same: its dialog waits for it.
  const isOpen = !readOnly && !isDone && !isDivided
  const candidate = useTakeCandidate(run, item ? { id, open: item.open_amount } : null, { decide, onDecided })
  const reopen = () => void stay(() => api.books.reopenItem(id))
  const join = () =>
    void stay(async () => {
      if (wholeId === null) return
      await api.books.joinItem(wholeId)
      onShow(`item:${wholeId}`)
    })
  const takeClosing = () => void decide(() => api.books.acceptClosing(run.id, id))
  const leaveClosing = () => void stay(() => api.books.rejectClosing(run.id, id))
  const hasOffer = isOpen && isOffered(proposed)

  const opening = (what: LineDialog, label: string, key: string): Act => ({
    id: what,
    label,
    keys: [key],
    letter: key.toLowerCase(),
    run: () => setDialog(what),
  })
  // Whether the line is whole or a part may not be known yet when the key is pressed.
  const divideOrJoin = useEffectEvent(() => (wholeId === null ? setDialog('split') : join()))
  const isHere = item !== undefined
  useEffect(() => {
    if (!isAsked || !isHere) return
    setAsked(false)
    divideOrJoin()
  }, [isAsked, isHere])
  const dividing: Act[] =
    readOnly || (isDone && wholeId === null)
      ? []
      : [
          {
            id: 'split',
            label: t(wholeId === null ? 'divide.title' : 'divide.join'),
            keys: ['S'],
            letter: 's',
            run: () => setAsked(true),
          },
        ]
  const acts: Act[] = [
    ...(hasOffer
      ? [
          {
            id: 'accept',
            label: t('worklist.accept'),
            keys: ['A', 'Enter'],
            letter: 'a',
            named: ['Enter'],
            run: takeClosing,
          },
          { id: 'reject', label: t('worklist.reject'), keys: ['R'], letter: 'r', run: leaveClosing },
        ]
      : []),
    ...(isOpen ? [opening('close', t('worklist.closeLine'), 'C'), opening('book', t('bookLine.title'), 'B')] : []),
    ...dividing,
    ...(!readOnly && item?.match_status === 'closed'
      ? [{ id: 'reopen', label: t('worklist.reopenLine'), keys: ['O'], letter: 'o', run: reopen }]
      : []),
    ...(readOnly ? [] : [opening('note', t('worklist.note'), 'N')]),
    ...(isOpen ? candidateActs(nearest, candidate.choose, t) : []),
  ]
  const manual = after.find((each) => each.id === 'manual')
  return (
    <section className={classes.side} aria-label={t('worklist.focus')}>
      <div className={classes.detail}>
        {hasOffer && <ProposedClosing proposed={proposed} onAccept={takeClosing} onReject={leaveClosing} />}
        <LonelyItem id={id} />
        {!isDone && !isDivided && (
          <CandidateList candidates={nearest} onChoose={isOpen ? candidate.choose : undefined} />
        )}
      </div>
      {!readOnly && (
        <div className={classes.acts} style={{ justifyContent: 'flex-end' }}>
          {wholeId !== null && (
            <Button variant="default" onClick={join}>
              {t('divide.join')}
            </Button>
          )}
          {item?.match_status === 'closed' && (
            <Button variant="default" onClick={reopen}>
              {t('worklist.reopenLine')}
            </Button>
          )}
          {isOpen && (
            <>
              <Button variant="default" onClick={() => setDialog('close')}>
                {t('worklist.closeLine')}
              </Button>
              {manual && <Button onClick={manual.run}>{t('worklist.manual')}</Button>}
            </>
          )}
        </div>
      )}
      <Acts acts={[...before, ...acts, ...after]} />
      {candidate.dialog}
      {dialog !== null && (
        <LineDialogs
          dialog={dialog}
          id={id}
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
