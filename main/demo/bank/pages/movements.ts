import { html } from 'hono/html'
import type { Minor } from '../../../core/money.ts'
import type { BankAccount, LedgerRow } from '../ledger.ts'
import { formatAmount, formatMinute, formatMoney } from '../local-format.ts'
import { bare, type Frame, type Html, layout } from './layout.ts'

export interface MovementsView {
  readonly account: BankAccount
  readonly balanceMinor: Minor
  /** One page of the list, newest first, each with the address of its detail. */
  readonly rows: readonly (LedgerRow & { readonly detail: string })[]
  readonly total: number
  readonly page: number
  readonly perPage: number
  /** The filter as written: `dd/mm/yyyy`. */
  readonly from: string
  readonly until: string
}

const shownLength = 20

/** The list has room for 20 characters of a name. */
const cutName = (name: string | null): string => {
  if (name === null) return '—'
  const letters = [...name]
  return letters.length > shownLength ? `${letters.slice(0, shownLength).join('')}…` : name
}

const row = (movement: MovementsView['rows'][number]): Html => html`
  <tr class="movimiento">
    <td class="fecha">${formatMinute(movement.at)}</td>
    <td class="concepto">${movement.concept}</td>
    <td class="ordenante">${cutName(movement.party)}</td>
    <td class="debito numero">${movement.kind === 'debit' ? formatAmount(movement.amountMinor) : ''}</td>
    <td class="credito numero">${movement.kind === 'credit' ? formatAmount(movement.amountMinor) : ''}</td>
    <td class="saldo numero">${formatAmount(movement.balanceMinor)}</td>
    <td class="accion"><a class="ver-detalle" href="${movement.detail}" target="_top">Detalle</a></td>
  </tr>`

const head = html`<thead><tr><th>Fecha</th><th>Concepto</th><th>Ordenante / Destino</th><th class="numero">Débito</th><th class="numero">Crédito</th><th class="numero">Saldo</th><th></th></tr></thead>`

function pager(view: MovementsView): Html {
  const address = (page: number) =>
    `?${new URLSearchParams({ pagina: String(page), por_pagina: String(view.perPage), desde: view.from, hasta: view.until })}`
  const pages = Math.max(1, Math.ceil(view.total / view.perPage))
  return html`<p class="paginas">
    ${view.page > 1 ? html`<a id="anterior" href="${address(view.page - 1)}">‹ Anterior</a>` : ''}
    <span>Página ${view.page} de ${pages} · ${view.total} ${view.total === 1 ? 'movimiento' : 'movimientos'}</span>
    ${view.page < pages ? html`<a id="siguiente" href="${address(view.page + 1)}">Siguiente ›</a>` : ''}
  </p>`
}

const list = (view: MovementsView): Html => html`
  ${
    view.rows.length === 0
      ? html`<p id="sin-movimientos" class="tarjeta vacio">No hay movimientos en el período consultado.</p>`
      : html`<table id="movimientos" class="tarjeta">${head}<tbody>${view.rows.map(row)}</tbody></table>`
  }
  ${pager(view)}`

/** The list alone: what the iframe holds. */
export const movementsFrame = (view: MovementsView): Html => bare('Movimientos', list(view))

/** Where the list is: here, in an iframe, or drawn by the page's script from the bank's JSON. */
export type ListPlace =
  | { readonly in: 'page' }
  | { readonly in: 'frame'; readonly address: string }
  | { readonly in: 'script'; readonly address: string }

function listAt(place: ListPlace, view: MovementsView): Html {
  switch (place.in) {
    case 'page':
      return list(view)
    case 'frame':
      return html`<iframe id="marco-movimientos" title="Movimientos" src="${place.address}"></iframe>`
    case 'script':
      return html`<table id="movimientos" class="tarjeta" data-origen="${place.address}">${head}<tbody></tbody></table>`
  }
}

export function movementsPage(frame: Omit<Frame, 'title'>, view: MovementsView, place: ListPlace): Html {
  const base = `/cuentas/${view.account.number}`
  const filter = new URLSearchParams({ desde: view.from, hasta: view.until })
  return layout(
    { ...frame, title: 'Movimientos' },
    html`<div class="titulo">
      <div><h1>${view.account.name}</h1><p class="suave">Cuenta Nº ${view.account.number} · ${view.account.currency}</p></div>
      <p class="saldo-actual"><small>Saldo disponible</small>${formatMoney(view.balanceMinor, view.account.currency)}</p>
    </div>
    <div class="herramientas">
      <form class="filtro" method="get" action="${base}/movimientos">
        <label for="desde">Desde</label><input id="desde" name="desde" value="${view.from}" placeholder="dd/mm/aaaa" size="11">
        <label for="hasta">Hasta</label><input id="hasta" name="hasta" value="${view.until}" placeholder="dd/mm/aaaa" size="11">
        <button id="filtrar" class="secundario" type="submit">Consultar</button>
      </form>
      <p id="resumen-del-dia" data-origen="${base}/movimientos-del-dia.json"></p>
      <a id="descargar" class="boton secundario" href="${base}/movimientos.csv?${filter}" download>Descargar</a>
    </div>
    ${listAt(place, view)}
    <script src="/recursos/puerto.js" defer></script>`,
  )
}
