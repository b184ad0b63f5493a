import { type ReactNode, useState } from 'react'
import { api } from '../../../api.ts'
import { differenceOf, isZero } from '../amounts.ts'
import type { Candidate, Money, RunOfBooks, Treatment } from '../ledger-api.ts'
import { refreshRun } from '../store.ts'
import { TreatmentDialog } from './treatment-dialog.tsx'

interface Line {
  readonly id: string
  /** What of it is open. */
  readonly open: Money
}

/** Matching a line with an entry that comes nearest: at once, or after the difference was asked about. */
export function useTakeCandidate(
  run: RunOfBooks,
  line: Line | null,
  { decide, onDecided }: { decide: (decision: () => Promise<unknown>) => Promise<void>; onDecided: () => void },
): { choose: (candidate: Candidate) => void; dialog: ReactNode } {
  const [asked, setAsked] = useState<{ readonly line: Line; readonly candidate: Candidate } | null>(null)
  const take = ({ id }: Line, { entry }: Candidate, treatment?: Treatment) =>
    api.books.manualMatch(run.id, {
      source_entry_ids: [id],
      ledger_entry_ids: [entry.id],
      ...(treatment ? { difference_treatment: treatment } : {}),
    })
  const difference = (of: Line, { entry }: Candidate) => differenceOf(of.open, entry.open_amount)
  return {
    choose(candidate) {
      if (!line) return
      if (isZero(difference(line, candidate))) void decide(() => take(line, candidate))
      else setAsked({ line, candidate })
    },
    dialog: asked && (
      <TreatmentDialog
        ledgerId={run.ledger_id}
        difference={difference(asked.line, asked.candidate)}
        onClose={() => setAsked(null)}
        onConfirm={async (treatment) => {
          await take(asked.line, asked.candidate, treatment)
          onDecided()
          refreshRun(run.id)
        }}
      />
    ),
  }
}
