import { html } from 'hono/html'
import type { BankAccount, LedgerRow } from '../ledger.ts'
import { formatMoney, formatSecond } from '../local-format.ts'
import { type Frame, type Html, layout } from './layout.ts'

export const detailPage = (frame: Omit<Frame, 'title'>, account: BankAccount, movement: LedgerRow): Html =>
  layout(
    { ...frame, title: 'Detalle de movimiento' },
    html`<section class="tarjeta angosta" id="detalle">
      <h1>Detalle de movimiento</h1>
      <dl>
        <dt>Referencia</dt><dd id="referencia">${movement.reference}</dd>
        <dt>Fecha y hora</dt><dd id="fecha">${formatSecond(movement.at)}</dd>
        <dt>Tipo</dt><dd id="tipo">${movement.kind === 'credit' ? 'Crédito' : 'Débito'}</dd>
        <dt>Importe</dt><dd id="importe">${formatMoney(movement.amountMinor, account.currency)}</dd>
        <dt>${movement.kind === 'credit' ? 'Ordenante' : 'Destinatario'}</dt><dd id="ordenante">${movement.party ?? '—'}</dd>
        <dt>Concepto</dt><dd id="concepto">${movement.concept}</dd>
        <dt>Cuenta</dt><dd id="cuenta">${account.name} · Nº ${account.number}</dd>
        <dt>Saldo posterior</dt><dd>${formatMoney(movement.balanceMinor, account.currency)}</dd>
      </dl>
      <p><a id="volver" href="/cuentas/${account.number}/movimientos">‹ Volver a movimientos</a></p>
    </section>`,
  )
