/** Los archivos de la conciliación abierta, en el diálogo que agrega uno. */
export const runFiles = {
  runFiles: {
    title: 'Archivos de la conciliación abierta',
    remove: 'Quitar',
    removeOf: 'Quitar {{name}} de la conciliación',
    removeTitle: '¿Quitar {{name}} de la conciliación?',
    linesGo: 'Se van sus líneas y las propuestas para ellas. Lo que trajo otro archivo queda.',
    partsGo: 'Las líneas que dividió quedan enteras otra vez. Nada más cambia.',
  },
}
