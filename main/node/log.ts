import pino, { type Logger } from 'pino'
import { createStream } from 'rotating-file-stream'
import type { Log } from '../core/ports.ts'
import { mask } from './mask.ts'

export interface OpenLog {
  readonly log: Log
  /** Resolves when everything is in the file. */
  close(): Promise<void>
}

const stamp = (at: Date) => at.toISOString().slice(0, 10)

/**
 * JSON lines on stderr and in `dir`/reconbanker.log, which starts anew each day and at 20 MB; 14 old files stay.
 * Every field passes `mask` on its way, whoever wrote it.
 */
export function createLog(options: { dir: string; level: string; stderr?: NodeJS.WritableStream }): OpenLog {
  const stderr = options.stderr ?? process.stderr
  const file = createStream(
    (at, index) => (at ? `reconbanker-${stamp(new Date(at))}-${index ?? 1}.log` : 'reconbanker.log'),
    { path: options.dir, size: '20M', interval: '1d', maxFiles: 14, mode: 0o600 },
  )
  // A full disk must not end the program; stderr still has the lines.
  file.on('error', (error) => stderr.write(`The log file cannot be written: ${error.message}\n`))

  const logger = pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) => mask(fields) as Record<string, unknown>,
      },
    },
    { write: (line) => [stderr, file].forEach((to) => void to.write(line)) },
  )
  return { log: adapt(logger), close: () => new Promise((resolve) => file.end(() => resolve())) }
}

/** Writes bugs down with their stack before they end the program. */
export function logBugs(log: Log): void {
  process.on('uncaughtExceptionMonitor', (error) => log.error('bug', { error }))
}

const adapt = (logger: Logger): Log => ({
  child: (scope) => adapt(logger.child({ scope })),
  debug: (event, fields) => logger.debug(fields ?? {}, event),
  info: (event, fields) => logger.info(fields ?? {}, event),
  warn: (event, fields) => logger.warn(fields ?? {}, event),
  error: (event, fields) => logger.error(fields ?? {}, event),
})
