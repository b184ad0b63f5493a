import { setTimeout } from 'node:timers/promises'
import { createStore } from '../../db/store.ts'
import { openWorkerConnection } from '../../worker/connection.ts'
import type { TaskContext } from '../../worker/messages.ts'
import type { Finding } from '../engine/types.ts'
import { type RunJobs, runJobs } from '../runs/run-jobs.ts'
import { createJudge } from './judge.ts'
import type { JudgedRun } from './wanted.ts'

export interface SweepInput {
  readonly run: JudgedRun
  readonly at: number
}

/** Between two slices, so that a write of the main thread finds the data file free. */
export const restMs = 4

/** What the matching pass that is being ended noticed; null where lines came or went. */
export function findingsOf(jobs: RunJobs, runId: string): readonly Finding[] | null {
  const found = jobs.findings(runId)
  return found === null ? null : (JSON.parse(found) as Finding[])
}

/** Looks at every condition of a large run, in a thread: its slices hold nobody but each other. */
export async function sweepRun({ run, at }: SweepInput, context: TaskContext): Promise<void> {
  const db = openWorkerConnection(context.dataFile)
  try {
    const judge = createJudge({ store: createStore(db), now: () => at, turn: () => setTimeout(restMs) })
    await judge.sweep(run, findingsOf(runJobs(db), run.id))
  } finally {
    db.close()
  }
}
