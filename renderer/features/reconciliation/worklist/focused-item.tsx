import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api.ts'
import { useLoaded } from '../../../shared/resource.ts'
import { useAct } from '../../../shared/use-act.ts'
import { differenceOf } from '../amounts.ts'
import type { Candidate, Treatment } from '../ledger-api.ts'
import { items, refreshRun } from '../store.ts'
import { type Act, Acts } from './acts.tsx'
import { candidateActs } from './candidate-acts.ts'
import { CandidateList } from './candidate-list.tsx'
import { CloseLine } from './close-line.tsx'
import { NoteDialog, TreatmentDialog } from './dialogs.tsx'
import { LonelyItem } from './lonely-view.tsx'
import type { PaneProps } from './pane.ts'
import { useDecide } from './use-decide.ts'
import { useNearest } from './use-nearest.ts'
import classes from './worklist.module.css'

/** A line of the statement for which nothing is proposed. */
export function FocusedItem({ id, run, before, after, readOnly, onDecided }: PaneProps) {
  const { t } = useTranslation()
  const { data: item } = useLoaded(items, id)
  const [dialog, setDialog] = useState<'close' | 'note' | null>(null)
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
