import type { CsvMapping } from './csv/mapping.ts'
import type { FrameEvent, StatementProof, StatementQuestion, StatementWarning } from './types.ts'

/** What a stream of events says of the file as a whole, beside its statements. */
export class FileRemarks {
  readonly warnings: StatementWarning[] = []
  readonly questions: StatementQuestion[] = []
  formatDetail: string | null = null
  mapping: CsvMapping | null = null
  readonly #signs: NonNullable<StatementProof['learnt']>[] = []

  /** What the file tells of its bank's signs for later files: an answer before proofs, and proofs that contradict nothing. */
  get learntSigns(): StatementProof['learnt'] {
    const [first] = this.#signs.toSorted((a, b) => (a.learntBy < b.learntBy ? -1 : 1))
    const isAgreed = this.#signs.every(({ reading }) => reading === first?.reading)
    return first?.learntBy === 'answer' || isAgreed ? (first ?? null) : null
  }

  /** Keeps what is said of the file, and passes over the rest. */
  take(event: FrameEvent): void {
    if (event.kind === 'proof' && event.proof.learnt !== null) this.#signs.push(event.proof.learnt)
    else if (event.kind === 'warning') this.warnings.push(event.warning)
    else if (event.kind === 'question') this.questions.push(event.question)
    else if (event.kind === 'detail') {
      this.formatDetail = event.formatDetail
      this.mapping = event.mapping ?? null
    }
  }
}
