import { z } from '@hono/zod-openapi'

export const manifestName = 'manifest.json'
export const signatureName = 'signature.json'

/** What a closing pack says of itself; the signature is over these bytes, and these name the hash of every other file. */
export const manifestSchema = z.object({
  kind: z.literal('reconbanker-closing-pack'),
  version: z.literal(1),
  made_at: z.string(),
  run: z.object({
    id: z.string(),
    ledger: z.string(),
    currency: z.string(),
    period_from: z.string().nullable(),
    period_to: z.string().nullable(),
    closed_at: z.string().nullable(),
    closed_by: z.string().nullable(),
    close_statement: z.string().nullable(),
    proof_override: z.string().nullable(),
  }),
  /** The newest event of the audit trail when the pack was made. */
  audit: z.object({ seq: z.number().int(), hash: z.string() }),
  sources: z.array(
    z.object({
      id: z.string(),
      file_name: z.string(),
      archive_member: z.string().nullable(),
      size_bytes: z.number(),
      sha256: z.string(),
      upload_sha256: z.string(),
    }),
  ),
  files: z.record(z.string(), z.object({ sha256: z.string(), bytes: z.number().int() })),
})
export type Manifest = z.infer<typeof manifestSchema>

export const signatureSchema = z.object({
  algorithm: z.literal('Ed25519'),
  /** SPKI, DER, base64. */
  public_key: z.string(),
  signature: z.string(),
})
