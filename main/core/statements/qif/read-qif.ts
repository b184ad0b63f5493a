import { StatementError } from '../failure.ts'
import type { StatementReader } from '../types.ts'

/** Reads QIF. */
export const readQif: StatementReader = () => {
  throw new StatementError('format_not_supported', 'QIF files cannot be read yet.')
}
