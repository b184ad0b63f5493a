import type { Database } from '../../db/open.ts'
import { notFound, refused } from '../errors.ts'
import type { Match } from './types.ts'

/**
 * What to answer to a decision on a suggestion that is no longer there: 409 `legs_not_open` naming the accepted match
 * that displaced it (8), else 404. Read from the trail, which keeps what every acceptance displaced.
 */
export function createDisplaced(db: Database) {
  const takers = db.prepare<[string, string], { entity_id: string; before: string }>(
    `select entity_id, before from audit_events
     where entity = 'match' and user_id = ? and instr(before, ?) > 0
       and action in ('accept', 'accept_unattended', 'accept_again', 'manual_match')
     order by seq desc`,
  )
  return (userId: string, id: string): Error => {
    const taker = takers
      .all(userId, id)
      .find(({ before }) => (JSON.parse(before) as { dropped: Match[] }).dropped.some((match) => match.id === id))
    return taker
      ? refused(
          'legs_not_open',
          'Another accepted match took a part of this meanwhile. Look at that match; undo it if it is wrong.',
          { match_id: taker.entity_id },
        )
      : notFound(`Match ${id}`)
  }
}
