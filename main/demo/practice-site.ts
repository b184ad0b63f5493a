import type { Hono } from 'hono'
import {
  type BankAccount,
  type BankMovement,
  createLedger,
  type Ledger,
  type LedgerStyle,
  type NewBankMovement,
} from './bank/ledger.ts'
import { createControlSite } from './control/site.ts'
import type { Switch } from './control/switches.ts'
import type { Disturbances } from './disturb.ts'
import { listenOnLoopback } from './listen.ts'
import { type CodeDesk, type CodeRules, createCodeDesk, type SentCode } from './login/codes.ts'
import { answerPhone, type Passage } from './login/passage.ts'
import { type BankUser, createSignIn, type SignIn } from './login/sign-in.ts'
import { createSubmissions, type Submission, type Submissions } from './login/submissions.ts'
import { createVisits, type Visits } from './login/visits.ts'

/** What the pages of a practice bank work on. */
export interface SiteParts<Behaviour> {
  readonly ledger: Ledger
  readonly signIn: SignIn
  readonly submissions: Submissions
  readonly codes: CodeDesk
  readonly visits: Visits<Passage>
  readonly behaviour: Behaviour
  readonly now: () => number
}

export interface SiteOptions<Behaviour> {
  /** 0 (default) takes any free port. */
  readonly port?: number
  readonly controlPort?: number
  readonly now?: () => number
  readonly accounts?: readonly BankAccount[]
  readonly users?: readonly BankUser[]
  /** What is booked before the doors open. */
  readonly day?: readonly NewBankMovement[]
  readonly behaviour?: Partial<Behaviour>
}

/** A running practice bank. */
export interface PracticeSite<Behaviour> {
  /** Without a slash at the end, e.g. `http://127.0.0.1:41234`. */
  readonly url: string
  readonly loginUrl: string
  readonly port: number
  /** Page for a person and JSON for programs (`control/site.ts`), on a port of its own. */
  readonly controlUrl: string
  readonly accounts: readonly BankAccount[]
  /** The first user that may sign in. */
  readonly user: BankUser
  /** Assign to its fields to change how the site behaves from the next request on. */
  readonly behaviour: Behaviour
  /** Books a movement; the next reading finds it. Reference, time (now) and kind (`credit`) are filled in. */
  addMovement(movement: NewBankMovement): BankMovement
  movements(): readonly BankMovement[]
  /** How many submitted logins under this name reached the bank, whatever became of them. */
  submissions(user: string): number
  /** All of them with what became of them, oldest first. */
  submissionLog(): readonly Readonly<Submission>[]
  /** Codes sent to this user (or to all), oldest first. */
  codes(user?: string): readonly SentCode[]
  /** Answers on the user's phone; returns how many logins waited for it. */
  approve(user: string): number
  deny(user: string): number
  isLocked(user: string): boolean
  lock(user: string): void
  unlock(user: string): void
  changePassword(user: string, password: string): void
  /** Ends every session, as banks do at night. */
  expireSessions(): void
  signedInVisits(): number
  close(): Promise<void>
}

type Needed = Disturbances<string> & CodeRules & { sessionIdleMs: number }

export function createParts<Behaviour extends Needed>(
  options: SiteOptions<Behaviour>,
  usual: {
    behaviour: Behaviour
    accounts: readonly BankAccount[]
    users: readonly BankUser[]
    ledger: LedgerStyle
  },
): SiteParts<Behaviour> {
  const now = options.now ?? Date.now
  const behaviour = { ...usual.behaviour, ...options.behaviour }
  const ledger = createLedger(options.accounts ?? usual.accounts, now, usual.ledger)
  for (const movement of options.day ?? []) ledger.add(movement)
  return {
    ledger,
    signIn: createSignIn(options.users ?? usual.users),
    submissions: createSubmissions(now),
    codes: createCodeDesk(behaviour, now),
    visits: createVisits<Passage>(behaviour, now),
    behaviour,
    now,
  }
}

export interface SiteShape {
  readonly name: string
  readonly app: Hono
  readonly loginPath: string
  /** What can be disturbed separately. */
  readonly places: readonly string[]
  readonly switches: readonly Switch[]
  /** Position of the right picture, from 1, for logins that wait for one. */
  readonly pictureOf?: (passage: Passage) => number | null
}

/** Opens the bank and its control page on loopback. */
export async function openSite<Behaviour extends Needed>(
  parts: SiteParts<Behaviour>,
  shape: SiteShape,
  ports: Pick<SiteOptions<Behaviour>, 'port' | 'controlPort'>,
): Promise<PracticeSite<Behaviour>> {
  const { ledger, signIn, submissions, codes, visits, behaviour } = parts
  const user = signIn.users[0]
  if (!user) throw new Error(`${shape.name} needs somebody who may sign in`)
  const server = await listenOnLoopback(shape.app.fetch, ports.port ?? 0)
  const loginUrl = server.url + shape.loginPath
  const control = createControlSite({ ...parts, ...shape, loginUrl })
  const controlServer = await listenOnLoopback(control.fetch, ports.controlPort ?? 0).catch(async (error) => {
    await server.close()
    throw error
  })

  return {
    url: server.url,
    loginUrl,
    port: server.port,
    controlUrl: controlServer.url,
    accounts: ledger.accounts,
    user,
    behaviour,
    addMovement: ledger.add,
    movements: ledger.all,
    submissions: submissions.of,
    submissionLog: submissions.log,
    codes: (name) => codes.sent().filter((each) => name === undefined || each.user === name),
    approve: (name) => answerPhone(visits.passages(), name, 'approved'),
    deny: (name) => answerPhone(visits.passages(), name, 'denied'),
    isLocked: signIn.isLocked,
    lock: signIn.lock,
    unlock: signIn.unlock,
    changePassword: signIn.changePassword,
    expireSessions: visits.expireAll,
    signedInVisits: visits.signedIn,
    close: async () => void (await Promise.all([server.close(), controlServer.close()])),
  }
}
