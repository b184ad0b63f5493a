import type { CsvMapping } from './csv/mapping.ts'
import type { FrameEvent, StatementQuestion, StatementWarning } from './types.ts'

/** What a stream of events says of the file as a whole, beside its statements. */
export class FileRemarks {
  readonly warnings: StatementWarning[] = []
  readonly questions: StatementQuestion[] = []
  formatDetail: string | null = null
  mapping: CsvMapping | null = null

  /** Keeps what is no part of a statement, and passes over the rest. */
  take(event: FrameEvent): void {
    if (event.kind === 'warning') this.warnings.push(event.warning)
    else if (event.kind === 'question') this.questions.push(event.question)
    else if (event.kind === 'detail') {
      this.formatDetail = event.formatDetail
      this.mapping = event.mapping ?? null
    }
  }
}
