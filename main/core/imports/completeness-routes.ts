import { createRoute, z } from '@hono/zod-openapi'
import { api, failures, json } from '../http/api.ts'
import { minorToText } from '../money.ts'
import type { createCompleteness } from './completeness.ts'

const date = (name: string) => z.iso.date({ error: `${name} must be a day (YYYY-MM-DD)` })
const money = z.string().openapi({ example: '120.00' })

export const completenessSchema = z
  .object({
    currencies: z.array(
      z.object({
        currency: z.string(),
        proved_until: z
          .string()
          .nullable()
          .openapi({ description: 'The last day up to which, from the first statement on, every day is proved' }),
        days: z.array(
          z.object({
            date: z.string(),
            state: z.enum(['proved', 'not_proved', 'covered', 'movements', 'gap', 'unknown']),
            movements: z.number().int(),
            sum: money,
          }),
        ),
        gaps: z.array(
          z.object({
            from: z.string(),
            to: z.string(),
            difference: money,
            kind: z.enum(['between', 'within']),
            message: z.string(),
          }),
        ),
      }),
    ),
  })
  .openapi('Completeness')

const get = createRoute({
  method: 'get',
  path: '/accounts/{accountId}/completeness',
  tags: ['Imports'],
  summary: 'Whether every movement is there: opening + movements = closing, day by day, with every gap',
  request: {
    params: z.object({ accountId: z.string() }),
    query: z.object({ from: date('from'), to: date('to') }),
  },
  responses: { 200: json('By currency', completenessSchema), 400: failures[400], 404: failures[404] },
})

/** `/accounts/{accountId}/completeness` (ledger specification 5). */
export const completenessRoutes = (completeness: ReturnType<typeof createCompleteness>) =>
  api().openapi(get, (c) => {
    const { from, to } = c.req.valid('query')
    const found = completeness(c.var.user.id, c.req.valid('param').accountId, from, to)
    const currencies = found.map(({ currency, provedUntil, days, gaps }) => ({
      currency,
      proved_until: provedUntil,
      days: days.map(({ sum, ...rest }) => ({ ...rest, sum: minorToText(sum) })),
      gaps: gaps.map(({ difference, ...rest }) => ({
        ...rest,
        difference: minorToText(difference),
        message: `${minorToText(Math.abs(difference))} ${currency} ${difference > 0 ? 'came in' : 'went out'} ${
          rest.kind === 'within' ? 'within the statement of' : 'between'
        } ${rest.from} ${rest.kind === 'within' ? 'to' : 'and'} ${rest.to} that no movement tells of.`,
      })),
    }))
    return c.json({ currencies }, 200)
  })
