import { on } from 'node:events'
import { Worker } from 'node:worker_threads'
import { cancelled, errorOf } from './failures.ts'
import type { FromWorker, WorkOrder } from './messages.ts'

/** How many batches a thread is ahead of who takes them: what both hold at once stays small. */
export const batchesAhead = 4

/** A thread that only reads and hands on needs little; a limit keeps its garbage from growing beyond that. */
const resourceLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 24 }

/** Runs a task in a thread of its own and takes its batches; see `TaskContext.batches`. */
export async function* takeBatches<T>(order: WorkOrder, signal: AbortSignal): AsyncGenerator<T, void, undefined> {
  const worker = new Worker(order.file, { workerData: order, execArgv: [], resourceLimits })
  try {
    for await (const [message] of on(worker, 'message', { close: ['exit'], signal })) {
      const told = message as FromWorker
      if (told.type === 'failed') throw errorOf(told.failure)
      if (told.type === 'done') return
      if (told.type !== 'batch') continue
      worker.postMessage('more')
      yield told.batch as T
    }
    throw cancelled()
  } finally {
    await worker.terminate()
  }
}
