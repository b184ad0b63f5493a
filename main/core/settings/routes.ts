import { createRoute } from '@hono/zod-openapi'
import { api, body, failures, json } from '../http/api.ts'
import { type ProductSettings, productSettingsSchema, type Settings } from './service.ts'

const read = createRoute({
  method: 'get',
  path: '/settings',
  tags: ['Settings'],
  summary: 'Product settings',
  responses: { 200: json('Current settings', productSettingsSchema) },
})

const change = createRoute({
  method: 'put',
  path: '/settings',
  tags: ['Settings'],
  summary: 'Change product settings; what is left out stays',
  request: { body: body(productSettingsSchema.partial()) },
  responses: { 200: json('Settings after the change', productSettingsSchema), 400: failures[400] },
})

export const settingsRoutes = (settings: Settings) =>
  api()
    .openapi(read, (c) => c.json(settings.get(), 200))
    .openapi(change, (c) => c.json(settings.update(c.req.valid('json') as Partial<ProductSettings>), 200))
