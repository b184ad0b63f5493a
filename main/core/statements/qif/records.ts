import { StatementError } from '../failure.ts'
import type { TextLine } from '../text-lines.ts'

/** One record up to its `^`, or a header line beginning with `!`. */
export type QifPart =
  | { readonly kind: 'header'; readonly text: string; readonly line: number }
  | { readonly kind: 'record'; readonly fields: readonly QifField[]; readonly line: number }

export interface QifField {
  readonly code: string
  readonly value: string
  readonly line: number
}

const maxFields = 10_000

/** Cuts lines into headers and records. */
export class RecordCutter {
  private fields: QifField[] = []

  push({ text, number }: TextLine): QifPart[] {
    const line = text.replace(/\p{Cc}|\ufeff/gu, '').trimEnd()
    const start = line.trimStart()
    if (start.startsWith('!')) return [...this.flush(), { kind: 'header', text: start.trim(), line: number }]
    if (start.startsWith('^')) return this.flush()
    if (start === '') return []
    this.fields.push({ code: start[0] ?? '', value: start.slice(1).trim(), line: number })
    if (this.fields.length > maxFields) {
      const first = this.fields[0]?.line ?? number
      const message = `The record that begins in line ${first} has no end (^). The file is damaged; export it again.`
      throw new StatementError('qif_record_endless', message, [{ line: first, code: 'qif_record_endless', message }])
    }
    return []
  }

  /** The last record may lack its `^`. */
  finish(): QifPart[] {
    return this.flush()
  }

  private flush(): QifPart[] {
    const fields = this.fields
    this.fields = []
    const [first] = fields
    return first === undefined ? [] : [{ kind: 'record', fields, line: first.line }]
  }
}
