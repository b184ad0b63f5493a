import type { SentCode } from '../login/codes.ts'
import { waitingForPhone } from '../login/passage.ts'
import type { Submission } from '../login/submissions.ts'
import type { Controlled } from './types.ts'

/** `GET /state.json` of a control page: what tests in another process need to know. */
export interface ControlState {
  readonly bank: string
  readonly loginUrl: string
  readonly signedIn: number
  readonly users: readonly { readonly user: string; readonly submissions: number; readonly isLocked: boolean }[]
  /** Every login that reached the bank, oldest first, also under names that no user has. */
  readonly submissions: readonly Readonly<Submission>[]
  /** Oldest first. */
  readonly codes: readonly SentCode[]
  readonly approvals: readonly { readonly user: string; readonly at: number }[]
  /** Logins that wait for a picture: which of them is right, from 1. */
  readonly botChecks: readonly { readonly user: string; readonly answer: number }[]
  readonly switches: Readonly<Record<string, string>>
  readonly disturbed: readonly Disturbed[]
}

export interface Disturbed {
  readonly place: string
  readonly lateMs: number
  /** Answers that will still fail; `all` for all. */
  readonly failing: number | 'all'
  readonly hangs: boolean
}

const disturbedOf = ({ places, behaviour }: Controlled): Disturbed[] =>
  places
    .map((place) => {
      const failing = behaviour.failing[place] ?? 0
      return {
        place,
        lateMs: behaviour.delayMs[place] ?? 0,
        failing: failing === Number.POSITIVE_INFINITY ? ('all' as const) : failing,
        hangs: behaviour.hanging.includes(place),
      }
    })
    .filter(({ lateMs, failing, hangs }) => lateMs > 0 || failing !== 0 || hangs)

export function controlState(bank: Controlled): ControlState {
  const { signIn, submissions } = bank
  return {
    bank: bank.name,
    loginUrl: bank.loginUrl,
    signedIn: bank.visits.signedIn(),
    users: signIn.users.map(({ user }) => ({
      user,
      submissions: submissions.of(user),
      isLocked: signIn.isLocked(user),
    })),
    submissions: submissions.log(),
    codes: bank.codes.sent(),
    approvals: waitingForPhone(bank.visits.passages()),
    botChecks: bank.visits.passages().flatMap((passage) => {
      const answer = bank.pictureOf?.(passage) ?? null
      return answer === null ? [] : [{ user: passage.user.user, answer }]
    }),
    switches: Object.fromEntries(bank.switches.map((each) => [each.name, each.read()])),
    disturbed: disturbedOf(bank),
  }
}
