/**
 * "Caja Rural del Este": the second practice bank, as unlike the first as possible. English, dollars, time zone
 * America/New_York (with summer time), one page that draws itself from JSON, the entries in a frame, a code at every login,
 * and a session that ends after three idle minutes.
 *
 * What a bank script meets:
 *
 * | Where | What it is |
 * |---|---|
 * | `/` signed out | `#sign-in`: `#member-id`, `#passphrase`, `#sign-in-button`; above it `#session-over`, `#sign-in-error` (wrong), `#codes-spent`; instead of it `#locked` |
 * | `/` at the code | `#code-step`: `#one-time-code`, `#verify`, `#send-again`; `#code-error` (wrong), `#code-late`, `#code-sent` (sent again), `#no-more-codes`. Every message goes as soon as something is sent |
 * | `/` at a new password | `#new-passphrase-step`: `#new-passphrase`, `#repeat-passphrase`, `#save-passphrase` |
 * | `/` signed in | `#member` (name), `#account` (choice of account), `#sign-out`, and `iframe#ledger` |
 * | `iframe#ledger` | `table#entries` with rows `tr.entry`, `data-ref` the stable reference, `td.posted`, `td.description`, `td.counterparty` (blank when unknown), `td.money-in`, `td.money-out`, `td.balance`; `#refresh`. `data-account` of the table says for which account and `data-loaded` how often it was drawn; `#ledger-error` when it could not be |
 * | any | `#closed` (maintenance), `#service-error` (the bank failed) |
 *
 * Calls of the page's script: `GET /api/session`, `POST /api/session` `{ memberId, passphrase }` (this is the login form),
 * `POST /api/session/code`, `/code/resend`, `/password`, `/touch` (keeps the session), `DELETE /api/session`,
 * `GET /api/ledger/:account?days=1..60` (8).
 *
 * Formats: `Nov 20, 2026, 9:05:31 AM EST`, `$1,234.56`.
 */
import type { BankAccount } from '../bank/ledger.ts'
import type { BankUser } from '../login/sign-in.ts'
import { createParts, openSite, type PracticeSite, type SiteOptions } from '../practice-site.ts'
import { type CajaBehaviour, places, switchesOf, usualBehaviour } from './behaviour.ts'
import { createCajaSite } from './site.ts'

export type CajaRural = PracticeSite<CajaBehaviour>

const cajaAccounts: readonly BankAccount[] = [
  { number: '7700-118', currency: 'USD', name: 'Business checking', openingMinor: 5_210_044 },
]

export const cajaUser: BankUser = { user: 'M-20417', password: 'Harvest-Moon-88', company: 'Este Export Co-op' }

/** Opens the bank and its control page on loopback. */
export function startCajaRural(options: SiteOptions<CajaBehaviour> = {}): Promise<CajaRural> {
  const parts = createParts(options, {
    behaviour: usualBehaviour(),
    accounts: cajaAccounts,
    users: [cajaUser],
    ledger: { prefix: 'CRE-', concept: 'Incoming transfer' },
  })
  const shape = {
    name: 'Caja Rural del Este',
    app: createCajaSite(parts),
    loginPath: '/',
    places,
    switches: switchesOf(parts.behaviour),
  }
  return openSite(parts, shape, options)
}
