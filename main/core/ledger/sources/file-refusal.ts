import { statusOfFile } from '../../imports/file-status.ts'
import type { StatementError } from '../../statements/failure.ts'
import { LedgerRefusal } from '../errors.ts'

/** A file that cannot be read, as an answer of the API: details list each place (10). */
export const fileRefusal = (error: StatementError): LedgerRefusal =>
  new LedgerRefusal(
    error.code === 'days_differ' ? 409 : statusOfFile(error.code),
    error.code,
    error.message,
    error.faults,
  )
