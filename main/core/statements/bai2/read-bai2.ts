import { StatementError } from '../failure.ts'
import type { StatementReader } from '../types.ts'

/** Reads BAI2. */
export const readBai2: StatementReader = () => {
  throw new StatementError('format_not_supported', 'BAI2 files cannot be read yet.')
}
