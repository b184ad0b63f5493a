/** The files of the open run, in the dialog that adds one. */
export const runFiles = {
  runFiles: {
    title: 'Files of the open run',
    remove: 'Remove',
    removeOf: 'Remove {{name}} from the run',
    removeTitle: 'Remove {{name}} from the run?',
    linesGo: 'Its lines go with it, and proposals for them. What another file brought stays.',
    partsGo: 'The lines that it divided are whole again. Nothing else changes.',
  },
}
