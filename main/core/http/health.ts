import { createRoute, z } from '@hono/zod-openapi'
import type { Store } from '../db/store.ts'
import { api, json } from './api.ts'

const healthSchema = z.object({ ok: z.boolean() }).openapi('Health')

const health = createRoute({
  method: 'get',
  path: '/health',
  tags: ['Health'],
  summary: 'Whether the program runs and its storage answers',
  security: [],
  responses: { 200: json('Ready', healthSchema), 503: json('The storage does not answer', healthSchema) },
})

export function healthRoutes(store: Store) {
  const probe = store.db.prepare('select count(*) from settings')
  return api().openapi(health, (c) => {
    try {
      probe.get()
      return c.json({ ok: true }, 200)
    } catch {
      // The storage is closed or gone: said by the status, nothing more to add.
      return c.json({ ok: false }, 503)
    }
  })
}
