import type { Approval } from './approvals.ts'
import type { CodeTicket } from './codes.ts'
import type { BankUser } from './sign-in.ts'

/** A step between the right password and the accounts. */
export type Step = 'check' | 'code' | 'push' | 'new-password'

/** One login on its way through its steps. They are decided when the password was right. */
export interface Passage {
  readonly user: BankUser
  /** What is left; the first is the present one. */
  readonly steps: Step[]
  ticket: CodeTicket | null
  approval: Approval | null
  botCheck: BotCheck | null
}

export interface BotCheck {
  readonly asked: string
  /** In the order in which they are shown. */
  readonly choices: readonly { readonly token: string; readonly picture: string }[]
}

export function createPassage(
  user: BankUser,
  wanted: { botCheck: boolean; secondFactor: 'none' | 'code' | 'push'; mustChangePassword: boolean },
): Passage {
  const steps: Step[] = []
  if (wanted.botCheck) steps.push('check')
  if (wanted.secondFactor !== 'none') steps.push(wanted.secondFactor)
  if (wanted.mustChangePassword) steps.push('new-password')
  return { user, steps, ticket: null, approval: null, botCheck: null }
}
