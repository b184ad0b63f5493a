import { parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads'
import { AppError, messageOf } from '../errors.ts'
import { StatementError } from '../statements/failure.ts'
import type { FailureMessage, FromWorker, TaskContext, WorkOrder } from './messages.ts'
import { taskOf } from './tasks.ts'

/** The thread of one piece of long work: runs the task it was started for, reports, ends. */
const tell = (message: FromWorker) => parentPort?.postMessage(message)

function failureOf(error: unknown, signal: AbortSignal): FailureMessage {
  if (signal.aborted) return { kind: 'cancelled' }
  if (error instanceof StatementError)
    return { kind: 'statement', code: error.code, message: error.message, faults: error.faults }
  if (error instanceof AppError)
    return { kind: 'app', as: error.kind, code: error.code, message: error.message, issues: error.issues }
  return { kind: 'bug', message: messageOf(error), stack: error instanceof Error ? error.stack : undefined }
}

async function work({ task, dataFile, input }: WorkOrder): Promise<void> {
  const cancelling = new AbortController()
  parentPort?.on('message', (message) => {
    if (message === 'cancel') cancelling.abort()
  })
  const context: TaskContext = {
    dataFile,
    signal: cancelling.signal,
    progress(progress) {
      // Work that never waits hears nothing of a cancel; it is looked for whenever the work says how far it is.
      if (parentPort && receiveMessageOnPort(parentPort)?.message === 'cancel') cancelling.abort()
      tell({ type: 'progress', progress })
    },
  }
  try {
    const run = await taskOf(task)
    tell({ type: 'done', result: await run(input as never, context) })
  } catch (error) {
    tell({ type: 'failed', failure: failureOf(error, cancelling.signal) })
  }
  parentPort?.close()
}

void work(workerData as WorkOrder)
