import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Hono } from 'hono'
import { day } from '../../core/time.ts'
import { findPackageRoot } from '../../node/package-root.ts'
import { disturbCall, disturbPage } from './behaviour.ts'
import { formatAmount, formatMoment } from './local-format.ts'
import { addSessionCalls } from './session-calls.ts'
import { type CajaSite, stateOf, visitOf } from './visitor.ts'

const assets = { 'caja.css': 'text/css', 'caja.js': 'text/javascript', 'ledger.js': 'text/javascript' } as const
const usualDays = 8
const mostDays = 60

/** The whole website as one Hono app: two pages that draw themselves, and the calls of their scripts. */
export function createCajaSite(site: CajaSite): Hono {
  const { behaviour, ledger, now } = site
  // From the package, not from this file: the built demonstration is one file elsewhere.
  const assetsDir = join(findPackageRoot(), 'main', 'demo', 'caja', 'assets')
  const asset = (name: string) => readFile(join(assetsDir, name), 'utf8')
  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })
  for (const [name, type] of Object.entries(assets))
    app.get(`/assets/${name}`, async (c) =>
      c.body(await asset(name), 200, { 'content-type': `${type}; charset=utf-8` }),
    )
  app.get('/', disturbPage(behaviour, 'shell'), async (c) => c.html(await asset('shell.html')))
  app.get('/ledger', disturbPage(behaviour, 'ledger'), async (c) => c.html(await asset('ledger.html')))
  app.get('/api/setup', disturbCall(behaviour, 'session'), (c) =>
    c.json({ renamed: behaviour.renamedLogin, extraField: behaviour.extraLoginField }),
  )
  addSessionCalls(app, site)

  app.get('/api/ledger/:account', disturbCall(behaviour, 'json'), (c) => {
    if (stateOf(site, visitOf(site, c)).state !== 'in') return c.json({ error: 'session_ended' }, 401)
    const account = ledger.account(c.req.param('account'))
    if (!account) return c.json({ error: 'no_such_account' }, 404)
    const asked = Number(c.req.query('days') ?? usualDays)
    const days = Number.isInteger(asked) && asked > 0 ? Math.min(asked, mostDays) : usualDays
    return c.json({
      account: account.number,
      currency: account.currency,
      entries: ledger.rows(account.number, now() - days * day).map((row) => ({
        ref: row.reference,
        posted: formatMoment(row.at),
        description: row.concept,
        counterparty: row.party,
        in: row.kind === 'credit' ? formatAmount(row.amountMinor) : null,
        out: row.kind === 'debit' ? formatAmount(row.amountMinor) : null,
        balance: formatAmount(row.balanceMinor),
      })),
    })
  })

  app.notFound((c) => c.json({ error: 'not_found' }, 404))
  app.onError((_error, c) => c.json({ error: 'failed' }, 500))
  return app
}
