import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { findPackageRoot } from '../../node/package-root.ts'
import { addAccountPages } from './account-pages.ts'
import { type Behaviour, disturb } from './behaviour.ts'
import type { Ledger } from './ledger.ts'
import { addLoginPages } from './login-pages.ts'
import type { Frame } from './pages/layout.ts'
import { errorPage, missingPage } from './pages/trouble.ts'
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

const assets = { 'puerto.css': 'text/css', 'puerto.js': 'text/javascript', 'puerto.svg': 'image/svg+xml' } as const

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

/** The whole website as one Hono app. */
export function createSite(site: Site): Hono {
  // From the package, not from this file: the built demonstration is one file elsewhere.
  const assetsDir = join(findPackageRoot(), 'main', 'demo', 'bank', 'assets')
  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })
  for (const [name, type] of Object.entries(assets))
    app.get(`/recursos/${name}`, async (c) =>
      c.body(await readFile(join(assetsDir, name), 'utf8'), 200, {
        'content-type': `${type}; charset=utf-8`,
      }),
    )
  app.get('/', disturb(site.behaviour, 'overview'), (c) => c.redirect(signedInVisit(site, c) ? '/cuentas' : '/ingreso'))
  addLoginPages(app, site)
  addAccountPages(app, site)
  app.notFound((c) => c.html(missingPage(), 404))
  app.onError((_error, c) => c.html(errorPage(), 500))
  return app
}
