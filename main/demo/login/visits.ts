import { createHash, randomBytes } from 'node:crypto'
import type { BankUser } from './sign-in.ts'

/** One browser's visit, signed in or not. */
export interface Visit<Passage> {
  readonly id: string
  readonly csrf: string
  readonly user: BankUser | null
  /** The steps between the right password and the accounts, while they are under way. */
  readonly passage: Passage | null
  readonly lastAccess: number | null
  /** The address of a movement's detail page, different in every visit. */
  rowOf(reference: string): string
  referenceOf(row: string): string | undefined
}

export interface Visits<Passage> {
  open(user: BankUser | null, passage?: Passage): Visit<Passage>
  /** The visit of a cookie, or `expired` when there was one that is over. */
  find(id: string | undefined): Visit<Passage> | 'expired' | null
  end(id: string): void
  /** Ends every visit that is past its password, as banks do at night. */
  expireAll(): void
  signedIn(): number
  /** Steps under way. */
  passages(): readonly Passage[]
}

const token = () => randomBytes(16).toString('hex')

export function createVisits<Passage>(
  behaviour: { readonly sessionIdleMs: number },
  now: () => number,
): Visits<Passage> {
  const visits = new Map<string, { visit: Visit<Passage>; seenAt: number; over: boolean }>()
  const lastAccess = new Map<string, number>()
  const isPastPassword = ({ user, passage }: Visit<Passage>) => user !== null || passage !== null
  const isOver = (known: { visit: Visit<Passage>; seenAt: number; over: boolean }) =>
    known.over || (isPastPassword(known.visit) && now() - known.seenAt > behaviour.sessionIdleMs)
  const alive = () => [...visits.values()].filter((known) => !isOver(known)).map((known) => known.visit)

  return {
    open(user, passage) {
      const salt = token()
      const references = new Map<string, string>()
      const visit: Visit<Passage> = {
        id: token(),
        csrf: token(),
        user,
        passage: passage ?? null,
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
      known.over = isOver(known)
      if (known.over) return 'expired'
      known.seenAt = now()
      return known.visit
    },
    end: (id) => void visits.delete(id),
    expireAll() {
      for (const known of visits.values()) if (isPastPassword(known.visit)) known.over = true
    },
    signedIn: () => alive().filter((visit) => visit.user !== null).length,
    passages: () => alive().flatMap((visit) => visit.passage ?? []),
  }
}
