import { createRoute, z } from '@hono/zod-openapi'
import type { Store } from '../../db/store.ts'
import { json } from '../../http/api.ts'
import type { SecretBox } from '../../secrets/box.ts'
import type { Workers } from '../../worker/workers.ts'
import { refused } from '../errors.ts'
import { ledgerApi, ledgerFailures } from '../http.ts'
import type { Reports } from '../reports/service.ts'
import type { Runs } from '../runs/service.ts'
import type { PackInput } from './pack-task.ts'
import { fingerprintOf, signingKey } from './signing-key.ts'

const tags = ['Reconciliation closing']
const { 400: bad, 404: gone, 409: clash } = ledgerFailures

const pack = createRoute({
  method: 'get',
  path: '/v1/ledgers/reconciliation/runs/{runID}/closing-pack',
  tags,
  summary: 'Report, matches, open items, rules and decisions of a closed run in one signed zip',
  request: {
    params: z.object({ runID: z.string() }),
    query: z.object({ lang: z.enum(['en', 'es'], { error: 'must be en or es' }).default('en') }),
  },
  responses: {
    200: {
      description: 'The pack; `npm run audit -- check PACK` verifies it anywhere',
      content: { 'application/zip': { schema: z.any().openapi({ type: 'string', format: 'binary' }) } },
    },
    400: bad,
    404: gone,
    409: clash,
  },
})
const key = createRoute({
  method: 'get',
  path: '/v1/ledgers/audit/key',
  tags: ['Ledger audit'],
  summary: 'The public key that closing packs of this installation are signed with',
  responses: {
    200: json('Ed25519, SPKI in base64', z.object({ public_key: z.string(), fingerprint: z.string() })),
  },
})

export interface PackRouteDeps {
  readonly store: Store
  readonly box: SecretBox
  readonly runs: Runs
  readonly reports: Reports
  readonly workers: Workers
}

/** `GET runs/{runID}/closing-pack` and the key to check it with. */
export function packRoutes({ store, box, runs, reports, workers }: PackRouteDeps) {
  return ledgerApi()
    .openapi(pack, async (c) => {
      const run = runs.get(c.var.user.id, c.req.valid('param').runID)
      if (run.status !== 'closed')
        throw refused('run_not_closed', 'A closing pack is made of a closed run. Close it first.')
      const { lang } = c.req.valid('query')
      const input: PackInput = {
        report: await reports.inputOf(run, { lang, format: 'pdf', paper: 'A4', separator: ',', commaDecimals: false }),
        key: signingKey({ store, box }),
      }
      const file = new Uint8Array(await workers.run<Uint8Array>('ledger.pack', input))
      return new Response(file, {
        headers: {
          'content-type': 'application/zip',
          'content-disposition': `attachment; filename="closing-pack-${run.id}.zip"`,
        },
      }) as never
    })
    .openapi(key, (c) => {
      const { publicKey } = signingKey({ store, box })
      return c.json({ public_key: publicKey, fingerprint: fingerprintOf(publicKey) }, 200)
    })
}
