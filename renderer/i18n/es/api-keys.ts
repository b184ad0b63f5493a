/** Keys of outside services. */
export const apiKeys = {
  apiKeys: {
    title: 'Claves de API',
    text: 'Con una clave, otro sistema entrega los códigos del banco o consulta si hace falta uno. No abre nada más.',
    notLoaded: 'No se pudieron cargar las claves de API',
    empty:
      'Todavía no hay claves. Cree una para el sistema que recibe los códigos de su banco, por ejemplo un reenviador de SMS.',
    create: 'Crear clave de API',
    createNow: 'Crear',
    createdNow: 'La clave está lista',
    copyNow:
      'Copie la clave ahora y guárdela en un lugar seguro. Se muestra esta única vez y no se puede volver a leer.',
    howToSend: 'El otro sistema la envía en cada llamada:',
    done: 'Listo',
    name: 'Nombre',
    nameHint: 'Quién la usa, por ejemplo «Reenviador de SMS».',
    nameRequired: 'Escriba un nombre',
    may: 'Qué puede hacer',
    scopeRequired: 'Elija al menos una opción',
    scope: {
      codes: {
        label: 'Entregar códigos',
        short: 'entrega códigos',
        about: 'Envía el código de un solo uso mientras un ingreso lo espera.',
      },
      state: {
        label: 'Consultar el estado',
        short: 'consulta el estado',
        about: 'Pregunta si la sesión del banco está activa y si hace falta un código.',
      },
    },
    onAccounts: 'En qué cuentas',
    reach: { all: 'Todas las cuentas, también las futuras', chosen: 'Solo las cuentas elegidas' },
    accountRequired: 'Elija al menos una cuenta',
    allAccounts: 'todas las cuentas',
    goneAccount: 'cuenta eliminada',
    prefixHint: 'Así empieza la clave; el resto no se guarda',
    created: 'Creada',
    lastUsed: 'usada por última vez',
    neverUsed: 'nunca se usó',
    revoke: 'Revocar',
    revoked: 'Revocada',
    revokedNow: 'Clave revocada: {{name}}',
    revokeTitle: 'Revocar «{{name}}»',
    revokeText: 'El sistema que usa esta clave queda rechazado desde ahora. No se puede deshacer.',
  },
}
