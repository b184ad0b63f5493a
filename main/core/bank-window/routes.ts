import { createRoute, z } from '@hono/zod-openapi'
import type { Accounts } from '../accounts/types.ts'
import { inputEvent, longestText } from '../browser/live-view/input-events.ts'
import { conflict } from '../errors.ts'
import { api, body, failures, json } from '../http/api.ts'
import type { Clock } from '../ports.ts'
import type { BankWindow } from './types.ts'

const tags = ['Bank window']
const account = z.object({ accountId: z.string() })
const path = '/accounts/{accountId}/bank-window'

const pixels = z.coerce.number().int().min(16).max(8192)
const size = {
  width: pixels.openapi({ description: 'Room for the picture, in CSS pixels of the viewer' }),
  height: pixels,
  dpr: z.coerce.number().min(0.5).max(4).default(1).openapi({ description: 'Device pixels per CSS pixel' }),
}
const viewer = z
  .string()
  .regex(/^[\w-]{8,64}$/, 'viewer must be 8 to 64 letters, digits, - or _')
  .openapi({ description: 'Chosen by the viewer; the same one again replaces its former line' })

const actingSchema = z
  .object({ actor: z.enum(['script', 'person']) })
  .extend({ reason: z.enum(['asked', 'step']).optional(), prompt: z.string().nullable().optional() })

const read = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'Whether the bank page of an account is open, and who acts on it',
  request: { params: account },
  responses: {
    200: json(
      'The window',
      z.object({
        live: z.boolean(),
        acting: actingSchema.nullable(),
        bankName: z.string().nullable(),
        origin: z.string().nullable(),
        title: z.string().nullable(),
        viewers: z.number().int(),
      }),
    ),
    404: failures[404],
  },
})

const stream = createRoute({
  method: 'get',
  path: `${path}/stream`,
  tags,
  summary: 'The bank page as a live picture',
  description:
    'One answer that goes on until either side ends it: messages of 4 bytes length of the header, 4 bytes length of the payload (both big-endian), header (JSON with `type`), payload (JPEG for `frame`).',
  request: { params: account, query: z.object({ viewer, ...size }) },
  responses: {
    200: { description: 'Messages', content: { 'application/octet-stream': { schema: z.any() } } },
    400: failures[400],
    404: failures[404],
  },
})

const input = createRoute({
  method: 'post',
  path: `${path}/input`,
  tags,
  summary: 'Acts of a person on the bank page, carried out in this order',
  description: `Text of at most ${longestText} characters an event. Nothing of it is kept or logged.`,
  request: { params: account, body: body(z.object({ events: z.array(inputEvent).min(1).max(200) })) },
  responses: {
    200: json('The marked text after `copy` or `cut`, else null', z.object({ copied: z.string().nullable() })),
    400: failures[400],
    404: failures[404],
    409: failures[409],
  },
})

const control = createRoute({
  method: 'post',
  path: `${path}/control`,
  tags,
  summary: 'Take over from the script, or hand back to it',
  request: { params: account, body: body(z.object({ action: z.enum(['take', 'hand-back']) })) },
  responses: {
    200: json('Who acts now', actingSchema),
    400: failures[400],
    404: failures[404],
    409: failures[409],
  },
})

const dialog = createRoute({
  method: 'post',
  path: `${path}/dialog`,
  tags,
  summary: 'Answer a dialog of the bank page',
  request: {
    params: account,
    body: body(z.object({ id: z.int().min(1), accept: z.boolean(), text: z.string().max(2000).optional() })),
  },
  responses: {
    204: { description: 'Answered' },
    400: failures[400],
    404: failures[404],
    409: failures[409],
  },
})

const resize = createRoute({
  method: 'post',
  path: `${path}/resize`,
  tags,
  summary: 'Another size of the picture for one viewer',
  request: { params: account, body: body(z.object({ viewer, ...size })) },
  responses: {
    204: { description: 'Taken over' },
    400: failures[400],
    404: failures[404],
    409: failures[409],
  },
})

export interface BankWindowRouteDeps {
  readonly bankWindow: BankWindow
  readonly accounts: Pick<Accounts, 'owned'>
  readonly now: Clock
}

/** The bank window of an account, for its owner; for anybody else it does not exist (404). */
export function bankWindowRoutes({ bankWindow, accounts, now }: BankWindowRouteDeps) {
  const liveOf = (accountId: string) => {
    const live = bankWindow.liveOf(accountId)
    if (live) return live
    throw conflict('bankWindow.closed', 'The bank page of this account is not open. It opens with the next reading.')
  }
  const personsOf = (accountId: string) => {
    const live = liveOf(accountId)
    if (live.control.acting.actor === 'person') return live
    throw conflict('bankWindow.notYours', 'The script acts on the bank page. Take over before acting on it.')
  }

  return api()
    .openapi(read, (c) => {
      const { id } = accounts.owned(c.var.user.id, c.req.valid('param').accountId)
      return c.json(bankWindow.state(id), 200)
    })
    .openapi(stream, (c) => {
      const { id } = accounts.owned(c.var.user.id, c.req.valid('param').accountId)
      const { viewer: viewerId, ...room } = c.req.valid('query')
      // The line is worth no more than the token that opens it.
      const lifeMs = c.var.user.tokenExpiresAt - now()
      const look = bankWindow.look(id, { id: viewerId, size: room, lifeMs })
      c.req.raw.signal.addEventListener('abort', look.end)
      return c.body(look.stream, 200, {
        'content-type': 'application/octet-stream',
        'cache-control': 'no-store',
      })
    })
    .openapi(input, async (c) => {
      const { id } = accounts.owned(c.var.user.id, c.req.valid('param').accountId)
      const copied = await personsOf(id).view.input(c.req.valid('json').events)
      return c.json({ copied }, 200)
    })
    .openapi(control, (c) => {
      const { id } = accounts.owned(c.var.user.id, c.req.valid('param').accountId)
      const live = liveOf(id)
      if (c.req.valid('json').action === 'take') live.control.take()
      else live.control.handBack()
      return c.json(live.control.acting, 200)
    })
    .openapi(dialog, async (c) => {
      const { id } = accounts.owned(c.var.user.id, c.req.valid('param').accountId)
      const answer = c.req.valid('json')
      if (!(await personsOf(id).view.answerDialog(answer.id, answer.accept, answer.text)))
        throw conflict('bankWindow.dialogGone', 'The dialog is no longer open.')
      return c.body(null, 204)
    })
    .openapi(resize, (c) => {
      const { id } = accounts.owned(c.var.user.id, c.req.valid('param').accountId)
      const { viewer: viewerId, ...room } = c.req.valid('json')
      if (!bankWindow.resize(id, viewerId, room))
        throw conflict('bankWindow.noViewer', 'This viewer has no line to the bank page.')
      return c.body(null, 204)
    })
}
