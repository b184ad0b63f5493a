import { html, raw } from 'hono/html'
import { bare, type Html, layout } from './layout.ts'

export type CodeNotice =
  | { readonly kind: 'wrong'; readonly left: number }
  | { readonly kind: 'late' }
  | { readonly kind: 'resent'; readonly left: number }
  | { readonly kind: 'none-left'; readonly allowed: number }

export interface CodeFormView {
  readonly csrf: string
  /** Where it is sent; `/reenviar` behind it asks for another code. */
  readonly at: string
  readonly length: number
  /** So far in this login. */
  readonly wrong: number
  readonly resends: number
  readonly notice: CodeNotice | null
}

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

function noticeBox(notice: CodeNotice): Html {
  switch (notice.kind) {
    case 'wrong':
      return html`<p class="aviso error" id="error-codigo" role="alert">El código no es correcto. Le queda${notice.left === 1 ? '' : 'n'} ${counted(notice.left, 'intento', 'intentos')}.</p>`
    case 'late':
      return html`<p class="aviso error" id="error-codigo-vencido" role="alert">El código venció. Pida uno nuevo.</p>`
    case 'resent':
      return html`<p class="aviso bien" id="aviso-reenvio" role="status">Le enviamos un código nuevo; el anterior ya no sirve. Puede pedir ${notice.left} más.</p>`
    case 'none-left':
      return html`<p class="aviso error" id="error-reenvio" role="alert">Ya le enviamos ${counted(notice.allowed, 'código nuevo', 'códigos nuevos')}. No podemos enviar más en este ingreso.</p>`
  }
}

/** `data-intentos` counts the wrong codes and `data-reenvios` the new ones: who waits for an answer sees them change. */
const form = (view: CodeFormView): Html => html`
  <form id="form-codigo" method="post" action="${view.at}" autocomplete="off" data-intentos="${view.wrong}" data-reenvios="${view.resends}">
    <h2>Confirme que es usted</h2>
    <p>Enviamos un código de ${view.length} dígitos por SMS al celular terminado en 482.</p>
    ${view.notice ? noticeBox(view.notice) : ''}
    <input type="hidden" name="_csrf" value="${view.csrf}">
    <label for="codigo">Código</label>
    <input id="codigo" name="codigo" inputmode="numeric" maxlength="${view.length}" autofocus>
    <button id="confirmar" type="submit">Confirmar</button>
  </form>
  <form method="post" action="${view.at}/reenviar">
    <input type="hidden" name="_csrf" value="${view.csrf}">
    <button id="reenviar" class="secundario" type="submit">No me llegó: enviar otro código</button>
  </form>`

export const codePage = (view: CodeFormView, thirdParties: readonly string[]): Html =>
  layout(
    { title: 'Código de ingreso', thirdParties },
    html`<section class="tarjeta angosta paso" id="paso-codigo">${form(view)}</section>`,
  )

/** The form without the bank's frame around it: what the iframe or the window holds. */
export const codeForm = (view: CodeFormView): Html =>
  bare('Código de ingreso', html`<section class="paso" id="formulario-codigo">${form(view)}</section>`)

export const codeElsewherePage = (place: 'frame' | 'window', thirdParties: readonly string[]): Html =>
  layout(
    { title: 'Código de ingreso', thirdParties },
    place === 'frame'
      ? html`<section class="tarjeta angosta paso" id="paso-codigo"><iframe id="marco-codigo" title="Código de ingreso" src="/codigo/formulario"></iframe></section>`
      : html`<section class="tarjeta angosta centrada" id="codigo-en-ventana"><h1>Confirme que es usted</h1>
      <p>El código se ingresa en una ventana aparte.</p>
      <p><button id="abrir-codigo" type="button" data-ventana="/codigo/formulario">Abrir la ventana</button></p>
      <script src="/recursos/pasos.js" defer></script></section>`,
  )

/** Lets the page that holds the frame, or that opened the window, go on. */
export const leaveFramePage = (address: string): Html =>
  bare(
    'Código de ingreso',
    html`<p>Un momento …</p>
    <script>const holder = window.opener ?? window.top; holder.location.assign(${raw(JSON.stringify(address))}); if (window.opener) window.close()</script>`,
  )
