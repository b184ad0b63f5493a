import { StatementError } from '../failure.ts'
import type { StatementReader } from '../types.ts'

/** Reads CSV. */
export const readCsv: StatementReader = () => {
  throw new StatementError('format_not_supported', 'CSV files cannot be read yet.')
}
