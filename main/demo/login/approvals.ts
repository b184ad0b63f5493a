/** One question to the "phone" of a person: is it you who signs in? */
export interface Approval {
  readonly user: string
  readonly at: number
  state: 'waiting' | 'approved' | 'denied'
}

export interface ApprovalDesk {
  ask(user: string): Approval
  /** Questions without an answer, oldest first. */
  waiting(): readonly Approval[]
  /** Answers every open question of the user; returns how many there were. */
  answer(user: string, state: 'approved' | 'denied'): number
}

export function createApprovalDesk(now: () => number): ApprovalDesk {
  const asked: Approval[] = []
  const waiting = () => asked.filter((each) => each.state === 'waiting')
  return {
    ask(user) {
      const approval: Approval = { user, at: now(), state: 'waiting' }
      asked.push(approval)
      return approval
    },
    waiting,
    answer(user, state) {
      const open = waiting().filter((each) => each.user === user)
      for (const approval of open) approval.state = state
      return open.length
    },
  }
}
