import { setImmediate } from 'node:timers/promises'
import type { Database } from '../../db/open.ts'
import type { Actor } from '../audit/service.ts'
import type { Band } from '../engine/types.ts'
import { LedgerRefusal, notFound } from '../errors.ts'
import type { Runs } from '../runs/service.ts'
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

/** Decisions per turn of the event loop, so that the window stays fluid while many are taken. */
const decisionsPerTurn = 10

const bandsFrom: Record<Band, readonly Band[]> = {
  strong: ['strong'],
  likely: ['strong', 'likely'],
  possible: ['strong', 'likely', 'possible'],
}

/** Accepts many suggestions, best first, each for itself: what cannot be taken is named with its reason (10.2). */
export function createAcceptAll({ db, runs, matches }: { db: Database; runs: Runs; matches: Matches }) {
  const suggested = db.prepare<[string], { id: string; band: Band; isRival: number }>(
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
    for (let at = 0; at < ids.length; at += decisionsPerTurn) {
      for (const id of ids.slice(at, at + decisionsPerTurn))
        try {
          // A suggestion that another one displaced is no longer there; accepting it says so.
          const known = matches.find(actor.userId, id)
          if (known && known.runId !== runId) throw notFound(`Match ${id} of this run`)
          accepted.push(matches.accept(actor, id).id)
        } catch (error) {
          if (!(error instanceof LedgerRefusal)) throw error
          refused.push({ matchId: id, code: error.code, message: error.message })
        }
      await setImmediate()
    }
    return { accepted, refused }
  }
}
