import { setImmediate } from 'node:timers/promises'
import type { Store } from '../../db/store.ts'
import { LedgerRefusal } from '../errors.ts'

/** How long decisions are taken before the window gets its turn. */
const turnMs = 20

/**
 * Takes many decisions, each for itself: what is refused leaves nothing behind and is handed to `refused`. Those of one
 * turn of the event loop are on disk together, since waiting for the disk after each is most of their time.
 */
export async function decideInTurns(
  { db, write }: Store,
  ids: readonly string[],
  decide: (id: string) => void,
  refused: (id: string, refusal: LedgerRefusal) => void,
): Promise<void> {
  const alone = db.transaction(decide)
  const attempt = (id: string) => {
    try {
      alone(id)
    } catch (error) {
      if (!(error instanceof LedgerRefusal)) throw error
      refused(id, error)
    }
  }
  for (let at = 0; at < ids.length; ) {
    const until = performance.now() + turnMs
    write(() => {
      do attempt(ids[at++] as string)
      while (at < ids.length && performance.now() < until)
    })
    await setImmediate()
  }
}
