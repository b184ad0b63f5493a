import { createHash, randomBytes } from 'node:crypto'
import type { Behaviour } from './behaviour.ts'
import type { BankUser } from './sign-in.ts'

/** One browser's visit, signed in or not. */
export interface Visit {
  readonly id: string
  readonly csrf: string
  readonly user: BankUser | null
  readonly lastAccess: number | null
  /** The address of a movement's detail page, different in every visit. */
  rowOf(reference: string): string
  referenceOf(row: string): string | undefined
}

export interface Visits {
  open(user: BankUser | null): Visit
  /** The visit of a cookie, or `expired` when there was one that is over. */
  find(id: string | undefined): Visit | 'expired' | null
  end(id: string): void
  /** Ends every signed-in visit, as banks do at night. */
  expireAll(): void
  signedIn(): number
}

const token = () => randomBytes(16).toString('hex')

export function createVisits(behaviour: Behaviour, now: () => number): Visits {
  const visits = new Map<string, { visit: Visit; seenAt: number; over: boolean }>()
  const lastAccess = new Map<string, number>()

  return {
    open(user) {
      const salt = token()
      const references = new Map<string, string>()
      const visit: Visit = {
        id: token(),
        csrf: token(),
        user,
        lastAccess: user ? (lastAccess.get(user.user) ?? null) : null,
        rowOf(reference) {
          const row = createHash('sha256').update(salt).update(reference).digest('hex').slice(0, 16)
          references.set(row, reference)
          return row
        },
        referenceOf: (row) => references.get(row),
      }
      if (user) lastAccess.set(user.user, now())
      visits.set(visit.id, { visit, seenAt: now(), over: false })
      return visit
    },
    find(id) {
      const known = id === undefined ? undefined : visits.get(id)
      if (!known) return id === undefined ? null : 'expired'
      if (known.visit.user && now() - known.seenAt > behaviour.sessionIdleMs) known.over = true
      if (known.over) return 'expired'
      known.seenAt = now()
      return known.visit
    },
    end: (id) => void visits.delete(id),
    expireAll() {
      for (const known of visits.values()) if (known.visit.user) known.over = true
    },
    signedIn: () => [...visits.values()].filter((known) => known.visit.user !== null && !known.over).length,
  }
}
