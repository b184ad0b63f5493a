import { html } from 'hono/html'
import type { Minor } from '../../../core/money.ts'
import type { BankAccount } from '../ledger.ts'
import { formatMoney } from '../local-format.ts'
import { type Frame, type Html, layout } from './layout.ts'

export interface AccountLine {
  readonly account: BankAccount
  readonly balanceMinor: Minor
  readonly creditsToday: number
}

const line = ({ account, balanceMinor, creditsToday }: AccountLine): Html => html`
  <tr class="cuenta" data-cuenta="${account.number}" data-moneda="${account.currency}">
    <td><strong>${account.name}</strong><small>Nº ${account.number}</small></td>
    <td>${account.currency === 'USD' ? 'Dólares (U$S)' : 'Pesos uruguayos ($)'}</td>
    <td class="numero">${creditsToday}</td>
    <td class="numero saldo">${formatMoney(balanceMinor, account.currency)}</td>
    <td class="accion"><a class="ver-movimientos" href="/cuentas/${account.number}/movimientos">Ver movimientos</a></td>
  </tr>`

export const overviewPage = (frame: Omit<Frame, 'title'>, lines: readonly AccountLine[]): Html =>
  layout(
    { ...frame, title: 'Cuentas' },
    html`<h1>Posición de cuentas</h1>
    <table id="cuentas" class="tarjeta">
      <thead><tr><th>Cuenta</th><th>Moneda</th><th class="numero">Acreditaciones de hoy</th><th class="numero">Saldo disponible</th><th></th></tr></thead>
      <tbody>${lines.map(line)}</tbody>
    </table>`,
  )
