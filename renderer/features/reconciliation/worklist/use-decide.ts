import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../../shared/use-act.ts'
import type { RunOfBooks } from '../ledger-api.ts'
import { matches, refreshRun } from '../store.ts'
import { decidedElsewhere } from './decided-elsewhere.ts'
import { inTurn } from './in-turn.ts'

/** One decision at a time: a key that is pressed twice decides once. What was refused is said, and looked at again. */
export function useDecide(run: RunOfBooks, onDecided: () => void) {
  const { i18n } = useTranslation()
  const act = useAct()
  const busy = useRef(false)
  return async (decision: () => Promise<unknown>) => {
    if (busy.current) return
    busy.current = true
    await inTurn(async () => {
      const isDone = await act(async () => {
        try {
          await decision()
        } catch (error) {
          throw decidedElsewhere(error, i18n)
        }
      })
      if (isDone) onDecided()
      else matches.refresh()
      refreshRun(run.id)
    })
    busy.current = false
  }
}
