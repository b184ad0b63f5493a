/**
 * "Banco del Puerto": a believable bank website for demonstrations and tests. Server-rendered pages on loopback, in
 * Spanish, dates and amounts in local form, time zone America/Montevideo (UTC−3, no summer time).
 *
 * What a bank script meets (names stay as they are unless `behaviour` changes them):
 *
 * | Address | What it is |
 * |---|---|
 * | `GET /` | redirects to `/ingreso`, or to `/cuentas` when signed in |
 * | `GET /ingreso` | login form `#form-ingreso`: `#usuario`, `#clave`, hidden `_csrf`, button `#ingresar`; sets the session cookie |
 * | `POST /ingreso` | 303 to `/cuentas`; else the form again with `#error-credenciales` (wrong user or password) or, without a form, `#error-bloqueo` (locked after 3 wrong passwords) |
 * | `GET /cuentas` | overview: `#cliente` (company), rows `tr.cuenta` with `data-cuenta` (number), `data-moneda` (`UYU`, `USD`), link `a.ver-movimientos` |
 * | `GET /cuentas/:cuenta/movimientos` | list, newest first, 25 a page: `table#movimientos`, rows `tr.movimiento` with `td.fecha`, `td.concepto`, `td.ordenante`, `td.debito`, `td.credito` (one of the two is blank), `td.saldo`, link `a.ver-detalle`; `a#siguiente` while there are more. `?pagina=2`, `?por_pagina=1..1000`, `?desde=dd/mm/yyyy&hasta=dd/mm/yyyy`. No filter: the last 30 days. `#sin-movimientos` when the list is empty |
 * | `GET /detalle/:fila` | one movement: `#referencia` (the stable id), `#ordenante` (full name, `—` when unknown), `#fecha` (with seconds), `#importe`, `#tipo` (`Crédito`/`Débito`), `#concepto`, link `a#volver`. `:fila` changes with every login: never an external id |
 * | `GET /cuentas/:cuenta/movimientos-del-dia.json` | the bank's own JSON, read by the list page's own script; same filter `?desde=&hasta=`, default today |
 * | `GET /cuentas/:cuenta/movimientos.csv` | link `a#descargar` on the list: the filtered list as a file, separated by semicolons |
 * | `POST /salir` | button `#salir` (inside `#form-salir`) on every page behind the login; ends on `/ingreso` with `#aviso-salida` |
 *
 * Signed out or session ended: pages redirect to `/ingreso` with `#aviso-sesion`; the JSON answers 401
 * `{ "error": "sesion_expirada" }`. Down for maintenance: every page is 503 with `#mantenimiento`. An error of the bank is 500
 * with `#error-interno`.
 *
 * JSON of the day:
 * `{ "cuenta", "moneda", "desde", "hasta", "movimientos": [ { "referencia": "BDP0000418237", "fecha": "20/11/2026 14:05:31",`
 * `"tipo": "C" | "D", "importe": "1.234,56", "moneda": "UYU", "ordenante": "María José Pérez Gómez" | null, "concepto" } ] }`,
 * newest first, complete (no paging), full names.
 *
 * Formats: list dates `dd/mm/yyyy HH:mm`, detail and JSON with `:ss`; amounts `1.234,56` without sign or symbol in the
 * list, with symbol (`$ 1.234,56` UYU, `U$S 1.234,56` USD) elsewhere on pages. The list cuts names at 20 characters and
 * adds `…`. Rows without ordering party show `—`. Only credits are income; debits are the company's own payments.
 */
import { listenOnLoopback } from '../listen.ts'
import { type Behaviour, usualBehaviour } from './behaviour.ts'
import { type BankAccount, type BankMovement, createLedger, type NewBankMovement } from './ledger.ts'
import { type BankUser, createSignIn } from './sign-in.ts'
import { createSite } from './site.ts'
import { createVisits } from './visits.ts'

export interface PracticeBank {
  /** Without a slash at the end, e.g. `http://127.0.0.1:41234`. */
  readonly url: string
  readonly loginUrl: string
  readonly port: number
  readonly accounts: readonly BankAccount[]
  /** The first user that may sign in. */
  readonly user: BankUser
  /** Assign to its fields to change how the site behaves from the next request on. */
  readonly behaviour: Behaviour
  /** Books a movement; the next reading finds it. Reference, time (now) and kind (`credit`) are filled in. */
  addMovement(movement: NewBankMovement): BankMovement
  movements(): readonly BankMovement[]
  /** How often a login was submitted under this name, wrong, right or locked. */
  submissions(user: string): number
  isLocked(user: string): boolean
  unlock(user: string): void
  changePassword(user: string, password: string): void
  /** Ends every signed-in visit, as banks do at night. */
  expireSessions(): void
  signedInVisits(): number
  close(): Promise<void>
}

export interface PracticeBankOptions {
  /** 0 (default) takes any free port. */
  readonly port?: number
  readonly now?: () => number
  readonly accounts?: readonly BankAccount[]
  readonly users?: readonly BankUser[]
  /** What is booked before the doors open. */
  readonly day?: readonly NewBankMovement[]
  readonly behaviour?: Partial<Behaviour>
}

/** One account in pesos and one in dollars, of the company that `practiceUser` signs in for. */
export const practiceAccounts: readonly BankAccount[] = [
  { number: '001-2045871', currency: 'UYU', name: 'Cuenta corriente en pesos', openingMinor: 84_215_030 },
  { number: '001-2045872', currency: 'USD', name: 'Caja de ahorros en dólares', openingMinor: 1_863_412 },
]

export const practiceUser: BankUser = { user: 'telares', password: 'Puerto-2045', company: 'Telares del Sur S.A.' }

/** Opens the bank on loopback. */
export async function startPracticeBank(options: PracticeBankOptions = {}): Promise<PracticeBank> {
  const now = options.now ?? Date.now
  const users = options.users ?? [practiceUser]
  const behaviour: Behaviour = { ...usualBehaviour(), ...options.behaviour }
  const ledger = createLedger(options.accounts ?? practiceAccounts, now)
  for (const movement of options.day ?? []) ledger.add(movement)
  const signIn = createSignIn(users)
  const visits = createVisits(behaviour, now)
  const site = createSite({ ledger, signIn, visits, behaviour, now })
  const server = await listenOnLoopback(site.fetch, options.port ?? 0)

  return {
    url: server.url,
    loginUrl: `${server.url}/ingreso`,
    port: server.port,
    accounts: ledger.accounts,
    user: users[0] ?? practiceUser,
    behaviour,
    addMovement: ledger.add,
    movements: ledger.all,
    submissions: signIn.submissions,
    isLocked: signIn.isLocked,
    unlock: signIn.unlock,
    changePassword: signIn.changePassword,
    expireSessions: visits.expireAll,
    signedInVisits: visits.signedIn,
    close: server.close,
  }
}
