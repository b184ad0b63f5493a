import { join } from 'node:path'
import { createRoute, z } from '@hono/zod-openapi'
import type { Store } from '../../db/store.ts'
import { json } from '../../http/api.ts'
import { fileField } from '../../http/field-schemas.ts'
import { receiveUpload } from '../../http/upload.ts'
import type { Workers } from '../../worker/workers.ts'
import { ledgerApi, ledgerFailures } from '../http.ts'
import { type PackVerdict, packFaults } from './check-pack.ts'
import { publicKeySetting } from './signing-key.ts'

/** A pack holds a report and lists, no statements. */
const mostBytes = 100 * 2 ** 20

export const packVerdictSchema = z.object({
  clean: z.boolean().openapi({ description: 'Nothing in the pack was changed since it was signed' }),
  faults: z.array(z.object({ file: z.string(), code: z.enum(packFaults), message: z.string() })),
  fingerprint: z.string().nullable(),
  ours: z.boolean().openapi({ description: 'Signed with the key of this installation' }),
  in_trail: z.boolean().nullable().openapi({ description: 'Its head stands in this trail; null for other keys' }),
  made_at: z.string().nullable(),
  run: z
    .object({
      id: z.string(),
      ledger: z.string(),
      currency: z.string(),
      period_from: z.string().nullable(),
      period_to: z.string().nullable(),
      closed_at: z.string().nullable(),
      closed_by: z.string().nullable(),
    })
    .nullable(),
  files: z.array(z.string()),
})
const check = createRoute({
  method: 'post',
  path: '/v1/ledgers/reconciliation/closing-packs/check',
  tags: ['Reconciliation closing'],
  summary: 'Check a closing pack: nothing changed since it was signed, and by whom',
  responses: { 200: json('The verdict', packVerdictSchema), 400: ledgerFailures[400], 413: ledgerFailures[413] },
})
const form = {
  content: {
    'multipart/form-data': {
      schema: z.object({ file: fileField }),
    },
  },
}

/** `POST closing-packs/check`: what `npm run audit -- check` says, for the window. */
export function packCheckRoutes(deps: { store: Store; dataDir: string; workers: Workers }) {
  const { store, dataDir, workers } = deps
  const ownKey = store.db.prepare<[string], string>('select value from settings where name = ?').pluck()
  const stands = store.db
    .prepare<[number, string], number>('select exists (select 1 from audit_events where seq = ? and hash = ?)')
    .pluck()
  function bodyOf(verdict: PackVerdict): z.infer<typeof packVerdictSchema> {
    const { manifest } = verdict
    const isOurs = verdict.publicKey !== null && ownKey.get(publicKeySetting) === verdict.publicKey
    return {
      clean: verdict.clean,
      faults: [...verdict.faults],
      fingerprint: verdict.fingerprint,
      ours: isOurs,
      in_trail: isOurs && manifest ? stands.get(manifest.audit.seq, manifest.audit.hash) === 1 : null,
      made_at: manifest?.made_at ?? null,
      run: manifest && {
        id: manifest.run.id,
        ledger: manifest.run.ledger,
        currency: manifest.run.currency,
        period_from: manifest.run.period_from,
        period_to: manifest.run.period_to,
        closed_at: manifest.run.closed_at,
        closed_by: manifest.run.closed_by,
      },
      files: Object.keys(manifest?.files ?? {}),
    }
  }
  const api = ledgerApi()
  api.openAPIRegistry.registerPath({ ...check, request: { body: form } })
  return api.openapi({ ...check, hide: true }, async (c) => {
    const received = await receiveUpload(c.req.raw, join(dataDir, 'uploads'), mostBytes)
    try {
      const verdict = await workers.run<PackVerdict>('ledger.check-pack', { path: received.file.path })
      return c.json(bodyOf(verdict), 200)
    } finally {
      await received.discard()
    }
  })
}
