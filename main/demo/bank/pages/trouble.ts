import { html } from 'hono/html'
import { type Html, layout } from './layout.ts'

const notice = (title: string, id: string, heading: string, text: string): Html =>
  layout(
    { title },
    html`<section class="tarjeta angosta centrada" id="${id}"><h1>${heading}</h1><p>${text}</p>
    <p><a href="/ingreso">Volver al inicio</a></p></section>`,
  )

export const maintenancePage = (): Html =>
  notice(
    'Mantenimiento',
    'mantenimiento',
    'Estamos en mantenimiento',
    'Nuestros servicios en línea no están disponibles por tareas de mantenimiento programadas. Vuelva a intentarlo en unos minutos.',
  )

export const errorPage = (): Html =>
  notice(
    'Error',
    'error-interno',
    'No pudimos completar su pedido',
    'Ocurrió un error en nuestros sistemas. Vuelva a intentarlo más tarde.',
  )

export const missingPage = (): Html =>
  notice(
    'No encontrado',
    'no-encontrado',
    'No encontramos lo que busca',
    'La operación solicitada no existe o ya no está disponible.',
  )
