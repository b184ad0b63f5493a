import { randomUUID } from 'node:crypto'
import { z } from '@hono/zod-openapi'
import { sign, verify } from 'hono/jwt'
import type { Store } from '../db/store.ts'
import { AppError } from '../errors.ts'
import type { Clock } from '../ports.ts'
import { day, minute, second } from '../time.ts'

const lifeMs = 7 * day
const mostKnown = 200

/** WS_TICKET_TTL_SECONDS */
export const ticketLifeMs = 30 * second

/** Between the right password and the code of the second factor. */
const challengeLifeMs = 5 * minute

const challengeClaims = z.object({ sub: z.string(), scope: z.literal('2fa_pending'), exp: z.number() })
const ticketClaims = z.object({ sub: z.string(), scope: z.literal('ws'), exp: z.number() })
const claims = z.object({
  sub: z.string(),
  email: z.string(),
  scope: z.literal('access'),
  jti: z.string(),
  exp: z.number(),
})

export interface AccessToken {
  readonly userId: string
  readonly email: string
  readonly jti: string
  readonly expiresAt: number
}

export interface Tokens {
  issue(user: { id: string; email: string }): Promise<string>
  /** Throws 401 `Invalid token` when forged, expired, of another scope, or revoked by a logout. */
  verify(token: string): Promise<AccessToken>
  /** A ticket opens the event stream for outside clients and nothing else (spec 8). */
  issueTicket(user: { id: string }): Promise<string>
  /** The user of a ticket, or `null` when it is forged, expired or of another scope. */
  verifyTicket(ticket: string): Promise<string | null>
  /** After the right password, while the code is awaited: opens the second step of the sign-in and nothing else. */
  issueChallenge(user: { id: string }): Promise<string>
  /** The user of a challenge, or `null` when it is forged, expired or of another scope. */
  verifyChallenge(challenge: string): Promise<string | null>
  revoke(token: { jti: string; expiresAt: number }): void
}

/** Access tokens of spec 6: HS256, seven days, revoked ones on a list until they would have expired. */
export function createTokens({ store, now, secret }: { store: Store; now: Clock; secret: string }): Tokens {
  const isRevoked = store.db.prepare('select 1 from revoked_tokens where jti = ?').pluck()
  const insert = store.db.prepare('insert or ignore into revoked_tokens (jti, expires_at) values (?, ?)')
  const prune = store.db.prepare('delete from revoked_tokens where expires_at < ?')
  /** Tokens whose signature was good a moment ago: checking it again would cost more than most requests. */
  const known = new Map<string, z.infer<typeof claims>>()
  // The core's clock decides about the time, not the library's.
  const payloadOf = (token: string) =>
    verify(token, secret, { alg: 'HS256', exp: false, iat: false, nbf: false }).catch(() => null)
  const inSeconds = (at: number) => Math.floor(at / 1000)
  const signed = async (token: string) => {
    const before = known.get(token)
    if (before) return before
    const parsed = claims.safeParse(await payloadOf(token))
    if (!parsed.success) return null
    if (known.size >= mostKnown) known.clear()
    known.set(token, parsed.data)
    return parsed.data
  }

  return {
    issue: (user) =>
      sign(
        {
          sub: user.id,
          email: user.email,
          scope: 'access',
          jti: randomUUID(),
          exp: inSeconds(now() + lifeMs),
        },
        secret,
        'HS256',
      ),
    async verify(token) {
      const refused = () => new AppError('unauthorized', 'auth.invalidToken', 'Invalid token')
      const read = await signed(token)
      if (!read || read.exp * 1000 <= now() || isRevoked.get(read.jti)) throw refused()
      const { sub, email, jti, exp } = read
      return { userId: sub, email, jti, expiresAt: exp * 1000 }
    },
    issueTicket: (user) =>
      sign({ sub: user.id, scope: 'ws', jti: randomUUID(), exp: inSeconds(now() + ticketLifeMs) }, secret, 'HS256'),
    async verifyTicket(ticket) {
      const parsed = ticketClaims.safeParse(await payloadOf(ticket))
      return parsed.success && parsed.data.exp * 1000 > now() ? parsed.data.sub : null
    },
    issueChallenge: (user) =>
      sign(
        { sub: user.id, scope: '2fa_pending', jti: randomUUID(), exp: inSeconds(now() + challengeLifeMs) },
        secret,
        'HS256',
      ),
    async verifyChallenge(challenge) {
      const parsed = challengeClaims.safeParse(await payloadOf(challenge))
      return parsed.success && parsed.data.exp * 1000 > now() ? parsed.data.sub : null
    },
    revoke({ jti, expiresAt }) {
      store.write(() => {
        prune.run(now())
        insert.run(jti, expiresAt)
      })
    },
  }
}
