import { createRoute, z } from '@hono/zod-openapi'
import type { Store } from '../../db/store.ts'
import { body, json } from '../../http/api.ts'
import type { Ledgers } from '../books/ledgers.ts'
import { ledgerApi, ledgerFailures } from '../http.ts'
import { itemBody, itemSchema } from '../items/present.ts'
import { createRulePreview } from './preview.ts'
import { conditionsBody, conditionsOf } from './routes.ts'
import { checkConditions } from './service.ts'

export const rulePreviewSchema = z.object({
  looked_at: z.number().int().openapi({ description: 'Booked lines that were looked at, newest first' }),
  open: z.number().int(),
  decided: z.number().int().openapi({ description: 'Lines that are matched or closed already' }),
  data: z.array(itemSchema).openapi({ description: 'The newest of them, open ones first' }),
})
const preview = createRoute({
  method: 'post',
  path: '/v1/ledgers/rules/preview',
  tags: ['Closing rules'],
  summary: 'For which lines conditions hold; nothing is stored',
  request: {
    body: body(
      z.object({
        ledger_id: z.union([z.string(), z.number()]).transform(String).nullable().optional(),
        conditions: conditionsBody,
      }),
    ),
  },
  responses: {
    200: json('What the rule would match', rulePreviewSchema),
    400: ledgerFailures[400],
    404: ledgerFailures[404],
  },
})

/** `POST /v1/ledgers/rules/preview`: what a rule would do before it is kept. */
export function rulePreviewRoutes({ store, ledgers }: { store: Store; ledgers: Ledgers }) {
  const look = createRulePreview(store)
  return ledgerApi().openapi(preview, async (c) => {
    const { ledger_id: reference, conditions: given } = c.req.valid('json')
    const user = c.var.user.id
    const conditions = conditionsOf(given)
    checkConditions(conditions)
    const found = await look(user, reference == null ? null : ledgers.find(user, reference).id, conditions)
    const precision = new Map(ledgers.all(user).map(({ id, precisionOverride }) => [id, precisionOverride]))
    const data = found.sample.map((item) => itemBody(item, null, precision.get(item.ledgerId) ?? null))
    return c.json({ looked_at: found.lookedAt, open: found.open, decided: found.decided, data }, 200)
  })
}
