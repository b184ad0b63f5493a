import type { Store } from '../../db/store.ts'
import type { Actor } from '../audit/service.ts'
import type { Band } from '../engine/types.ts'
import { notFound } from '../errors.ts'
import type { Runs } from '../runs/service.ts'
import { decideInTurns } from './in-turns.ts'
import type { Matches } from './service.ts'

export interface AcceptAll {
  /** The weakest band that is taken; rivals of one another are taken only by their ids. */
  readonly minBand: Band
  /** Only these suggestions; null for every one of the run. */
  readonly ids: readonly string[] | null
}

export interface AcceptedAll {
  readonly accepted: readonly string[]
  readonly refused: readonly { readonly matchId: string; readonly code: string; readonly message: string }[]
}

const bandsFrom: Record<Band, readonly Band[]> = {
  strong: ['strong'],
  likely: ['strong', 'likely'],
  possible: ['strong', 'likely', 'possible'],
}

/** Accepts many suggestions, best first, each for itself: what cannot be taken is named with its reason (10.2). */
export function createAcceptAll({ store, runs, matches }: { store: Store; runs: Runs; matches: Matches }) {
  const suggested = store.db.prepare<[string], { id: string; band: Band; isRival: number }>(
    `select id, band, ambiguous_with <> '[]' as isRival from ledger_matches
     where run_id = ? and status = 'suggested' order by score desc, id`,
  )
  function chosen(runId: string, { minBand, ids }: AcceptAll): string[] {
    if (ids !== null) {
      const bands = new Map(suggested.all(runId).map(({ id, band }) => [id, band]))
      // An id that is no suggestion of this band is tried too, so that its refusal says why.
      return [...new Set(ids)].filter((id) => bandsFrom[minBand].includes(bands.get(id) ?? minBand))
    }
    return suggested
      .all(runId)
      .filter(({ band, isRival }) => bandsFrom[minBand].includes(band) && isRival === 0)
      .map(({ id }) => id)
  }

  return async (actor: Actor, runId: string, which: AcceptAll): Promise<AcceptedAll> => {
    runs.checkOpen(runs.get(actor.userId, runId))
    const ids = chosen(runId, which)
    const accepted: string[] = []
    const refused: { matchId: string; code: string; message: string }[] = []
    await decideInTurns(
      store,
      ids,
      (id) => {
        // A suggestion that another one displaced is no longer there; accepting it says so.
        const known = matches.find(actor.userId, id)
        if (known && known.runId !== runId) throw notFound(`Match ${id} of this run`)
        accepted.push(matches.accept(actor, id).id)
      },
      (matchId, { code, message }) => refused.push({ matchId, code, message }),
    )
    return { accepted, refused }
  }
}
