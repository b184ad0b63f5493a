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

const mostShown = 200

/** How a file begins that is nothing known (4.2), with what cannot be shown as dots: the message says it, and a place. */
export function unknownFormat(what: string, text: string): StatementError {
  const start = text.slice(0, mostShown).replace(/[^\P{C}\n]|\ufffd/gu, '·')
  const begins = `It begins with: ${start}`
  return new StatementError('format_unknown', `${what} ${begins}`, [
    { line: 1, code: 'file_start', message: begins, params: { start } },
  ])
}

/** What is wrong with a file of an archive: its path stands in the message and as the first place (4.9). */
export const inMember = (path: string, { code, message, faults }: StatementError): StatementError =>
  new StatementError(code, `${path}: ${message}`, [
    { code: 'archive_member', message: `In the file ${path}.`, params: { path } },
    ...faults,
  ])
