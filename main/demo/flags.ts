import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { AppError, messageOf } from '../core/errors.ts'

export interface DemoFlags {
  /** End after the day instead of staying up. */
  readonly once: boolean
  /** The last line on stdout is one JSON object; everything else goes to stderr. */
  readonly json: boolean
  readonly open: boolean
  /** `null`: a fresh folder that goes with the demonstration. */
  readonly dataDir: string | null
  readonly port: number
}

const usage = 'Flags: --once, --json, --no-open, --data-dir DIR, --port N (0 = any free one).'

const wrong = (message: string) => new AppError('invalid', 'demo.flags', `${message} ${usage}`)

/** Reads the flags of the demonstration. Throws `demo.flags` with the usage. */
export function parseDemoFlags(args: readonly string[]): DemoFlags {
  const { values } = parse(args)
  const port = values.port === undefined ? 0 : /^\d{1,5}$/.test(values.port) ? Number(values.port) : -1
  if (port < 0 || port > 65_535) throw wrong(`--port must be a number from 0 to 65535, not "${values.port}".`)
  if (values['data-dir'] === '') throw wrong('--data-dir needs a folder.')
  return {
    once: values.once ?? false,
    json: values.json ?? false,
    open: !(values['no-open'] ?? false) && !(values.once ?? false),
    dataDir: values['data-dir'] === undefined ? null : resolve(values['data-dir']),
    port,
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        once: { type: 'boolean' },
        json: { type: 'boolean' },
        'no-open': { type: 'boolean' },
        'data-dir': { type: 'string' },
        port: { type: 'string' },
      },
    })
  } catch (error) {
    throw wrong(`${messageOf(error).split('. ')[0]}.`)
  }
}
