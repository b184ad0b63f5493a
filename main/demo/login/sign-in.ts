/** A person who may sign in for the company. */
export interface BankUser {
  readonly user: string
  readonly password: string
  readonly company: string
}

type SignInResult =
  | { readonly kind: 'welcome'; readonly user: BankUser }
  | { readonly kind: 'refused'; readonly attemptsLeft: number | null }
  | { readonly kind: 'locked' }

export interface SignIn {
  readonly users: readonly BankUser[]
  attempt(user: string, password: string): SignInResult
  isLocked(user: string): boolean
  /** What the bank does when something looks wrong to it. */
  lock(user: string): void
  /** What the bank does when the company calls. */
  unlock(user: string): void
  isPassword(user: string, password: string): boolean
  changePassword(user: string, password: string): void
}

const allowedFailures = 3

/** Counts wrong passwords as banks do: three in a row lock the user, and a right one afterwards does not help. */
export function createSignIn(users: readonly BankUser[]): SignIn {
  const passwords = new Map(users.map((each) => [each.user, each.password]))
  const failures = new Map<string, number>()
  const failuresOf = (user: string) => failures.get(user) ?? 0

  return {
    users,
    attempt(name, password) {
      const user = users.find((each) => each.user === name)
      if (!user) return { kind: 'refused', attemptsLeft: null }
      if (failuresOf(name) >= allowedFailures) return { kind: 'locked' }
      if (passwords.get(name) === password) {
        failures.delete(name)
        return { kind: 'welcome', user }
      }
      failures.set(name, failuresOf(name) + 1)
      const attemptsLeft = allowedFailures - failuresOf(name)
      return attemptsLeft > 0 ? { kind: 'refused', attemptsLeft } : { kind: 'locked' }
    },
    isLocked: (user) => failuresOf(user) >= allowedFailures,
    lock: (user) => void failures.set(user, allowedFailures),
    unlock: (user) => void failures.delete(user),
    isPassword: (user, password) => passwords.get(user) === password,
    changePassword: (user, password) => void passwords.set(user, password),
  }
}
