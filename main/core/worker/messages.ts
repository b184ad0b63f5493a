import type { WriteTurn } from '../db/write-turn.ts'
import type { Issue } from '../errors.ts'
import type { StatementFault } from '../statements/failure.ts'

/** What a worker is started with. `input` is plain data. */
export interface WorkOrder {
  readonly task: string
  /** The program of the thread, for threads that it starts itself. */
  readonly file: string
  readonly dataFile: string
  readonly turn: WriteTurn
  readonly input: unknown
}

/** A failure that crosses the thread with what the caller needs to answer it. */
export type FailureMessage =
  | {
      readonly kind: 'statement'
      readonly code: string
      readonly message: string
      readonly faults: readonly StatementFault[]
    }
  | {
      readonly kind: 'app'
      readonly as: string
      readonly code: string
      readonly message: string
      readonly issues: readonly Issue[]
    }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'bug'; readonly message: string; readonly stack: string | undefined }

export type FromWorker =
  | { readonly type: 'batch'; readonly batch: unknown }
  | { readonly type: 'progress'; readonly progress: WorkProgress }
  | { readonly type: 'done'; readonly result: unknown }
  | { readonly type: 'failed'; readonly failure: FailureMessage }

/** `more` answers a batch: the thread stays few batches ahead of who takes them. */
export type ToWorker = 'cancel' | 'more'

/** How far long work is; `of` is null while the end is unknown. */
export interface WorkProgress {
  /** What is being done, by a stable word that the window translates. */
  readonly step: string
  readonly done: number
  readonly of: number | null
  /** Rows found or made so far. */
  readonly rows?: number
}

/** What a task is given beside its input. */
export interface TaskContext {
  /** The data file, for a connection of its own. */
  readonly dataFile: string
  readonly signal: AbortSignal
  /** Whether the main thread wants to write, for a thread that writes in many transactions. */
  readonly turn: WriteTurn
  progress(progress: WorkProgress): void
  /**
   * Runs a task that yields batches in a thread beside this one, a few batches ahead of who takes them. Throws what it
   * throws; leaving the loop ends it.
   */
  batches<T>(task: string, input: unknown): AsyncIterable<T>
}

/** A piece of work: done with one result, or yielding batches of plain data for `TaskContext.batches`. */
export type Task = (input: never, context: TaskContext) => Promise<unknown> | AsyncIterable<unknown>
