import { StatementError } from '../failure.ts'
import type { StatementReader } from '../types.ts'

/** Reads camt.053. */
export const readCamt053: StatementReader = () => {
  throw new StatementError('format_not_supported', 'camt.053 files cannot be read yet.')
}
