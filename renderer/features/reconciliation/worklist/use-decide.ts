import { useRef } from 'react'
import { useAct } from '../../../shared/use-act.ts'
import type { RunOfBooks } from '../ledger-api.ts'
import { refreshRun } from '../store.ts'
import { inTurn } from './in-turn.ts'

/** One decision at a time: a key that is pressed twice decides once. */
export function useDecide(run: RunOfBooks, onDecided: () => void) {
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
