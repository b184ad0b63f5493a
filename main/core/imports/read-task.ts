import type { TaskContext, WorkProgress } from '../worker/messages.ts'
import { type LineRow, type LineSink, lineRow } from './line-table.ts'
import { type ReadUpload, readSteps } from './read-upload.ts'
import type { ReadInput } from './types.ts'

/** Something to be done to the table of lines. */
export type TableStep =
  | { readonly kind: 'rows'; readonly rows: LineRow[] }
  | { readonly kind: 'drop-key'; readonly n: number }
  | { readonly kind: 'name-currency'; readonly after: number; readonly currency: string }

/** Steps in order, how far the reading is, and with the last batch what was read. */
export interface ReadBatch {
  readonly steps: readonly TableStep[]
  readonly progress: WorkProgress | null
  readonly read: ReadUpload | null
}

const rowsPerBatch = 250

/** Reads an upload as `readUpload` does, beside the thread that keeps its lines: hands them on some at a time. */
export async function* readUploadBeside(
  input: ReadInput,
  { signal }: Pick<TaskContext, 'signal'>,
): AsyncGenerator<ReadBatch, void, undefined> {
  const recorder = createRecorder()
  let progress: WorkProgress | null = null
  const onProgress = (now: WorkProgress) => {
    progress = now
  }
  const reading = readSteps(input, { signal, progress: onProgress }, recorder)
  for (;;) {
    const { done, value } = await reading.next()
    if (done) return yield { steps: recorder.take(), progress, read: value }
    if (recorder.waiting() >= rowsPerBatch) yield { steps: recorder.take(), progress, read: null }
  }
}

/** A table that keeps what is done to it, until somebody takes it. */
function createRecorder() {
  let steps: TableStep[] = []
  let [count, rows] = [0, 0]
  const sink: LineSink = {
    get count() {
      return count
    },
    add(line) {
      const last = steps.at(-1)
      if (last?.kind === 'rows') last.rows.push(lineRow(line))
      else steps.push({ kind: 'rows', rows: [lineRow(line)] })
      rows += 1
      count += 1
      return count
    },
    dropKey: (n) => void steps.push({ kind: 'drop-key', n }),
    nameCurrency: (after, currency) => void steps.push({ kind: 'name-currency', after, currency }),
  }
  return Object.assign(sink, {
    /** How many rows wait to be taken. */
    waiting: () => rows,
    take(): readonly TableStep[] {
      const taken = steps
      steps = []
      rows = 0
      return taken
    },
  })
}
