import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Behaviour } from './behaviour.ts'
import type { Ledger } from './ledger.ts'
import type { Frame } from './pages/layout.ts'
import type { SignIn } from './sign-in.ts'
import type { Visit, Visits } from './visits.ts'

/** What the pages work on. */
export interface Site {
  readonly ledger: Ledger
  readonly signIn: SignIn
  readonly visits: Visits
  readonly behaviour: Behaviour
  readonly now: () => number
}

const cookieName = 'bdp_sesion'

export const visitOf = (site: Site, c: Context) => site.visits.find(getCookie(c, cookieName))

export function startVisit(c: Context, visit: Visit): void {
  setCookie(c, cookieName, visit.id, { httpOnly: true, sameSite: 'Lax', path: '/' })
}

/** The signed-in visit, or `null`: then the caller sends the visitor to the login. */
export function signedInVisit(site: Site, c: Context): (Visit & { user: NonNullable<Visit['user']> }) | null {
  const visit = visitOf(site, c)
  return visit && visit !== 'expired' && visit.user ? { ...visit, user: visit.user } : null
}

export const frameOf = (site: Site, visit: NonNullable<ReturnType<typeof signedInVisit>>): Omit<Frame, 'title'> => ({
  session: { company: visit.user.company, csrf: visit.csrf, lastAccess: visit.lastAccess },
  thirdParties: site.behaviour.thirdParties,
})
