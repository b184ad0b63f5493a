import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Passage } from '../login/passage.ts'
import type { Visit } from '../login/visits.ts'
import type { SiteParts } from '../practice-site.ts'
import type { Behaviour } from './behaviour.ts'
import type { Frame } from './pages/layout.ts'

export type Site = SiteParts<Behaviour>

export type SiteVisit = Visit<Passage>

const cookieName = 'bdp_sesion'

export const visitOf = (site: Site, c: Context) => site.visits.find(getCookie(c, cookieName))

export function startVisit(c: Context, visit: SiteVisit): void {
  setCookie(c, cookieName, visit.id, { httpOnly: true, sameSite: 'Lax', path: '/' })
}

/** The signed-in visit, or `null`: then the caller sends the visitor to the login. */
export function signedInVisit(site: Site, c: Context): (SiteVisit & { user: NonNullable<SiteVisit['user']> }) | null {
  const visit = visitOf(site, c)
  return visit && visit !== 'expired' && visit.user ? { ...visit, user: visit.user } : null
}

export const frameOf = (site: Site, visit: NonNullable<ReturnType<typeof signedInVisit>>): Omit<Frame, 'title'> => ({
  session: { company: visit.user.company, csrf: visit.csrf, lastAccess: visit.lastAccess },
  thirdParties: site.behaviour.thirdParties,
})
