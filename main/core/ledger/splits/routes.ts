import { createRoute, z } from '@hono/zod-openapi'
import { body, json } from '../../http/api.ts'
import type { Ledgers } from '../books/ledgers.ts'
import { actorOf, checkVersion, ledgerApi, ledgerFailures, versioned, versionOf } from '../http.ts'
import type { itemQueries } from '../items/item-queries.ts'
import { itemBody, itemSchema } from '../items/present.ts'
import type { Items } from '../items/service.ts'
import type { Item } from '../items/types.ts'
import { moneyInput, readMoney } from '../money.ts'
import type { Splits } from './service.ts'

const tags = ['Reconciliation items']
const base = '/v1/ledgers/reconciliation/items/{itemID}'
const { 400: bad, 404: gone, 409: clash, 422: unprocessable } = ledgerFailures
const one = { params: z.object({ itemID: z.string() }) }
const dividedSchema = itemSchema.extend({ parts: z.array(itemSchema) })
const version = z.number().int().optional()

const split = createRoute({
  method: 'post',
  path: `${base}/split`,
  tags,
  summary: 'Divide an item into parts that are matched for themselves; the statement’s line is untouched',
  request: {
    ...one,
    body: body(
      z.object({
        parts: z
          .array(z.object({ amount: moneyInput, note: z.string().max(2000).nullable().optional() }))
          .max(100, 'must have at most 100'),
        reason: z.string().trim().max(2000).nullable().optional(),
        version,
      }),
    ),
  },
  responses: {
    200: json('The item with its parts', dividedSchema),
    400: bad,
    404: gone,
    409: clash,
    422: unprocessable,
  },
})
const join = createRoute({
  method: 'post',
  path: `${base}/join`,
  tags,
  summary: 'Take the parts of an item away again',
  request: { ...one, body: { ...body(z.object({ version }).nullish()), required: false } },
  responses: { 200: json('The item', dividedSchema), 400: bad, 404: gone, 409: clash },
})

export interface SplitRouteDeps {
  readonly ledgers: Ledgers
  readonly items: Items
  readonly splits: Splits
  readonly queries: ReturnType<typeof itemQueries>
}

/** Splitting and joining of items (6.10, 10.2). */
export function splitRoutes({ ledgers, items, splits, queries }: SplitRouteDeps) {
  const shown = (item: Item, userId: string): z.infer<typeof dividedSchema> => {
    const precision = ledgers.find(userId, item.ledgerId).precisionOverride
    const parent = item.parentId === null ? null : queries.byId(userId, item.parentId)
    return {
      ...itemBody(item, parent, precision),
      parts: queries.parts(item.id).map((part) => itemBody(part, item, precision)),
    }
  }
  return ledgerApi()
    .openapi(split, (c) => {
      const user = c.var.user.id
      const { parts, reason, version: expected } = c.req.valid('json')
      const item = items.get(user, c.req.valid('param').itemID)
      if (queries.parts(item.id).length === 0)
        checkVersion(versionOf(c, expected), item.version, () => shown(item, user))
      const { precisionOverride } = ledgers.find(user, item.ledgerId)
      const read = parts.map(({ amount, note }, at) => ({
        amount: readMoney(amount, item.currency, `parts.${at}.amount`, precisionOverride),
        note: note ?? null,
      }))
      return c.json(versioned(c, shown(splits.split(actorOf(c), item.id, read, reason), user)), 200)
    })
    .openapi(join, (c) => {
      const user = c.var.user.id
      const item = items.get(user, c.req.valid('param').itemID)
      const expected = versionOf(c, c.req.valid('json')?.version)
      if (queries.parts(item.id).length > 0) checkVersion(expected, item.version, () => shown(item, user))
      return c.json(versioned(c, shown(splits.join(actorOf(c), item.id), user)), 200)
    })
}
