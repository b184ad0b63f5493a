import { randomUUID } from 'node:crypto'
import type { OperationMode } from '../accounts/types.ts'
import type { Store } from '../db/store.ts'
import { AppError, conflict, invalid } from '../errors.ts'
import type { SessionUser } from '../http/api.ts'
import type { Clock } from '../ports.ts'
import { checkPasswordPolicy, hashPassword, verifyPassword } from './password.ts'
import type { SecondFactor } from './second-factor.ts'
import type { Tokens } from './tokens.ts'

interface UserRow {
  readonly id: string
  readonly email: string
  readonly name: string | null
  readonly password_hash: string
  readonly operation_mode: OperationMode | null
  readonly status: 'active' | 'inactive'
  readonly role: 'user' | 'admin'
}

export interface Me {
  readonly id: string
  readonly email: string
  readonly name: string | null
  readonly operation_mode: OperationMode | null
  readonly totp_enabled: boolean
}

export interface SignedIn {
  readonly token: string
  readonly user: { readonly id: string; readonly email: string; readonly name: string | null }
}
export interface Challenged {
  readonly requiresTotp: true
  readonly challengeToken: string
}

export interface Users {
  hasOwner(): boolean
  register(input: {
    email: string
    password: string
    name?: string | null | undefined
  }): Promise<{ id: string; email: string }>
  /** A challenge instead of a token when the user has a second factor. */
  login(input: { email: string; password: string }): Promise<SignedIn | Challenged>
  /** The second step. Throws 401 for a bad challenge or a wrong code; a backup code is as good as one of the authenticator. */
  loginWithCode(input: { challengeToken: string; code: string }): Promise<SignedIn>
  /** The caller of a request; throws 401 for a bad token or a user who is gone or inactive. */
  authenticate(token: string): Promise<SessionUser>
  logout(user: SessionUser): void
  me(userId: string): Me
  /** Choosing the present mode changes nothing; a real switch archives, then wipes what the old mode produced (1.20). */
  setMode(userId: string, mode: OperationMode): OperationMode
}

const emailShape = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

export interface UserDeps {
  readonly store: Store
  readonly now: Clock
  readonly tokens: Tokens
  readonly secondFactor: Pick<SecondFactor, 'isOn' | 'requireAnyCode'>
  /** Keeps a copy of the data file before history is deleted. */
  readonly archive: () => void
  /** Deletes what the old mode produced, for all accounts of a user. */
  readonly wipe: (userId: string) => void
}

export function createUsers(deps: UserDeps): Users {
  const { store, now, tokens, secondFactor } = deps
  const byEmail = store.db.prepare('select * from users where email = ?')
  const byId = store.db.prepare('select * from users where id = ?')
  const any = store.db.prepare('select 1 from users limit 1').pluck()
  const insert = store.db.prepare(
    'insert into users (id, email, name, password_hash, created_at) values (@id, @email, @name, @hash, @at)',
  )
  const updateMode = store.db.prepare('update users set operation_mode = ? where id = ?')

  const signedIn = async ({ id, email, name }: UserRow): Promise<SignedIn> => ({
    token: await tokens.issue({ id, email }),
    user: { id, email, name },
  })

  return {
    hasOwner: () => any.get() !== undefined,

    async register(input) {
      const email = input.email.trim().toLowerCase()
      if (email === '' || input.password === '') throw invalid('auth.required', 'email and password required')
      if (!emailShape.test(email)) throw invalid('auth.email', 'email must look like name@example.com')
      checkPasswordPolicy(input.password)
      const taken = () => conflict('auth.emailTaken', 'Email already exists')
      if (byEmail.get(email)) throw taken()
      const hash = await hashPassword(input.password)
      // Two registrations may have waited for their hashes at the same time; the second one finds the first.
      return store.write(() => {
        if (byEmail.get(email)) throw taken()
        const id = randomUUID()
        insert.run({ id, email, name: input.name?.trim() || null, hash, at: now() })
        return { id, email }
      })
    },

    async login(input) {
      const email = input.email.trim().toLowerCase()
      if (email === '' || input.password === '') throw invalid('auth.required', 'email and password required')
      const user = byEmail.get(email) as UserRow | undefined
      const usable = user?.status === 'active' ? user : undefined
      if (!(await verifyPassword(input.password, usable?.password_hash ?? null)) || !usable)
        throw new AppError('unauthorized', 'auth.invalidCredentials', 'Invalid credentials')
      if (secondFactor.isOn(usable.id))
        return { requiresTotp: true, challengeToken: await tokens.issueChallenge(usable) }
      return signedIn(usable)
    },

    async loginWithCode({ challengeToken, code }) {
      const userId = await tokens.verifyChallenge(challengeToken)
      const user = userId === null ? undefined : (byId.get(userId) as UserRow | undefined)
      if (user?.status !== 'active' || !secondFactor.isOn(user.id))
        throw new AppError('unauthorized', 'auth.challenge', 'Invalid or expired challenge')
      await secondFactor.requireAnyCode(user.id, code)
      return signedIn(user)
    },

    async authenticate(token) {
      const access = await tokens.verify(token)
      const user = byId.get(access.userId) as UserRow | undefined
      if (user?.status !== 'active') throw new AppError('unauthorized', 'auth.invalidToken', 'Invalid token')
      return { id: user.id, email: user.email, role: user.role, jti: access.jti, tokenExpiresAt: access.expiresAt }
    },

    logout: (user) => tokens.revoke({ jti: user.jti, expiresAt: user.tokenExpiresAt }),

    me(userId) {
      const { id, email, name, operation_mode } = byId.get(userId) as UserRow
      return { id, email, name, operation_mode, totp_enabled: secondFactor.isOn(userId) }
    },

    setMode(userId, mode) {
      const { operation_mode: current } = byId.get(userId) as UserRow
      if (current === mode) return mode
      // The first choice has nothing to wipe: without a mode nothing was matched or forwarded.
      if (current !== null) deps.archive()
      store.write(() => {
        if (current !== null) deps.wipe(userId)
        updateMode.run(mode, userId)
      })
      return mode
    },
  }
}
