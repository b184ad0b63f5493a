import { createRoute, z } from '@hono/zod-openapi'
import type { Accounts } from '../accounts/types.ts'
import { api, failures, json } from '../http/api.ts'
import { signReadingBody, signReadingSchema } from './sign-body.ts'
import type { SignMemory, SignOwner } from './sign-memory.ts'

const tags = ['Imports']
const path = '/accounts/{accountId}/sign-readings'

const list = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'How the bank of this account signs reversals in its files, as earlier files told',
  request: { params: z.object({ accountId: z.string() }) },
  responses: { 200: json('Remembered, by format', z.array(signReadingSchema)), 404: failures[404] },
})
const forget = createRoute({
  method: 'delete',
  path: `${path}/{readingId}`,
  tags,
  summary: 'Forget it; later files are read as they stand unless their balances show otherwise',
  request: { params: z.object({ accountId: z.string(), readingId: z.string() }) },
  responses: { 204: { description: 'Forgotten' }, 404: failures[404] },
})

/** `/accounts/{accountId}/sign-readings` (ledger specification 4.3.4). */
export function signRoutes({ signs, accounts }: { signs: SignMemory; accounts: Pick<Accounts, 'owned'> }) {
  const ownerOf = (userId: string, accountId: string): SignOwner => ({
    userId: accounts.owned(userId, accountId).userId,
    accountId,
    ledgerId: null,
  })
  return api()
    .openapi(list, (c) =>
      c.json(signs.list(ownerOf(c.var.user.id, c.req.valid('param').accountId)).map(signReadingBody), 200),
    )
    .openapi(forget, (c) => {
      const { accountId, readingId } = c.req.valid('param')
      signs.forget(ownerOf(c.var.user.id, accountId), readingId)
      return c.body(null, 204)
    })
}
