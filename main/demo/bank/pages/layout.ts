import { html, raw } from 'hono/html'
import { formatMinute } from '../local-format.ts'

export type Html = ReturnType<typeof html>

/** What every page shows around its content. */
export interface Frame {
  readonly title: string
  /** Absent before the login and on error pages. */
  readonly session?: { readonly company: string; readonly csrf: string; readonly lastAccess: number | null }
  readonly thirdParties?: readonly string[]
}

const logo = raw(
  '<svg class="logo" viewBox="0 0 40 40" aria-hidden="true"><rect width="40" height="40" rx="9" fill="#0d4a63"/>' +
    '<path d="M17 9h6l1.6 17h-9.2z" fill="#fff"/><path d="M17.6 5h4.8v4h-4.8z" fill="#f2b134"/>' +
    '<path d="M16 17h8M15.6 22h8.8" stroke="#c8553d" stroke-width="2.4"/>' +
    '<path d="M6 31c3-2.6 6-2.6 9.3 0s6.3 2.6 9.4 0 6.3-2.6 9.3 0" fill="none" stroke="#f2b134" stroke-width="2.6" stroke-linecap="round"/></svg>',
)

const sessionBar = (session: NonNullable<Frame['session']>): Html => html`
  <div class="sesion">
    <div><strong id="cliente">${session.company}</strong>
      <small>${session.lastAccess === null ? 'Primer acceso' : `Último acceso: ${formatMinute(session.lastAccess)}`}</small></div>
    <form id="form-salir" method="post" action="/salir">
      <input type="hidden" name="_csrf" value="${session.csrf}">
      <button id="salir" class="secundario" type="submit">Salir</button>
    </form>
  </div>`

// Trackers as banks embed them: a picture and a call of the page's own script.
const trackers = (addresses: readonly string[]): Html =>
  html`${addresses.map((address) => html`<img class="marca" src="${address}" alt=""><script>fetch(${raw(scriptText(address))}, { mode: 'no-cors' }).catch(() => {})</script>`)}`

const scriptText = (text: string) => JSON.stringify(text).replaceAll('<', '\\u003c')

const head = (title: string): Html => html`<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title} · Banco del Puerto</title>
  <link rel="icon" href="/recursos/puerto.svg" type="image/svg+xml">
  <link rel="stylesheet" href="/recursos/puerto.css">
  <link rel="stylesheet" href="/recursos/cuentas.css">
</head>`

/** A document without header and footer: for frames and small windows. */
export const bare = (title: string, content: Html): Html => html`<!doctype html>
<html lang="es-UY">
${head(title)}
<body class="suelto">${content}</body>
</html>`

export const layout = (frame: Frame, content: Html): Html => html`<!doctype html>
<html lang="es-UY">
${head(frame.title)}
<body>
  <header>
    <div class="ancho cabecera">
      <a class="marca-banco" href="/">${logo}<span>Banco del Puerto<small>Banca Empresas</small></span></a>
      ${frame.session ? sessionBar(frame.session) : html`<span class="ayuda">Atención a empresas <strong>1723 4500</strong></span>`}
    </div>
  </header>
  ${frame.session ? html`<nav><div class="ancho"><a href="/cuentas">Cuentas</a></div></nav>` : ''}
  <main class="ancho">${content}</main>
  <footer><div class="ancho">Banco del Puerto · Rambla del Puerto 1450, Montevideo <span>Banco ficticio para demostraciones y pruebas</span></div></footer>
  ${trackers(frame.thirdParties ?? [])}
</body>
</html>`
