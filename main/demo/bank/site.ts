import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Hono } from 'hono'
import { findPackageRoot } from '../../node/package-root.ts'
import { addAccountPages } from './account-pages.ts'
import { disturb } from './behaviour.ts'
import { addCodePages } from './code-pages.ts'
import { addLoginPages } from './login-pages.ts'
import { errorPage, missingPage } from './pages/trouble.ts'
import { addStepPages } from './step-pages.ts'
import { type Site, signedInVisit } from './visitor.ts'

const assets = {
  'puerto.css': 'text/css',
  'cuentas.css': 'text/css',
  'puerto.js': 'text/javascript',
  'pasos.js': 'text/javascript',
  'puerto.svg': 'image/svg+xml',
} as const

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
  addCodePages(app, site)
  addStepPages(app, site)
  addAccountPages(app, site)
  app.notFound((c) => c.html(missingPage(), 404))
  app.onError((_error, c) => c.html(errorPage(), 500))
  return app
}
