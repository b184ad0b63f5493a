import bcrypt from 'bcryptjs'
import { invalid } from '../errors.ts'

const cost = 10

/** The rules in the order in which they are shown (spec 1.1). */
const rules: readonly {
  readonly broken: (password: string) => boolean
  readonly code: string
  readonly text: string
}[] = [
  { broken: (p) => p.length < 12, code: 'password.short', text: 'Password must be at least 12 characters long' },
  { broken: (p) => p.length > 32, code: 'password.long', text: 'Password must be at most 32 characters long' },
  { broken: (p) => !/\p{Ll}/u.test(p), code: 'password.lower', text: 'Password must contain a lower-case letter' },
  { broken: (p) => !/\p{Lu}/u.test(p), code: 'password.upper', text: 'Password must contain an upper-case letter' },
  { broken: (p) => !/\p{Nd}/u.test(p), code: 'password.digit', text: 'Password must contain a digit' },
]

/** Throws a 400 with the first broken rule. */
export function checkPasswordPolicy(password: string): void {
  const broken = rules.find((rule) => rule.broken(password))
  if (broken) throw invalid(broken.code, broken.text)
}

export const hashPassword = (password: string): Promise<string> => bcrypt.hash(password, cost)

/** Takes as long for an unknown user as for a known one, so that time does not tell which e-mail addresses exist. */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const same = await bcrypt.compare(password, hash ?? (await decoy()))
  return hash !== null && same
}

let decoyHash: Promise<string> | undefined
const decoy = () => {
  decoyHash ??= hashPassword('no user has this password')
  return decoyHash
}
