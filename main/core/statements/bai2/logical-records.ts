import { StatementError } from '../failure.ts'
import type { TextLine } from '../text-lines.ts'

/** A record with its continuations (88). A piece is one physical line without code, padding and closing slash. */
export interface LogicalRecord {
  readonly code: string
  readonly pieces: readonly string[]
  readonly line: number
  /** Physical records, for the counts of the trailers. */
  readonly count: number
}

const maxPieces = 10_000
const maxText = 256 * 1024

/** A first line that holds the group record as well as the file record. */
export const sharedLine = /^01,[^/]*\/\s*02,/
const recordStart = /(?<=\/)\s*(?=(?:02|03|49|88|98|99),|16,\d{3},)/

/** Joins 88 lines to the record they continue. */
export class RecordJoiner {
  private open: { code: string; pieces: string[]; line: number } | null = null
  private size = 0
  private hasSharedLines: boolean | null = null

  push({ text, number }: TextLine): LogicalRecord[] {
    const line = text.replace(/\p{Cc}|\ufeff/gu, ' ').trim()
    if (line === '') return []
    // Files of fixed blocks came without their line ends: then, and only then, a slash parts records within a line.
    this.hasSharedLines ??= sharedLine.test(line)
    if (!this.hasSharedLines) return this.pushRecord(line, number)
    return line.split(recordStart).flatMap((record) => this.pushRecord(record.trim(), number))
  }

  private pushRecord(line: string, number: number): LogicalRecord[] {
    const code = /^(\d{2})(?:,|\/|$)/.exec(line)?.[1] ?? /^(88)[:;]/.exec(line)?.[1]
    if (code === undefined && this.hasSharedLines === true && this.goOn(line)) return []
    if (code === undefined) throw notARecord(line, number)
    const piece = line.slice(3).replace(/\/$/, '')
    this.size = code === '88' ? this.size + piece.length : piece.length
    if (this.size > maxText) throw notARecord(line, number)
    if (code !== '88') {
      const out = this.finish()
      this.open = { code, pieces: [piece], line: number }
      return out
    }
    if (this.open === null) throw notARecord(line, number)
    this.open.pieces.push(piece)
    if (this.open.pieces.length > maxPieces) throw notARecord(line, number)
    return []
  }

  /** Where line ends were lost some also came in: a text that the file breaks goes on without a record of its own. */
  private goOn(line: string): boolean {
    const pieces = this.open?.code === '16' ? this.open.pieces : []
    const last = pieces.pop()
    if (last === undefined) return false
    this.size += line.length
    pieces.push(`${last} ${line.replace(/\/$/, '')}`)
    return this.size <= maxText
  }

  finish(): LogicalRecord[] {
    const open = this.open
    this.open = null
    return open === null ? [] : [{ ...open, count: open.pieces.length }]
  }
}

function notARecord(line: string, number: number): StatementError {
  const message = `"${line.slice(0, 40)}" is no BAI2 record. The file is damaged; download it again.`
  return new StatementError('bai2_record_invalid', `Line ${number}: ${message}`, [
    { line: number, code: 'bai2_record_invalid', message },
  ])
}

/** Fields of a record without free text (01, 02, 03, trailers): a continuation begins a new field. */
export const fieldsOf = (record: LogicalRecord): string[] =>
  record.pieces.flatMap((piece) => piece.split(',')).map((field) => field.trim())

/** Hands out the fields of a 16 record one by one; what remains is its text, which may hold commas and slashes. */
export class FieldCursor {
  private readonly pieces: string[]

  constructor(record: LogicalRecord) {
    this.pieces = [...record.pieces]
  }

  next(): string {
    const piece = this.pieces[0]
    if (piece === undefined) return ''
    const comma = piece.indexOf(',')
    if (comma < 0) this.pieces.shift()
    else this.pieces[0] = piece.slice(comma + 1)
    return (comma < 0 ? piece : piece.slice(0, comma)).trim()
  }

  /** The text's pieces. */
  rest(): string[] {
    return this.pieces.filter((piece) => piece.trim() !== '')
  }
}
