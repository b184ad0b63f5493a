import { AppError } from '../errors.ts'
import type { Task } from './messages.ts'

/** Every kind of long work by name, loaded when it is wanted. */
const tasks: Readonly<Record<string, () => Promise<Task>>> = {
  'db.checkpoint': async () => (await import('./write-back.ts')).checkpointLog,
  'statement.preview': async () => (await import('../ledger/sources/preview-task.ts')).previewStatement,
  'statement.table': async () => (await import('../ledger/sources/table-task.ts')).previewTable,
  'movements.preview': async () => (await import('../imports/preview-task.ts')).previewMovements,
  'movements.read': async () => (await import('../imports/read-task.ts')).readUploadBeside,
  'movements.import': async () => (await import('../imports/import-task.ts')).importMovements,
  'movements.ready': async () => (await import('../imports/bulk-lines.ts')).readBulkLines,
  'movements.apply': async () => (await import('../imports/bulk-task.ts')).applyInBulk,
  'ledger.match': async () => (await import('../ledger/auto/match-task.ts')).matchRun,
  'ledger.sweep': async () => (await import('../ledger/discrepancies/sweep-task.ts')).sweepRun,
  'ledger.candidates': async () => (await import('../ledger/matches/search-tasks.ts')).explainItem,
  'ledger.sums': async () => (await import('../ledger/matches/search-tasks.ts')).searchSums,
  'books.read': async () => (await import('../ledger/books/import/read-task.ts')).readBooks,
  'ledger.worklist': async () => (await import('../ledger/worklist/count-task.ts')).countWorklist,
  'ledger.verify': async () => (await import('../ledger/audit/verify-task.ts')).verifyTrail,
  'ledger.check-pack': async () => (await import('../ledger/pack/check-task.ts')).checkSentPack,
  'ledger.pack': async () => (await import('../ledger/pack/pack-task.ts')).makePack,
  'ledger.sheet': async () => (await import('../ledger/exports/sheet-task.ts')).makeSheet,
  'ledger.report': async () => (await import('../ledger/reports/report-task.ts')).makeReport,
  'ledger.read': async () => (await import('../ledger/sources/read-lines.ts')).readLines,
  'ledger.attach-preview': async () => (await import('../ledger/sources/attach-preview-task.ts')).previewAttach,
  'ledger.attach': async () => (await import('../ledger/sources/attach-task.ts')).attachNotification,
  'ledger.remove-file': async () => (await import('../ledger/sources/remove-task.ts')).removeFile,
  'ledger.empty-run': async () => (await import('../ledger/closing/empty-run-task.ts')).emptyRun,
  'ledger.import-done': async () => (await import('../ledger/sources/import-done.ts')).readDone,
  'ledger.import': async () => (await import('../ledger/sources/import-task.ts')).importStatement,
}

export async function taskOf(name: string): Promise<Task> {
  const load = Object.hasOwn(tasks, name) ? tasks[name] : undefined
  if (!load) throw new AppError('invalid', 'worker.unknownTask', `There is no task "${name}"`)
  return load()
}
