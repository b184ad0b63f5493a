export type PasswordRule = 'short' | 'long' | 'lower' | 'upper' | 'digit'

/** The rules of spec 1.1 in the order in which they are shown. */
const rules: readonly { readonly rule: PasswordRule; readonly met: (password: string) => boolean }[] = [
  { rule: 'short', met: (password) => password.length >= 12 },
  { rule: 'long', met: (password) => password.length <= 32 },
  { rule: 'lower', met: (password) => /\p{Ll}/u.test(password) },
  { rule: 'upper', met: (password) => /\p{Lu}/u.test(password) },
  { rule: 'digit', met: (password) => /\p{Nd}/u.test(password) },
]

/** The one rule to show now: the first that is not met; `null` when the password is good. */
export const nextRule = (password: string): PasswordRule | null => rules.find(({ met }) => !met(password))?.rule ?? null

/** How many of the five are met in a row, for the progress line. */
export const rulesMet = (password: string): number => {
  const broken = rules.findIndex(({ met }) => !met(password))
  return broken === -1 ? rules.length : broken
}

export const ruleCount = rules.length
