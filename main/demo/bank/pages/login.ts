import { html } from 'hono/html'
import { type Html, layout } from './layout.ts'

/** What the form says above its fields. */
export type LoginNotice =
  | { readonly kind: 'refused'; readonly attemptsLeft: number | null }
  | { readonly kind: 'expired' }
  | { readonly kind: 'left' }
  | { readonly kind: 'codes-spent' }
  | { readonly kind: 'denied' }

const attempts = (left: number | null) => {
  if (left === null) return ''
  return left === 1
    ? ' Le queda 1 intento antes de que su usuario se bloquee.'
    : ` Le quedan ${left} intentos antes de que su usuario se bloquee.`
}

function noticeBox(notice: LoginNotice): Html {
  switch (notice.kind) {
    case 'refused':
      return html`<p class="aviso error" id="error-credenciales" role="alert">Usuario o contraseña incorrectos.${attempts(notice.attemptsLeft)}</p>`
    case 'expired':
      return html`<p class="aviso" id="aviso-sesion" role="status">Su sesión finalizó por seguridad. Ingrese nuevamente.</p>`
    case 'left':
      return html`<p class="aviso bien" id="aviso-salida" role="status">Cerró su sesión correctamente.</p>`
    case 'codes-spent':
      return html`<p class="aviso error" id="error-codigo-agotado" role="alert">Superó la cantidad de códigos incorrectos. Ingrese nuevamente.</p>`
    case 'denied':
      return html`<p class="aviso error" id="error-aprobacion" role="alert">El ingreso fue rechazado en su teléfono.</p>`
  }
}

const names = {
  usual: { form: 'form-ingreso', user: 'usuario', password: 'clave', button: 'ingresar', action: 'Ingresar' },
  renamed: { form: 'acceso', user: 'doc_id', password: 'pin_web', button: 'btn-continuar', action: 'Continuar' },
} as const

/** `renamed` is the form after a new design: other ids and words, the same names in the request. */
export function loginPage(input: {
  csrf: string
  user: string
  notice: LoginNotice | null
  /** Where the form is sent. */
  action: string
  renamed: boolean
  hasExtraField: boolean
  thirdParties: readonly string[]
}): Html {
  const name = input.renamed ? names.renamed : names.usual
  return layout(
    { title: 'Ingreso', thirdParties: input.thirdParties },
    html`<div class="ingreso">
      <section class="bienvenida">
        <h1>Su empresa, en buen puerto.</h1>
        <p>Consulte sus cuentas en pesos y en dólares, revise quién le transfirió y descargue los movimientos del día.</p>
        <ul><li>Nunca le pediremos su contraseña por teléfono ni por correo.</li>
        <li>Verifique siempre la dirección antes de ingresar.</li></ul>
      </section>
      <form class="tarjeta" id="${name.form}" method="post" action="${input.action}" autocomplete="off">
        <h2>Ingreso a Banca Empresas</h2>
        ${input.notice ? noticeBox(input.notice) : ''}
        <input type="hidden" name="_csrf" value="${input.csrf}">
        <label for="${name.user}">${input.renamed ? 'Identificador de acceso' : 'Usuario'}</label>
        <input id="${name.user}" name="usuario" value="${input.user}" maxlength="60" required>
        <label for="${name.password}">${input.renamed ? 'PIN web' : 'Contraseña'}</label>
        <input id="${name.password}" name="clave" type="password" maxlength="60" required>
        ${
          input.hasExtraField
            ? html`<label for="llave">Llave digital</label>
        <input id="llave" name="llave" maxlength="12">`
            : ''
        }
        <button id="${name.button}" type="submit">${name.action}</button>
      </form>
    </div>`,
  )
}

export const lockedPage = (thirdParties: readonly string[]): Html =>
  layout(
    { title: 'Usuario bloqueado', thirdParties },
    html`<section class="tarjeta angosta centrada">
      <h1>Usuario bloqueado</h1>
      <p class="aviso error" id="error-bloqueo" role="alert">Su usuario fue bloqueado por superar la cantidad de intentos permitidos.</p>
      <p>Para desbloquearlo comuníquese con Atención a Empresas al <strong>1723 4500</strong>.</p>
    </section>`,
  )
