import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import type { Store } from '../db/store.ts'
import { invalid, missing } from '../errors.ts'
import type { Clock } from '../ports.ts'
import { iso, isoOrNull } from '../time.ts'

export const availableScopes = ['otp:write', 'status:read'] as const
export type Scope = (typeof availableScopes)[number]

/** A key as it is shown: everything but the secret. */
export interface ApiKeyView {
  readonly id: string
  readonly name: string
  readonly prefix: string
  readonly scopes: Scope[]
  readonly account_ids: string[] | null
  readonly created_at: string
  readonly last_used_at: string | null
  readonly revoked_at: string | null
}

/** What a presented key may do. */
export interface KeyGrant {
  readonly keyId: string
  readonly userId: string
  readonly scopes: readonly Scope[]
  /** `null`: every account of the user. */
  readonly accountIds: readonly string[] | null
}

export interface ApiKeys {
  list(userId: string): ApiKeyView[]
  /** `key` leaves only here, once. Throws 400 for an account that is not the user's. */
  create(
    userId: string,
    input: { name: string; scopes: Scope[]; account_ids?: string[] | null | undefined },
  ): ApiKeyView & { key: string }
  /** Throws 404 `API key not found` for an unknown key and for one that is revoked already. */
  revoke(userId: string, keyId: string): void
  /** `null` for a key that is unknown, malformed or revoked; takes equally long for all of them. */
  verify(presented: string): KeyGrant | null
}

interface KeyRow {
  readonly id: string
  readonly user_id: string
  readonly name: string
  readonly prefix: string
  readonly hash: string
  readonly scopes: string
  readonly account_ids: string | null
  readonly created_at: number
  readonly last_used_at: number | null
  readonly revoked_at: number | null
}

const shape = /^rbk_([0-9a-f]{8})_([0-9a-f]{64})$/
const sha256 = (text: string) => createHash('sha256').update(text).digest()
const nobody = sha256('no key has this secret')

const view = (row: KeyRow): ApiKeyView => ({
  id: row.id,
  name: row.name,
  prefix: row.prefix,
  scopes: JSON.parse(row.scopes),
  account_ids: row.account_ids === null ? null : JSON.parse(row.account_ids),
  created_at: iso(row.created_at),
  last_used_at: isoOrNull(row.last_used_at),
  revoked_at: isoOrNull(row.revoked_at),
})

/** Keys of outside services (spec 1.17): `rbk_<8 hex>_<64 hex>`, only a hash of the secret is stored. */
export function createApiKeys({ store, now }: { store: Store; now: Clock }): ApiKeys {
  const { db } = store
  const ofUser = db.prepare('select * from api_keys where user_id = ? order by created_at desc, rowid desc')
  const byPrefix = db.prepare('select * from api_keys where prefix = ?')
  const byId = db.prepare('select * from api_keys where id = ?')
  const insert = db.prepare(`
    insert or ignore into api_keys (id, user_id, name, prefix, hash, scopes, account_ids, created_at)
    values (@id, @userId, @name, @prefix, @hash, @scopes, @accountIds, @at)`)
  const revoke = db.prepare('update api_keys set revoked_at = ? where id = ? and user_id = ? and revoked_at is null')
  const markUsed = db.prepare('update api_keys set last_used_at = ? where id = ?')
  const owns = db.prepare('select 1 from accounts where id = ? and user_id = ?').pluck()

  return {
    list: (userId) => (ofUser.all(userId) as KeyRow[]).map(view),

    create(userId, input) {
      const accountIds = input.account_ids && input.account_ids.length > 0 ? [...new Set(input.account_ids)] : null
      const foreign = accountIds?.find((id) => owns.get(id, userId) === undefined)
      if (foreign !== undefined) throw invalid('apiKey.account', `account_ids: there is no account ${foreign}`)
      const id = randomUUID()
      const secret = randomBytes(32).toString('hex')
      // Two keys with the same four random bytes are possible; three further tries make it a curiosity.
      for (let attempt = 0; attempt <= 3; attempt += 1) {
        const prefix = randomBytes(4).toString('hex')
        const { changes } = insert.run({
          id,
          userId,
          name: input.name,
          prefix,
          hash: sha256(secret).toString('hex'),
          scopes: JSON.stringify([...new Set(input.scopes)]),
          accountIds: accountIds && JSON.stringify(accountIds),
          at: now(),
        })
        if (changes > 0) return { ...view(byId.get(id) as KeyRow), key: `rbk_${prefix}_${secret}` }
      }
      throw new Error('no free key prefix was found')
    },

    revoke(userId, keyId) {
      if (revoke.run(now(), keyId, userId).changes === 0) throw missing('apiKey.missing', 'API key not found')
    },

    verify(presented) {
      const found = shape.exec(presented)
      const row = found ? (byPrefix.get(found[1]) as KeyRow | undefined) : undefined
      const same = timingSafeEqual(sha256(found?.[2] ?? ''), row ? Buffer.from(row.hash, 'hex') : nobody)
      if (!same || !row || row.revoked_at !== null) return null
      setImmediate(() => {
        if (db.open) markUsed.run(now(), row.id)
      })
      return {
        keyId: row.id,
        userId: row.user_id,
        scopes: JSON.parse(row.scopes),
        accountIds: row.account_ids === null ? null : JSON.parse(row.account_ids),
      }
    },
  }
}
