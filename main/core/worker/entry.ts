import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { batchesAhead, takeBatches } from './batches.ts'
import { failureOf } from './failures.ts'
import type { FromWorker, TaskContext, ToWorker, WorkOrder } from './messages.ts'
import { taskOf } from './tasks.ts'

/** The thread of one piece of long work: runs the task it was started for, reports, ends. */
const tell = (message: FromWorker) => parentPort?.postMessage(message)

async function work(order: WorkOrder): Promise<void> {
  const cancelling = new AbortController()
  let room = batchesAhead
  let wake = () => {}
  const receive = (message: ToWorker | undefined) => {
    if (message === 'cancel') cancelling.abort()
    if (message === 'more') room += 1
    wake()
  }
  parentPort?.on('message', receive)
  const context: TaskContext = {
    dataFile: order.dataFile,
    turn: order.turn,
    signal: cancelling.signal,
    progress(progress) {
      // Work that never waits hears nothing of a cancel; it is looked for whenever the work says how far it is.
      if (parentPort) receive(receiveMessageOnPort(parentPort)?.message)
      tell({ type: 'progress', progress })
    },
    batches: <T>(task: string, input: unknown) => takeBatches<T>({ ...order, task, input }, cancelling.signal),
  }
  const hand = async (batches: AsyncIterable<unknown>) => {
    for await (const batch of batches) {
      while (room === 0)
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      room -= 1
      tell({ type: 'batch', batch })
    }
  }
  try {
    const run = await taskOf(order.task)
    const working = run(order.input as never, context)
    const result = Symbol.asyncIterator in working ? await hand(working) : await working
    tell({ type: 'done', result })
  } catch (error) {
    tell({ type: 'failed', failure: failureOf(error, cancelling.signal) })
  }
  parentPort?.close()
}

void work(workerData as WorkOrder)
