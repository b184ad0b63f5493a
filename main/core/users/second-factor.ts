import { randomUUID } from 'node:crypto'
import type { Store } from '../db/store.ts'
import { AppError, conflict, invalid } from '../errors.ts'
import type { Clock } from '../ports.ts'
import type { SecretBox } from '../secrets/box.ts'
import { newBackupCodes, normalBackupCode } from './backup-codes.ts'
import { hashPassword, verifyPassword } from './password.ts'
import { acceptedStep, newTotpSecret, totpUri } from './totp.ts'

/** The second factor of a user: a code of an authenticator, or one of ten backup codes (spec 1.1, 1.18, 6.2). */
export interface SecondFactor {
  isOn(userId: string): boolean
  /** Begins anew until it is confirmed. Throws 409 when it is on. */
  enroll(userId: string): { otpauth_uri: string }
  /** Switches it on; the backup codes leave only here. Throws 400 without an enrolment, 401 for a wrong code, 409 when on. */
  confirm(userId: string, code: string): Promise<{ backup_codes: string[] }>
  /** Switches it off and forgets secret and codes. Throws 400 when it is off, 401 for a wrong password or code. */
  disable(userId: string, input: { password: string; code: string }): Promise<void>
  /** A code of the authenticator, used up by this. Throws 401 `Invalid code`. */
  requireCode(userId: string, code: string): void
  /** As `requireCode`, and a backup code is as good. */
  requireAnyCode(userId: string, code: string): Promise<void>
}

interface Row {
  readonly email: string
  readonly password_hash: string
  readonly totp_secret: string | null
  readonly totp_confirmed_at: number | null
  readonly totp_last_step: number | null
}

const place = (userId: string) => ({ table: 'users', row: userId, column: 'totp_secret' })
const wrongCode = () => new AppError('unauthorized', 'auth.invalidCode', 'Invalid code')
const alreadyOn = () => conflict('auth.secondFactorOn', 'Two-factor authentication is already enabled')

export function createSecondFactor({ store, box, now }: { store: Store; box: SecretBox; now: Clock }): SecondFactor {
  const { db } = store
  const read = db.prepare(
    'select email, password_hash, totp_secret, totp_confirmed_at, totp_last_step from users where id = ?',
  )
  const setSecret = db.prepare(
    'update users set totp_secret = ?, totp_confirmed_at = null, totp_last_step = null where id = ?',
  )
  const setConfirmed = db.prepare('update users set totp_confirmed_at = ? where id = ? and totp_confirmed_at is null')
  const takeStep = db.prepare(
    'update users set totp_last_step = @step where id = @userId and ifnull(totp_last_step, -1) < @step',
  )
  const insertCode = db.prepare('insert into totp_backup_codes (id, user_id, code_hash) values (?, ?, ?)')
  const freeCodes = db.prepare(
    'select id, code_hash as hash from totp_backup_codes where user_id = ? and used_at is null',
  )
  const takeCode = db.prepare('update totp_backup_codes set used_at = ? where id = ? and used_at is null')
  const deleteCodes = db.prepare('delete from totp_backup_codes where user_id = ?')

  const rowOf = (userId: string) => read.get(userId) as Row
  const isOn = (userId: string) => rowOf(userId).totp_confirmed_at !== null
  const isRight = (userId: string, code: string): boolean => {
    const { totp_secret: sealed, totp_last_step: last } = rowOf(userId)
    if (sealed === null) return false
    const step = acceptedStep(box.open(sealed, place(userId)), code.trim(), now(), last)
    return step !== null && takeStep.run({ step, userId }).changes > 0
  }
  const isBackupCode = async (userId: string, code: string): Promise<boolean> => {
    const normal = normalBackupCode(code)
    if (normal.length !== 10) return false
    for (const { id, hash } of freeCodes.all(userId) as { id: string; hash: string }[])
      if (await verifyPassword(normal, hash)) return takeCode.run(now(), id).changes > 0
    return false
  }
  const forget = (userId: string) =>
    store.write(() => {
      setSecret.run(null, userId)
      deleteCodes.run(userId)
    })

  return {
    isOn,
    enroll(userId) {
      if (isOn(userId)) throw alreadyOn()
      const secret = newTotpSecret()
      setSecret.run(box.seal(secret, place(userId)), userId)
      return { otpauth_uri: totpUri(secret, rowOf(userId).email) }
    },
    async confirm(userId, code) {
      if (isOn(userId)) throw alreadyOn()
      if (rowOf(userId).totp_secret === null)
        throw invalid('auth.noEnrolment', 'Two-factor enrolment has not been started')
      if (!isRight(userId, code)) throw wrongCode()
      const codes = newBackupCodes()
      const hashes = await Promise.all(codes.map((each) => hashPassword(normalBackupCode(each))))
      store.write(() => {
        // Confirmed elsewhere while the codes were hashed: those codes are the ones that hold.
        if (setConfirmed.run(now(), userId).changes === 0) throw alreadyOn()
        deleteCodes.run(userId)
        for (const hash of hashes) insertCode.run(randomUUID(), userId, hash)
      })
      return { backup_codes: codes }
    },
    async disable(userId, { password, code }) {
      if (!isOn(userId)) throw invalid('auth.secondFactorOff', 'Two-factor authentication is not enabled')
      if (!(await verifyPassword(password, rowOf(userId).password_hash)))
        throw new AppError('unauthorized', 'auth.wrongPassword', 'Invalid credentials')
      if (!isRight(userId, code) && !(await isBackupCode(userId, code))) throw wrongCode()
      forget(userId)
    },
    requireCode(userId, code) {
      if (!isRight(userId, code)) throw wrongCode()
    },
    async requireAnyCode(userId, code) {
      if (!isRight(userId, code) && !(await isBackupCode(userId, code))) throw wrongCode()
    },
  }
}
