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
 * With `behaviour.botCheck`, `.secondFactor` or `.mustChangePassword`, a right password leads through these steps first, in
 * this order; whoever goes elsewhere is led back:
 *
 * | Address | What it is |
 * |---|---|
 * | `/verificacion` | `#verificacion`: pick the drawing of a word, `button.dibujo`; `#error-verificacion` and another question after a wrong one |
 * | `/codigo` | `#paso-codigo` with `#form-codigo`: `#codigo`, `#confirmar`, and `#reenviar` for another code. `data-intentos` and `data-reenvios` of the form count wrong codes and new ones. `#error-codigo` (wrong), `#error-codigo-vencido` (late), `#aviso-reenvio` (sent), `#error-reenvio` (no more are sent); after the last wrong one the login form with `#error-codigo-agotado` |
 * | | `codePlace: 'frame'`: the form is in `iframe#marco-codigo` of `#paso-codigo`; `'window'`: `#codigo-en-ventana` with `#abrir-codigo`, which opens it |
 * | `/aprobacion` | `#paso-aprobacion`: goes on by itself when approved on the phone; the login form with `#error-aprobacion` when denied |
 * | `/cambio-clave` | `#form-cambio-clave`: `#clave-nueva`, `#clave-repetida`, `#guardar-clave`; `#error-cambio-clave` |
 *
 * `behaviour.movementsIn`: `'frame'` puts the list into `iframe#marco-movimientos`; `'script'` draws `table#movimientos` from the
 * JSON (`data-listo` when done; no balance, no detail link).
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
import type { BankUser } from '../login/sign-in.ts'
import { createParts, openSite, type PracticeSite, type SiteOptions } from '../practice-site.ts'
import { type Behaviour, places, usualBehaviour } from './behaviour.ts'
import { answerOf } from './bot-check.ts'
import type { BankAccount } from './ledger.ts'
import { createSite } from './site.ts'
import { switchesOf } from './switches.ts'

export type PracticeBank = PracticeSite<Behaviour>
export type PracticeBankOptions = SiteOptions<Behaviour>

/** One account in pesos and one in dollars, of the company that `practiceUser` signs in for. */
export const practiceAccounts: readonly BankAccount[] = [
  { number: '001-2045871', currency: 'UYU', name: 'Cuenta corriente en pesos', openingMinor: 84_215_030 },
  { number: '001-2045872', currency: 'USD', name: 'Caja de ahorros en dólares', openingMinor: 1_863_412 },
]

export const practiceUser: BankUser = { user: 'telares', password: 'Puerto-2045', company: 'Telares del Sur S.A.' }

/** Opens the bank and its control page on loopback. */
export function startPracticeBank(options: PracticeBankOptions = {}): Promise<PracticeBank> {
  const parts = createParts(options, {
    behaviour: usualBehaviour(),
    accounts: practiceAccounts,
    users: [practiceUser],
    ledger: { prefix: 'BDP', concept: 'Transferencia recibida' },
  })
  const shape = {
    name: 'Banco del Puerto',
    app: createSite(parts),
    loginPath: '/ingreso',
    places,
    switches: switchesOf(parts.behaviour),
    pictureOf: answerOf,
  }
  return openSite(parts, shape, options)
}
