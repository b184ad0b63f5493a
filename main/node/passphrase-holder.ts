import { randomBytes, type ScryptOptions, scrypt } from 'node:crypto'
import type { KeyHolder } from '../core/ports.ts'
import { keyLength, openWrapped, sealKey, secretsUnavailable } from './wrap-key.ts'

/** Cost of guessing: 2^17 × 8 × 128 bytes = 128 MB and about half a second a try (OWASP's first choice for scrypt). */
const chosen = { N: 2 ** 17, r: 8, p: 1 } as const
/** Stored parameters come from the data folder; a changed file must not make the program allocate without bound. */
const bounds = { N: 2 ** 20, r: 16, p: 4 } as const

const wrongPassphrase =
  'The passphrase does not open this data. Start again with the right one in RECONBANKER_PASSPHRASE; nothing was changed.'

/** Wraps the data key with a key made from a passphrase; salt and parameters are stored with the wrapped key. */
export function createPassphraseHolder(passphrase: string): KeyHolder {
  return {
    kind: 'passphrase',
    async wrap(dataKey) {
      const extra = `${chosen.N},${chosen.r},${chosen.p},${randomBytes(16).toString('base64url')}`
      return sealKey('passphrase', await derive(passphrase, extra), dataKey, extra)
    },
    unwrap: (wrapped) => openWrapped('passphrase', (extra) => derive(passphrase, extra), wrapped, wrongPassphrase),
  }
}

function derive(passphrase: string, extra: string): Promise<Buffer> {
  const [n, r, p, salt] = extra.split(',')
  const cost = { N: Number(n), r: Number(r), p: Number(p) }
  const fits = (['N', 'r', 'p'] as const).every((name) => cost[name] >= 1 && cost[name] <= bounds[name])
  if (!fits || !salt) throw secretsUnavailable('The stored key is damaged. Put back a copy of the data folder.')
  const options: ScryptOptions = { ...cost, maxmem: 256 * cost.N * cost.r }
  return new Promise((resolve, reject) => {
    // The same passphrase typed on another system may come in another Unicode form.
    scrypt(passphrase.normalize('NFKC'), Buffer.from(salt, 'base64url'), keyLength, options, (error, key) =>
      error ? reject(secretsUnavailable(wrongPassphrase, error)) : resolve(key),
    )
  })
}
