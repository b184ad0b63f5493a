/** A login that waits for a person. */
export const assistance = {
  assistance: {
    title: 'El banco pide un código',
    badge: { otp: 'Escribir código', page: 'Abrir la página' },
    waiting: { otp: 'Espera un código', page: 'Lo espera a usted' },
    step: 'Lo espera a usted',
    enter: {
      numeric: 'Escriba los {{n}} dígitos que le envió el banco.',
      alphanumeric: 'Escriba los {{n}} caracteres que le envió el banco.',
    },
    refused: 'El banco rechazó el último código. Escriba otro.',
    resent: 'Se pidió al banco que envíe un código nuevo. Vale el más reciente.',
    attempts: 'Pedido {{n}} veces hasta ahora',
    lookAtPage: 'Ver la página del banco',
    toBankPage: 'Seguir en la página del banco',
    tab: 'Página del banco',
    ended: {
      fulfilled: 'El banco aceptó el ingreso: {{name}}',
      expired: 'Nadie respondió al banco a tiempo; el ingreso se abandonó: {{name}}',
    },
    toastTitle: 'El banco lo espera',
  },
}
