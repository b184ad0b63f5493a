import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { app } from './app.ts'
import { strict } from './strict.ts'

/** `ELECTRON_DOUBLE_KEY_STORE`: `basic_text` and `none` are computers without a protected store. */
const store = () => process.env.ELECTRON_DOUBLE_KEY_STORE ?? 'gnome_libsecret'

const requireReady = () => {
  if (!app.isReady()) throw new Error('safeStorage cannot be used before app is ready')
}

/** Stands for the system's key store: one random key per user data folder, which outlives the program. */
function key(): Buffer {
  const file = join(app.getPath('userData'), 'double-key-store')
  mkdirSync(dirname(file), { recursive: true })
  if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600 })
  return readFileSync(file)
}

export const safeStorage = strict('safeStorage', {
  getSelectedStorageBackend: () => (app.isReady() ? store() : 'unknown'),
  async isAsyncEncryptionAvailable() {
    requireReady()
    return store() !== 'none'
  },
  async encryptStringAsync(plain: string) {
    requireReady()
    const iv = randomBytes(12)
    const cipher = createCipheriv('aes-256-gcm', key(), iv)
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
    return Buffer.concat([iv, cipher.getAuthTag(), body])
  },
  async decryptStringAsync(sealed: Buffer) {
    requireReady()
    const decipher = createDecipheriv('aes-256-gcm', key(), sealed.subarray(0, 12))
    decipher.setAuthTag(sealed.subarray(12, 28))
    const result = Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8')
    return { shouldReEncrypt: false, result }
  },
})
