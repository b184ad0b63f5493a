import type { MessageParams } from './types.ts'

/** One place in a file that cannot be read. `line` and `column` count from 1. */
export interface StatementFault {
  readonly line?: number
  readonly column?: number
  readonly code: string
  readonly message: string
  readonly params?: MessageParams
}

/**
 * A file that cannot be read as a statement. `code` is one of the specification's names (`file_empty`,
 * `pdf_not_supported`, `xml_doctype_forbidden` …); `message` says what failed and what to do next; `faults` lists up to
 * 100 places.
 */
export class StatementError extends Error {
  readonly code: string
  readonly faults: readonly StatementFault[]

  constructor(code: string, message: string, faults: readonly StatementFault[] = []) {
    super(message)
    this.name = 'StatementError'
    this.code = code
    this.faults = faults
  }
}

/** What is wrong with a file of an archive: its path stands in the message and as the first place (4.9). */
export const inMember = (path: string, { code, message, faults }: StatementError): StatementError =>
  new StatementError(code, `${path}: ${message}`, [
    { code: 'archive_member', message: `In the file ${path}.`, params: { path } },
    ...faults,
  ])
