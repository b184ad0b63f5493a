import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../../api.ts'
import { CloseDialog } from '../discrepancies/discrepancies-view.tsx'
import { refreshRun } from '../store.ts'
import { type Act, Acts } from './acts.tsx'
import { DiscrepancyView, LonelyEntry } from './lonely-view.tsx'
import type { PaneProps } from './pane.ts'
import classes from './worklist.module.css'

/** An entry of the books that waits for its statement, or a critical discrepancy. */
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
