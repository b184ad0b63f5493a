import { safeStorage } from 'electron'
import { messageOf } from '../core/errors.ts'
import type { KeyHolder } from '../core/ports.ts'
import { secretsUnavailable } from '../node/wrap-key.ts'

const prefix = 'safe-storage:'

const noStore =
  'This computer offers no protected store for keys. On Linux, install and unlock GNOME Keyring or KWallet; or set the environment variable RECONBANKER_PASSPHRASE to a passphrase of your own. Then start again.'

/**
 * Wraps the data key with the operating system's key store. Refuses where Electron would fall back to a password that
 * is written in its source (`basic_text`). Both calls throw `secrets.unavailable` with what to do.
 */
export function createSafeStorageHolder(): KeyHolder {
  return {
    kind: 'safe-storage',
    async wrap(dataKey) {
      await requireStore()
      const sealed = await safeStorage.encryptStringAsync(Buffer.from(dataKey).toString('base64'))
      return prefix + sealed.toString('base64')
    },
    async unwrap(wrapped) {
      await requireStore()
      try {
        // `shouldReEncrypt` is not followed: an older key of the store still opens what it sealed.
        const { result } = await safeStorage.decryptStringAsync(Buffer.from(wrapped.slice(prefix.length), 'base64'))
        return Buffer.from(result, 'base64')
      } catch (cause) {
        throw secretsUnavailable(
          `The key store of this computer does not open the stored secrets (${messageOf(cause)}). Sign in as the user who made this data and unlock the key store, then start again.`,
          cause,
        )
      }
    },
  }
}

async function requireStore(): Promise<void> {
  const isPlainText = process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text'
  if (isPlainText || !(await safeStorage.isAsyncEncryptionAvailable())) throw secretsUnavailable(noStore)
}
