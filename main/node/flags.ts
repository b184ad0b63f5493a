import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { AppError, messageOf } from '../core/errors.ts'
import { defaultDataDir } from './data-dir.ts'

export interface HostFlags {
  readonly dataDir: string
  readonly port: number
  readonly allowLocalTargets: boolean
  readonly open: boolean
}

/** Always the same, so that a bookmark stays right. */
const usualPort = 7385

const usage =
  'Flags: --data-dir DIR, --port N (0 = any free one), --allow-local-targets, --no-open. The environment variable RECONBANKER_PASSPHRASE seals the secrets with a passphrase.'

/** Reads the flags of the browser host. Throws `host.flags` with the usage. */
export function parseFlags(args: readonly string[]): HostFlags {
  const { values } = parse(args)
  const port = values.port === undefined ? usualPort : /^\d{1,5}$/.test(values.port) ? Number(values.port) : -1
  if (port < 0 || port > 65535) throw wrong(`--port must be a number from 0 to 65535, not "${values.port}".`)
  if (values['data-dir'] === '') throw wrong('--data-dir needs a folder.')
  return {
    dataDir: resolve(values['data-dir'] ?? defaultDataDir()),
    port,
    allowLocalTargets: values['allow-local-targets'] ?? false,
    open: !(values['no-open'] ?? false),
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        'data-dir': { type: 'string' },
        port: { type: 'string' },
        'allow-local-targets': { type: 'boolean' },
        'no-open': { type: 'boolean' },
      },
    })
  } catch (error) {
    throw wrong(`${messageOf(error).split('. ')[0]}.`)
  }
}

const wrong = (message: string) => new AppError('invalid', 'host.flags', `${message} ${usage}`)
