import type { FreeMovement, OpenRequest } from '../../../main/core/matching/assignment/types.ts'
import { day } from '../../../main/core/time.ts'

/** The name score of the reference service as spec 3.4 states it, letter for letter: the peer of our comparison. */
export function scoreByReferenceRule(expected: string | null, actual: string | null): number {
  const [e, a] = [normalise(expected ?? ''), normalise(actual ?? '')]
  if (e === '' || a === '') return 0.5
  if (e === a) return 1
  const [wordsE, wordsA] = [wordsOf(e), wordsOf(a)]
  const shared = [...wordsE].filter((word) => wordsA.has(word)).length
  const all = new Set([...wordsE, ...wordsA]).size
  const overlap = wordsE.size === 0 || wordsA.size === 0 ? 0 : shared / all
  return Math.max(overlap, e.includes(a) || a.includes(e) ? 0.8 : 0)
}

const normalise = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[^a-z0-9\s]/g, '')
    .replace(/\s+/g, ' ')
    .trim()

const wordsOf = (name: string): Set<string> => new Set(name.split(' ').filter((word) => word.length >= 2))

export type ReferenceOutcome = 'ambiguous' | 'not_found' | { readonly movement: string }

/**
 * What the reference rule decides (3.3 to 3.5, with the margin of 3.5), one request after the other, oldest first, each
 * movement used once.
 */
export function decideByReferenceRule(
  requests: readonly OpenRequest[],
  movements: readonly FreeMovement[],
): Map<string, ReferenceOutcome> {
  const free = new Set(movements)
  const outcomes = new Map<string, ReferenceOutcome>()
  for (const request of [...requests].sort((x, y) => x.createdAt - y.createdAt)) {
    const accepted = [...free]
      .filter(
        (movement) =>
          movement.amountMinor === request.amountMinor &&
          movement.currency === request.currency &&
          movement.receivedAt >= request.createdAt - 5 * day,
      )
      .map((movement) => ({ movement, score: scoreByReferenceRule(request.name, movement.sender) }))
      .filter(({ score }) => score > 0)
      .sort((x, y) => y.score - x.score)
    const [best, second] = accepted
    const isClear = best && (!second || (best.score >= 0.8 && best.score - second.score >= 0.2))
    if (best && isClear) {
      free.delete(best.movement)
      outcomes.set(request.id, { movement: best.movement.id })
    } else outcomes.set(request.id, best ? 'ambiguous' : 'not_found')
  }
  return outcomes
}
