import { OpenAPIHono } from '@hono/zod-openapi'
import type { Store } from '../db/store.ts'
import type { ApiEnv } from '../http/api.ts'
import type { Clock } from '../ports.ts'
import { createAudit } from './audit/service.ts'
import { createEntryList } from './books/entry-list.ts'
import { createJournals } from './books/journals.ts'
import { createLedgers } from './books/ledgers.ts'
import { bookRoutes } from './books/routes.ts'
import { notFound } from './errors.ts'

/** The books and their reconciliation: builds the parts of this half in order and answers its routes. */
export function createLedgerHalf({ store, now }: { store: Store; now: Clock }) {
  const audit = createAudit({ store, now })
  const ledgers = createLedgers({ store, audit, now })
  const journals = createJournals({ store, audit, ledgers, now, onChanging: () => undefined })
  const listEntries = createEntryList(store)
  // Paths with fixed words come before `/v1/ledgers/{id}`, which would take them for an id.
  const routes = new OpenAPIHono<ApiEnv>().route('/', bookRoutes({ ledgers, journals, listEntries, now }))
  routes.all('/v1/ledgers/*', (c) => {
    throw notFound(`${c.req.method} ${c.req.path}`)
  })
  return { routes }
}
