import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { AppError } from '../errors.ts'

/** Where a sealed value lives. It is authenticated with the value, so a value moved to another place does not open. */
export interface Place {
  readonly table: string
  readonly row: string
  readonly column: string
}

export interface SecretBox {
  seal(plain: string, place: Place): string
  /** Throws `secrets.damaged` for a flipped bit, a value of another place, or another key. */
  open(sealed: string, place: Place): string
}

const prefix = 'enc:v1:'
const associatedData = (place: Place) => Buffer.from(JSON.stringify([place.table, place.row, place.column]))

/** AES-256-GCM with a fresh 12-byte IV per value; stored as `enc:v1:<iv>:<tag>:<ciphertext>` in base64 (spec 1.5). */
export function createSecretBox(dataKey: Uint8Array): SecretBox {
  if (dataKey.length !== 32) throw new AppError('unavailable', 'secrets.unavailable', 'The data key has a wrong length')
  return {
    seal(plain, place) {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', dataKey, iv)
      cipher.setAAD(associatedData(place))
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return prefix + [iv, cipher.getAuthTag(), body].map((part) => part.toString('base64')).join(':')
    },
    open(sealed, place) {
      const parts = sealed.startsWith(prefix) ? sealed.slice(prefix.length).split(':') : []
      try {
        const [iv, tag, body] = parts.map((part) => Buffer.from(part, 'base64'))
        if (!iv || !tag || !body || tag.length !== 16) throw new Error('not a sealed value')
        const decipher = createDecipheriv('aes-256-gcm', dataKey, iv)
        decipher.setAAD(associatedData(place))
        decipher.setAuthTag(tag)
        return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
      } catch (cause) {
        throw new AppError(
          'unavailable',
          'secrets.damaged',
          `The stored secret in ${place.table}.${place.column} cannot be opened: it was changed, or the key of this computer is another one. Enter it again.`,
          { cause },
        )
      }
    },
  }
}
