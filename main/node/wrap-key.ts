import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { AppError } from '../core/errors.ts'
import type { KeyHolder } from '../core/ports.ts'

export const keyLength = 32

/** A wrapped data key says by its first part who wrapped it: `key-file:<base64 of iv, tag, key>`. */
export type HolderKind = KeyHolder['kind']

export const secretsUnavailable = (message: string, cause?: unknown) =>
  new AppError('unavailable', 'secrets.unavailable', message, cause === undefined ? {} : { cause })

/** AES-256-GCM; `extra` (salt and parameters) is authenticated with the key and kept in plain sight. */
export function sealKey(kind: HolderKind, key: Uint8Array, dataKey: Uint8Array, extra = ''): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  cipher.setAAD(Buffer.from(`${kind}:${extra}`))
  const body = Buffer.concat([cipher.update(dataKey), cipher.final()])
  const packed = Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64')
  return extra === '' ? `${kind}:${packed}` : `${kind}:${extra}:${packed}`
}

/** Opens what `sealKey` made. `keyFor` receives `extra`. Throws `secrets.unavailable`. */
export async function openWrapped(
  kind: HolderKind,
  keyFor: (extra: string) => Uint8Array | Promise<Uint8Array>,
  wrapped: string,
  whenWrong = 'The key does not open the stored secrets: it belongs to other data, or was changed. Put back the right key file.',
): Promise<Uint8Array> {
  const [, extra = '', packed = ''] = /^[a-z-]+:(?:(.*):)?([^:]*)$/.exec(wrapped) ?? []
  const key = await keyFor(extra)
  const bytes = Buffer.from(packed, 'base64')
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
    decipher.setAAD(Buffer.from(`${kind}:${extra}`))
    decipher.setAuthTag(bytes.subarray(12, 28))
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()])
  } catch (cause) {
    throw secretsUnavailable(whenWrong, cause)
  }
}
