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
  /** The question to the person's phone: is it you who signs in? */
  approval: { readonly at: number; state: 'waiting' | 'approved' | 'denied' } | null
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

/** Logins that wait for an answer on the phone, oldest first. */
export const waitingForPhone = (passages: readonly Passage[]): { user: string; at: number }[] =>
  passages.flatMap(({ user, steps, approval }) =>
    steps[0] === 'push' && approval?.state === 'waiting' ? [{ user: user.user, at: approval.at }] : [],
  )

/** Answers every question that waits on the user's phone; returns how many there were. */
export function answerPhone(passages: readonly Passage[], user: string, state: 'approved' | 'denied'): number {
  const open = passages.filter(
    (each) => each.user.user === user && each.steps[0] === 'push' && each.approval?.state === 'waiting',
  )
  for (const { approval } of open) if (approval) approval.state = state
  return open.length
}
