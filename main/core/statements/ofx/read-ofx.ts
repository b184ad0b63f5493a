import { StatementError } from '../failure.ts'
import type { StatementReader } from '../types.ts'

/** Reads OFX. */
export const readOfx: StatementReader = () => {
  throw new StatementError('format_not_supported', 'OFX files cannot be read yet.')
}
