import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { KeyHolder, Log, Notifier, Ports } from '../../main/core/ports.ts'

export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  readonly scope: string
  readonly event: string
  readonly fields: Record<string, unknown>
}

/** A log that keeps its lines, so that a test can look at what was said. */
export function recordingLog(): { log: Log; lines: LogLine[] } {
  const lines: LogLine[] = []
  const scoped = (scope: string): Log => {
    const line =
      (level: LogLine['level']) =>
      (event: string, fields: Record<string, unknown> = {}) => {
        lines.push({ level, scope, event, fields })
      }
    return {
      child: (name) => scoped(scope ? `${scope}.${name}` : name),
      debug: line('debug'),
      info: line('info'),
      warn: line('warn'),
      error: line('error'),
    }
  }
  return { log: scoped(''), lines }
}

/** Keeps the data key as it is: tests of the holders themselves use the real ones. */
const plainKeyHolder: KeyHolder = {
  kind: 'memory',
  wrap: async (dataKey) => Buffer.from(dataKey).toString('base64'),
  unwrap: async (wrapped) => Buffer.from(wrapped, 'base64'),
}

const silentNotifier: Notifier = { appeared: () => {}, changed: () => {} }

export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** Names the file of the threads for long work, bundled once for all tests; child processes of a test inherit it. */
export const workerVariable = 'RECONBANKER_TEST_WORKER'

function workerFile(): string {
  const file = process.env[workerVariable]
  if (file === undefined) throw new Error('The thread for long work is not bundled; run the tests by vitest')
  return file
}

/** A clock that moves only when told to. */
export function testClock(start = Date.parse('2026-05-12T10:00:00.000Z')) {
  let at = start
  return {
    now: () => at,
    set: (instant: string | number) => {
      at = typeof instant === 'number' ? instant : Date.parse(instant)
    },
    advance: (ms: number) => {
      at += ms
    },
  }
}

export function testPorts(dataDir: string, change: Partial<Ports> = {}): Ports {
  return {
    dataDir,
    resourcesDir: join(projectRoot, 'resources'),
    workerFile: workerFile(),
    now: Date.now,
    keyHolder: plainKeyHolder,
    notifier: silentNotifier,
    log: recordingLog().log,
    allowLocalTargets: true,
    version: '0.0.0-test',
    ...change,
  }
}
