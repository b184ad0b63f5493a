import { createRoute, z } from '@hono/zod-openapi'
import type { Store } from '../../db/store.ts'
import { json } from '../../http/api.ts'
import { signReadingBody, signReadingSchema } from '../../imports/sign-body.ts'
import type { SignMemory, SignOwner } from '../../imports/sign-memory.ts'
import type { Audit } from '../audit/service.ts'
import type { Ledgers } from '../books/ledgers.ts'
import { actorOf, ledgerApi, ledgerFailures } from '../http.ts'
import { recordSigns } from './record.ts'

const tags = ['Reconciliation sources']
const base = '/v1/ledgers/{ledgerID}/sign-readings'
const { 404: gone } = ledgerFailures

const list = createRoute({
  method: 'get',
  path: base,
  tags,
  summary: 'How the bank of this ledger signs reversals in its files, as earlier files told',
  request: { params: z.object({ ledgerID: z.string() }) },
  responses: { 200: json('Remembered, by format', z.object({ data: z.array(signReadingSchema) })), 404: gone },
})
const forget = createRoute({
  method: 'delete',
  path: `${base}/{readingID}`,
  tags,
  summary: 'Forget it; later files are read as they stand unless their balances show otherwise',
  request: { params: z.object({ ledgerID: z.string(), readingID: z.string() }) },
  responses: { 204: { description: 'Forgotten' }, 404: gone },
})

export interface SignRouteDeps {
  readonly store: Store
  readonly signs: SignMemory
  readonly ledgers: Ledgers
  readonly audit: Audit
}

/** `/v1/ledgers/{ledgerID}/sign-readings` (4.3.4). */
export function signRoutes({ store, signs, ledgers, audit }: SignRouteDeps) {
  const ownerOf = (userId: string, reference: string): SignOwner => ({
    userId,
    accountId: null,
    ledgerId: ledgers.find(userId, reference).id,
  })
  return ledgerApi()
    .openapi(list, (c) => {
      const rows = signs.list(ownerOf(c.var.user.id, c.req.valid('param').ledgerID))
      return c.json({ data: rows.map(signReadingBody) }, 200)
    })
    .openapi(forget, (c) => {
      const { ledgerID, readingID } = c.req.valid('param')
      const actor = actorOf(c)
      const owner = ownerOf(actor.userId, ledgerID)
      store.write(() => recordSigns(audit, actor, [signs.forget(owner, readingID)]))
      return c.body(null, 204)
    })
}
