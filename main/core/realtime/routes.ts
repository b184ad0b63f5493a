import { createRoute, z } from '@hono/zod-openapi'
import { api, failures, json } from '../http/api.ts'
import { type Tokens, ticketLifeMs } from '../users/tokens.ts'

const ticket = createRoute({
  method: 'post',
  path: '/realtime/ticket',
  tags: ['Realtime'],
  summary: 'A ticket that opens the WebSocket /realtime once it is offered as the second subprotocol',
  responses: {
    200: json('The ticket', z.object({ ticket: z.string(), ttl_seconds: z.number().int() })),
    401: failures[401],
  },
})

export const realtimeRoutes = (tokens: Tokens) =>
  api().openapi(ticket, async (c) =>
    c.json({ ticket: await tokens.issueTicket(c.var.user), ttl_seconds: ticketLifeMs / 1000 }, 200),
  )
