import type { StatementFormat, StatementReader } from './types.ts'

/** The reader of a format, loaded when a file of that format is met. */
export async function readerOf(format: StatementFormat): Promise<StatementReader> {
  switch (format) {
    case 'camt.053':
      return (await import('./camt053/read-camt053.ts')).readCamt053
    case 'csv':
      return (await import('./csv/read-csv.ts')).readCsv
    case 'mt940':
      return (await import('./mt940/read-mt940.ts')).readMt940
    case 'ofx':
      return (await import('./ofx/read-ofx.ts')).readOfx
    case 'qif':
      return (await import('./qif/read-qif.ts')).readQif
    case 'bai2':
      return (await import('./bai2/read-bai2.ts')).readBai2
  }
}
