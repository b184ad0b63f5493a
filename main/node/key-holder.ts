import type { KeyHolder } from '../core/ports.ts'
import { type HolderKind, secretsUnavailable } from './wrap-key.ts'

const advice: Partial<Record<string, string>> = {
  'safe-storage':
    'These secrets are sealed by the desktop program on this computer. Start the desktop program, or use another --data-dir.',
  passphrase:
    'These secrets are sealed with a passphrase. Put it into the environment variable RECONBANKER_PASSPHRASE and start again.',
  'key-file': 'These secrets are sealed with the key file of the data folder. Start without RECONBANKER_PASSPHRASE.',
} satisfies Partial<Record<HolderKind, string>>

/**
 * Several holders as one: the first wraps new data, and what is stored is opened by the holder that wrapped it. So data
 * made in the browser host opens in the desktop program too. Throws `secrets.unavailable` where that holder is not here.
 */
export function chooseKeyHolder(holders: readonly [KeyHolder, ...KeyHolder[]]): KeyHolder {
  const [first] = holders
  return {
    kind: first.kind,
    wrap: (dataKey) => first.wrap(dataKey),
    async unwrap(wrapped) {
      const kind = wrapped.slice(0, Math.max(0, wrapped.indexOf(':')))
      const holder = holders.find((candidate) => candidate.kind === kind)
      if (holder) return holder.unwrap(wrapped)
      throw secretsUnavailable(advice[kind] ?? 'The stored key is damaged. Put back a copy of the data folder.')
    },
  }
}
