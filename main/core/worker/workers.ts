import { Worker } from 'node:worker_threads'
import type { WriteTurn } from '../db/write-turn.ts'
import type { Log } from '../ports.ts'
import { cancelled, errorOf } from './failures.ts'
import type { FromWorker, WorkOrder, WorkProgress } from './messages.ts'

export interface WorkOptions {
  readonly onProgress?: (progress: WorkProgress) => void
  /** Aborting asks the task to stop; its promise then rejects with `work.cancelled`. */
  readonly signal?: AbortSignal
}

/** Long work off the main thread: one thread per piece of work, gone when it is done. */
export interface Workers {
  /** Rejects with the task's `StatementError` or `AppError`; `work.cancelled` when it was stopped. */
  run<T>(task: string, input: unknown, options?: WorkOptions): Promise<T>
  /** Stops everything under way; nothing begins any more. */
  stop(): Promise<void>
}

/**
 * Enough for a statement of 250,000 lines; without a limit a thread lets its garbage grow beyond what a small computer
 * has. Young garbage has room for a transaction of lines: what outlives it is moved about at a price.
 */
const resourceLimits = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 24 }

export function createWorkers(deps: {
  readonly file: string
  readonly dataFile: string
  /** Of the main thread's store. */
  readonly turn: WriteTurn
  readonly log: Log
}): Workers {
  const { file, dataFile, turn, log } = deps
  const running = new Set<Worker>()
  let isStopped = false

  const run = <T>(task: string, input: unknown, { onProgress, signal }: WorkOptions): Promise<T> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted || isStopped) return reject(cancelled())
      const order: WorkOrder = { task, file, dataFile, turn, input }
      const worker = new Worker(file, { workerData: order, execArgv: [], resourceLimits })
      const cancel = () => worker.postMessage('cancel')
      running.add(worker)
      signal?.addEventListener('abort', cancel, { once: true })
      worker.on('message', (message: FromWorker) => {
        if (message.type === 'progress') onProgress?.(message.progress)
        else if (message.type === 'done') resolve(message.result as T)
        else if (message.type === 'failed') reject(errorOf(message.failure))
      })
      worker.once('error', reject)
      worker.once('exit', (code) => {
        running.delete(worker)
        signal?.removeEventListener('abort', cancel)
        if (code !== 0) log.warn('worker_ended', { task, code })
        // Does nothing when the task answered before.
        reject(cancelled())
      })
    })

  return {
    run: (task, input, options = {}) => run(task, input, options),
    async stop() {
      isStopped = true
      await Promise.all([...running].map((worker) => worker.terminate()))
    },
  }
}
