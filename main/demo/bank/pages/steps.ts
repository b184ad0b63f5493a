import { html, raw } from 'hono/html'
import type { BotCheck } from '../../login/passage.ts'
import { pictures } from '../bot-check.ts'
import { type Html, layout } from './layout.ts'

/** The word is text, the drawings have none: reading the page does not tell which of them it is. */
export const botCheckPage = (view: { csrf: string; check: BotCheck | null; wasWrong: boolean }): Html =>
  layout(
    { title: 'Verificación' },
    html`<section class="tarjeta angosta centrada" id="verificacion">
      <h1>Confirme que es una persona</h1>
      ${view.wasWrong ? html`<p class="aviso error" id="error-verificacion" role="alert">No era esa. Pruebe con otra pregunta.</p>` : ''}
      <p>Elija el dibujo que muestra: <strong id="pregunta">${view.check?.asked ?? ''}</strong></p>
      <form id="form-verificacion" method="post" action="/verificacion">
        <input type="hidden" name="_csrf" value="${view.csrf}">
        ${(view.check?.choices ?? []).map(
          ({ token, picture }) =>
            html`<button class="dibujo" name="opcion" value="${token}"><svg viewBox="0 0 64 64" aria-hidden="true">${raw(pictures[picture] ?? '')}</svg></button>`,
        )}
      </form>
    </section>`,
  )

export const approvalPage = (): Html =>
  layout(
    { title: 'Aprobación' },
    html`<section class="tarjeta angosta centrada" id="paso-aprobacion" data-estado="/aprobacion/estado.json">
      <h1>Apruebe el ingreso en su teléfono</h1>
      <p>Enviamos una notificación a la aplicación Banco del Puerto. Esta página sigue sola cuando usted la apruebe.</p>
      <p class="espera" role="status">Esperando su aprobación …</p>
      <script src="/recursos/pasos.js" defer></script>
    </section>`,
  )

export const newPasswordPage = (view: { csrf: string; problem: string | null }): Html =>
  layout(
    { title: 'Cambio de contraseña' },
    html`<form class="tarjeta angosta" id="form-cambio-clave" method="post" action="/cambio-clave" autocomplete="off">
      <h1>Su contraseña venció</h1>
      <p>Para continuar elija una contraseña nueva.</p>
      ${view.problem ? html`<p class="aviso error" id="error-cambio-clave" role="alert">${view.problem}</p>` : ''}
      <input type="hidden" name="_csrf" value="${view.csrf}">
      <label for="clave-nueva">Contraseña nueva</label>
      <input id="clave-nueva" name="nueva" type="password" maxlength="60" required>
      <label for="clave-repetida">Repita la contraseña nueva</label>
      <input id="clave-repetida" name="repetida" type="password" maxlength="60" required>
      <button id="guardar-clave" type="submit">Guardar y continuar</button>
    </form>`,
  )
