import { randomBytes } from 'node:crypto'
import type { Store } from '../db/store.ts'
import type { KeyHolder } from '../ports.ts'
import { createSecretBox, type SecretBox } from './box.ts'

const setting = 'data_key'

/**
 * The box that seals every stored secret. Its random data key is made at the first start and kept wrapped by the key
 * holder. Throws `secrets.unavailable` (from the holder) when the wrapped key cannot be opened on this computer.
 */
export async function unlockSecrets(store: Store, holder: KeyHolder): Promise<SecretBox> {
  const row = store.db.prepare('select value from settings where name = ?').pluck()
  const wrapped = row.get(setting) as string | undefined
  if (wrapped !== undefined) return createSecretBox(await holder.unwrap(wrapped))
  const dataKey = randomBytes(32)
  const sealed = await holder.wrap(dataKey)
  store.db.prepare('insert into settings (name, value) values (?, ?)').run(setting, sealed)
  return createSecretBox(dataKey)
}
