import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { Store } from '../../db/store.ts'
import type { SecretBox } from '../../secrets/box.ts'

/** The key that this installation signs closing packs with. */
export interface SigningKey {
  /** PKCS #8, DER. */
  readonly privateKey: Uint8Array
  readonly publicKey: string
}

const place = { table: 'settings', row: 'closing_key', column: 'value' }
/** Beside the sealed key and open, so that a pack can be held against a data folder without its secrets. */
export const publicKeySetting = 'closing_key_public'

const publicText = (key: KeyObject): string => key.export({ type: 'spki', format: 'der' }).toString('base64')

/** Short enough to be read over the telephone: SHA-256 of the public key, its first 16 bytes in pairs. */
export const fingerprintOf = (publicKey: string): string =>
  createHash('sha256')
    .update(Buffer.from(publicKey, 'base64'))
    .digest('hex')
    .slice(0, 32)
    .replace(/(..)(?=.)/g, '$1:')

/** The installation's Ed25519 key, made at its first use; the private part is stored sealed. */
export function signingKey({ store, box }: { store: Store; box: SecretBox }): SigningKey {
  const read = store.db.prepare<[string], string>('select value from settings where name = ?').pluck()
  const sealed = read.get(place.row)
  if (sealed !== undefined) {
    const der = Buffer.from(box.open(sealed, place), 'base64')
    const key = createPrivateKey({ key: der, type: 'pkcs8', format: 'der' })
    return { privateKey: der, publicKey: publicText(createPublicKey(key)) }
  }
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const der = privateKey.export({ type: 'pkcs8', format: 'der' })
  const write = store.db.prepare('insert into settings (name, value) values (?, ?)')
  store.write(() => {
    write.run(place.row, box.seal(der.toString('base64'), place))
    write.run(publicKeySetting, publicText(publicKey))
  })
  return { privateKey: der, publicKey: publicText(publicKey) }
}
