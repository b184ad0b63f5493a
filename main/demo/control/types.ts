import type { Ledger } from '../bank/ledger.ts'
import type { Disturbances } from '../disturb.ts'
import type { CodeDesk } from '../login/codes.ts'
import type { Passage } from '../login/passage.ts'
import type { SignIn } from '../login/sign-in.ts'
import type { Submissions } from '../login/submissions.ts'
import type { Switch } from './switches.ts'

/** What the control page of a practice bank shows and changes. */
export interface Controlled {
  readonly name: string
  readonly loginUrl: string
  readonly signIn: SignIn
  readonly submissions: Submissions
  readonly codes: CodeDesk
  /** Logins between password and accounts. */
  readonly passages: () => readonly Passage[]
  readonly ledger: Ledger
  readonly visits: { signedIn(): number; expireAll(): void }
  /** Pictures that a login waits for: which of them is right, from 1. */
  readonly botChecks: () => readonly { readonly user: string; readonly answer: number }[]
  readonly places: readonly string[]
  readonly behaviour: Disturbances<string>
  readonly switches: readonly Switch[]
}
