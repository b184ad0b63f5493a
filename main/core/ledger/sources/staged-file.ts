import { randomUUID } from 'node:crypto'
import type { Database } from '../../db/open.ts'
import type { AccountFilter } from '../../imports/account-filter.ts'
import type { LearntSigns } from '../../imports/types.ts'
import { FileRemarks } from '../../statements/file-remarks.ts'
import type { StatementEnd, StatementHead, StatementWarning } from '../../statements/types.ts'
import { fileQueries } from './file-queries.ts'
import type { LineEvent, ReadEnd } from './read-lines.ts'
import { Stager } from './stager.ts'
import type { ImportedFile, ImportInput } from './types.ts'

/** The error of a file whose import has not ended; a start finds it and clears up. */
const interrupted = JSON.stringify({ code: 'interrupted', message: 'The program ended during the import.' })

/** The row of a file whose lines nobody sees yet; answers its id. */
export function beginFile(db: Database, file: BegunFile, input: ImportInput): string {
  const id = randomUUID()
  fileQueries(db).insertUnfinished({ ...file, id, input, error: interrupted })
  return id
}

interface BegunFile {
  readonly member: string | null
  readonly bytes: number
  /** Of its upload. */
  readonly isFirst: boolean
}

/** What a file came to before it becomes visible. */
export interface StagedResult extends Omit<ImportedFile, 'lines'> {
  readonly sha256: string
  readonly bytes: number
  readonly formatDetail: string | null
  readonly encoding: string
}

/** One file of an upload while its lines are staged: those of the target's statements, and a count of the others. */
export class StagedFile {
  readonly id: string
  readonly stager: Stager
  readonly remarks = new FileRemarks()
  readonly #file: { readonly member: string | null; readonly bytes: number }
  readonly #filter: AccountFilter
  #current: { readonly head: StatementHead; readonly isOurs: boolean; end: StatementEnd | null } | null = null
  #skippedOtherAccount = 0
  #end: ReadEnd | null = null

  constructor(db: Database, file: BegunFile, input: ImportInput, filter: AccountFilter) {
    this.id = beginFile(db, file, input)
    this.stager = new Stager(db, { ...input.target, fileId: this.id, at: input.at })
    this.#file = file
    this.#filter = filter
  }

  take(event: LineEvent): void {
    const current = this.#current
    switch (event.kind) {
      case 'statement': {
        const isOurs = this.#filter.accepts(event.head)
        this.#current = { head: event.head, isOurs, end: null }
        if (isOurs) this.stager.begin(event.head)
        break
      }
      case 'line':
        if (current?.isOurs) this.stager.add(event.line)
        else if (current) {
          this.#filter.skip(current.head)
          this.#skippedOtherAccount += 1
        }
        break
      case 'end':
        if (current) current.end = event.end
        break
      case 'proof':
        this.remarks.take(event)
        if (current?.isOurs && current.end) this.stager.end(current.head, current.end, event.proof)
        break
      case 'file-end':
        this.#end = event.end
        break
      case 'warning':
      case 'question':
      case 'detail':
        this.remarks.take(event)
        break
    }
  }

  /** What the file tells of its bank's signs, once it was read to its end. */
  get learntSigns(): LearntSigns | null {
    const { learntSigns } = this.remarks
    return learntSigns && this.#end && { ...learntSigns, format: this.#end.format }
  }

  /** Once the file was read to its end. */
  result(): StagedResult {
    if (this.#end === null) throw new Error('a file that was not read to its end')
    const { format, encoding, sha256, applied } = this.#end
    const { mapping, formatDetail, warnings } = this.remarks
    const { imported, skippedDuplicates, notBooked } = this.stager.counts
    return {
      id: this.id,
      member: this.#file.member,
      bytes: this.#file.bytes,
      format,
      formatDetail,
      encoding,
      sha256,
      imported,
      skippedDuplicates,
      skippedOtherAccount: this.#skippedOtherAccount,
      notBooked,
      warnings: [...(applied ? [mappingApplied(applied.name)] : []), ...warnings, ...this.stager.warnings],
      mapping: mapping && { signature: mapping.signature, name: mapping.name, value: mapping },
      appliedMappingId: applied?.id ?? null,
    }
  }
}

const mappingApplied = (name: string): StatementWarning => ({
  code: 'mapping_applied',
  message: `The table was read with the mapping kept for its header: ${name}.`,
})
