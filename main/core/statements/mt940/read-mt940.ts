import { StatementError } from '../failure.ts'
import type { StatementReader } from '../types.ts'

/** Reads MT940. */
export const readMt940: StatementReader = () => {
  throw new StatementError('format_not_supported', 'MT940 files cannot be read yet.')
}
