import SqliteDatabase from 'better-sqlite3'
import { registerSeal } from '../../db/row-seals.ts'
import type { TaskContext } from '../../worker/messages.ts'
import { buildReport } from './build-report.ts'
import type { Report, ReportInput } from './types.ts'
import { writeCsv } from './write-csv.ts'
import { writeJson } from './write-json.ts'

/** Makes the report of a run, in a thread with a read-only connection of its own; all of it is of one moment. */
export async function makeReport(input: ReportInput, context: TaskContext): Promise<Uint8Array> {
  const db = new SqliteDatabase(context.dataFile, { readonly: true })
  registerSeal(db)
  try {
    return await render(db.transaction(() => buildReport(db, input))(), input)
  } finally {
    db.close()
  }
}

/** The libraries of heavy formats are loaded when one is wanted. */
async function render(report: Report, { options, fonts }: ReportInput): Promise<Uint8Array> {
  switch (options.format) {
    case 'json':
      return writeJson(report)
    case 'csv':
      return writeCsv(report, options)
    case 'xlsx':
      return (await import('./write-xlsx.ts')).writeXlsx(report)
    case 'pdf': {
      if (!fonts) throw new Error('a PDF needs fonts')
      return (await import('./write-pdf.ts')).writePdf(report, options, fonts)
    }
  }
}
