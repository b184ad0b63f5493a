import { randomInt } from 'node:crypto'
import { minute } from '../../core/time.ts'

export interface CodeRules {
  codeLength: number
  /** A code older than this is refused as late. */
  codeLifeMs: number
  /** The wrong code that reaches this number ends the login. */
  wrongCodesAllowed: number
  /** So many new codes may be asked for in one login. */
  resendsAllowed: number
}

export const usualCodeRules: Readonly<CodeRules> = {
  codeLength: 6,
  codeLifeMs: 5 * minute,
  wrongCodesAllowed: 5,
  resendsAllowed: 3,
}

/** One "SMS". */
export interface SentCode {
  readonly user: string
  readonly code: string
  readonly at: number
  /** 0 for the first code of a login, then 1, 2, 3. */
  readonly resend: number
}

/** One login that waits for a code. */
export interface CodeTicket {
  readonly user: string
  readonly wrong: number
  readonly resends: number
}

export interface CodeDesk {
  /** Sends the first code of a login. */
  open(user: string): CodeTicket
  /** Sends another code, the former one is worth nothing then; `none-left` sends nothing. */
  resend(ticket: CodeTicket): 'sent' | 'none-left'
  /** `spent`: that was the last wrong code allowed. A late code does not count as wrong. */
  check(ticket: CodeTicket, code: string): 'right' | 'wrong' | 'late' | 'spent'
  /** Everything that was ever sent, oldest first. */
  sent(): readonly SentCode[]
}

export function createCodeDesk(rules: Readonly<CodeRules>, now: () => number): CodeDesk {
  const sent: SentCode[] = []
  const tickets = new WeakMap<CodeTicket, { wrong: number; resends: number; current: SentCode }>()

  const send = (user: string, resend: number): SentCode => {
    const last = sent.at(-1)?.code
    let code = last
    // Never twice the same: that would make a worthless code look right.
    while (code === undefined || code === last)
      code = Array.from({ length: rules.codeLength }, () => randomInt(10)).join('')
    const message = { user, code, at: now(), resend }
    sent.push(message)
    return message
  }
  const stateOf = (ticket: CodeTicket) => {
    const state = tickets.get(ticket)
    if (!state) throw new Error('This login waits for no code')
    return state
  }

  return {
    open(user) {
      const state = { user, wrong: 0, resends: 0, current: send(user, 0) }
      tickets.set(state, state)
      return state
    },
    resend(ticket) {
      const state = stateOf(ticket)
      if (state.resends >= rules.resendsAllowed) return 'none-left'
      state.resends += 1
      state.current = send(ticket.user, state.resends)
      return 'sent'
    },
    check(ticket, code) {
      const state = stateOf(ticket)
      if (code.trim() === state.current.code) return now() - state.current.at > rules.codeLifeMs ? 'late' : 'right'
      state.wrong += 1
      return state.wrong >= rules.wrongCodesAllowed ? 'spent' : 'wrong'
    },
    sent: () => sent,
  }
}
