import { randomUUID } from 'node:crypto'
import { ScriptError } from '../browser/script-room.ts'
import { AppError, messageOf } from '../errors.ts'
import type { Clock, Log } from '../ports.ts'
import { judge, RunFailure, type Verdict } from './failures.ts'
import type { SessionQueries } from './queries.ts'
import type { Stage } from './types.ts'

/**
 * Writes the checkpoints of one run (spec 11.1). The program records them, not the script, and best effort: a row that
 * cannot be written never changes what happens to the reading.
 */
export interface Recorder {
  readonly runId: string
  /** Where the run is now. */
  readonly stage: Stage | null
  /** The first wrapped stage that failed. */
  readonly failedStage: Stage | null
  /** One row: `started`, then closed in place. `done` closes it before the work has ended. */
  wrap<T>(stage: Stage, work: (done: () => void) => Promise<T>): Promise<T>
  /** A stage seen from outside a silent script; shown live, no row. */
  pass(stage: Stage): void
  /** One row for something that has ended: a success, or a failure that does not end the run. */
  mark(stage: Stage, error: unknown): void
  /** Writes the failed row of a stage that the category of the failure named, unless it has one. */
  fail(verdict: Verdict, error: unknown): void
}

export interface RecorderDeps {
  readonly runId: string
  readonly queries: Pick<SessionQueries, 'openStep' | 'endStep'>
  readonly now: Clock
  readonly log: Log
  /** Takes the secrets of this run out of a text. */
  readonly scrub: (text: string) => string
  /** Address of the bank page at this moment. */
  readonly address: () => string | null
  /** The reason behind an error: what ended the browser, when an act failed for want of it. */
  readonly explain: (error: unknown) => unknown
  readonly onStage: (stage: Stage) => void
}

const longestMessage = 2000
const longestStack = 4000

export function createRecorder(deps: RecorderDeps): Recorder {
  const { runId, queries, now, log, scrub } = deps
  let index = 0
  let current: Stage | null = null
  let firstFailed: Stage | null = null
  const failed = new Set<Stage>()

  const quietly = (write: () => void) => {
    try {
      write()
    } catch (error) {
      log.warn('step_not_recorded', { run: runId, message: messageOf(error) })
    }
  }
  const enter = (stage: Stage) => {
    if (current === stage) return
    current = stage
    deps.onStage(stage)
  }
  const open = (stage: Stage) => {
    const id = randomUUID()
    const at = index
    index += 1
    quietly(() => queries.openStep({ id, runId, index: at, step: stage, at: now() }))
    return id
  }
  const closeSuccess = (id: string) => {
    const nothing = { failureType: null, errorMessage: null, stack: null, url: null }
    quietly(() => queries.endStep({ id, status: 'success', ...nothing, at: now() }))
  }
  const closeFailed = (id: string, type: Verdict['type'], error: unknown) => {
    quietly(() =>
      queries.endStep({
        id,
        status: 'failed',
        failureType: type,
        errorMessage: scrub(messageOf(error)).slice(0, longestMessage),
        stack: scrub(stackOf(error) ?? '').slice(0, longestStack) || null,
        url: withoutQuery(deps.address()),
        at: now(),
      }),
    )
  }

  return {
    runId,
    get stage() {
      return current
    },
    get failedStage() {
      return firstFailed
    },
    pass: enter,
    async wrap(stage, work) {
      const id = open(stage)
      enter(stage)
      let isOpen = true
      const done = () => {
        if (!isOpen) return
        isOpen = false
        closeSuccess(id)
      }
      try {
        const result = await work(done)
        done()
        return result
      } catch (thrown) {
        const error = deps.explain(thrown)
        if (isOpen) {
          failed.add(stage)
          firstFailed ??= stage
          closeFailed(id, judge(error, { givenStage: stage, failedStage: null }).type, error)
        }
        throw error
      }
    },
    mark(stage, error) {
      enter(stage)
      if (error === null) closeSuccess(open(stage))
      else closeFailed(open(stage), judge(error, { givenStage: stage, failedStage: null }).type, error)
    },
    fail(verdict, error) {
      if (verdict.stage === null || failed.has(verdict.stage)) return
      failed.add(verdict.stage)
      closeFailed(open(verdict.stage), verdict.type, error)
    },
  }
}

/** Where a script failed, or where a bug is; an expected failure says everything in its message. */
function stackOf(error: unknown): string | null {
  if (error instanceof ScriptError) return error.scriptStack
  if (error instanceof RunFailure || error instanceof AppError) return null
  return error instanceof Error ? (error.stack ?? null) : null
}

/** Page addresses may carry session tokens in what follows the path. */
export function withoutQuery(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null
  const { protocol, host, pathname } = new URL(address)
  return protocol === 'http:' || protocol === 'https:' ? `${protocol}//${host}${pathname}`.slice(0, 500) : null
}
