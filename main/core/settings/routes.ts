import { createRoute, z } from '@hono/zod-openapi'
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

const signingSchema = z.object({ enabled: z.boolean() }).openapi('WebhookSigning')
const signingSecret = z
  .string({ error: 'secret must be text of 16 to 256 characters, or null' })
  .trim()
  .min(16, 'secret must be at least 16 characters')
  .max(256, 'secret must be at most 256 characters')

const readSigning = createRoute({
  method: 'get',
  path: '/settings/webhook-signing',
  tags: ['Settings'],
  summary: 'Whether result webhooks are signed; the secret itself is never shown',
  responses: { 200: json('Whether a secret is stored', signingSchema) },
})

const changeSigning = createRoute({
  method: 'put',
  path: '/settings/webhook-signing',
  tags: ['Settings'],
  summary: 'Sign result webhooks with this secret from now on, or with none (`null`)',
  request: { body: body(z.object({ secret: signingSecret.nullable() })) },
  responses: { 200: json('Whether a secret is stored', signingSchema), 400: failures[400] },
})

export const settingsRoutes = (settings: Settings) =>
  api()
    .openapi(read, (c) => c.json(settings.get(), 200))
    .openapi(change, (c) => c.json(settings.update(c.req.valid('json') as Partial<ProductSettings>), 200))
    .openapi(readSigning, (c) => c.json({ enabled: settings.signingSecret() !== null }, 200))
    .openapi(changeSigning, (c) => {
      settings.setSigningSecret(c.req.valid('json').secret)
      return c.json({ enabled: settings.signingSecret() !== null }, 200)
    })
