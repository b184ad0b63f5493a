import { join } from 'node:path'
import type { Core } from '../core/core.ts'
import type { KeyHolder, Log, Ports } from '../core/ports.ts'
import { prepareDataDir } from './data-dir.ts'
import { lockInstance } from './instance-lock.ts'
import { createKeyFileHolder } from './key-file-holder.ts'
import { chooseKeyHolder } from './key-holder.ts'
import { createLog } from './log.ts'
import { findPackageRoot } from './package-root.ts'
import { createPages } from './pages.ts'
import { createPassphraseHolder } from './passphrase-holder.ts'
import { readVersion } from './product.ts'
import { createRealtime } from './realtime.ts'
import { listenOnLoopback } from './server.ts'

export interface BrowserHost {
  readonly url: string
  readonly port: number
  readonly core: Core
  readonly log: Log
  /** Closes everything in reverse order; may be called twice. */
  stop(): Promise<void>
}

export interface BrowserHostOptions {
  readonly dataDir: string
  readonly port: number
  readonly allowLocalTargets: boolean
  /** Seals the data key; without one a key file in the data folder does. */
  readonly passphrase?: string | undefined
  readonly logLevel?: string | undefined
  readonly createCore: (ports: Ports) => Promise<Core>
}

/** Open event streams get this long to end by themselves. */
const connectionGraceMs = 300

/**
 * The browser host: the core behind a loopback server. Throws an `AppError` whose message says what to do when the
 * folder, the port, the key or the data does not allow a start; nothing stays open then.
 */
export async function startBrowserHost(options: BrowserHostOptions): Promise<BrowserHost> {
  const { dataDir } = options
  const root = findPackageRoot()
  const opened = new AsyncDisposableStack()
  try {
    prepareDataDir(dataDir)
    const lock = opened.adopt(lockInstance(dataDir), (held) => held.release())
    const { log } = opened.adopt(
      createLog({ dir: join(dataDir, 'logs'), level: options.logLevel ?? 'info' }),
      (openLog) => openLog.close(),
    )
    const core = opened.adopt(
      await options.createCore({
        dataDir,
        resourcesDir: join(root, 'resources'),
        workerFile: join(root, 'dist', 'main', 'worker.js'),
        now: Date.now,
        keyHolder: keyHolderFor(dataDir, options.passphrase),
        // The page tells it itself, from the event stream.
        notifier: { appeared: () => undefined, changed: () => undefined },
        log,
        allowLocalTargets: options.allowLocalTargets,
        version: readVersion(root),
      }),
      (running) => running.stop(),
    )
    const pages = createPages(join(root, 'dist', 'renderer'))
    const server = opened.adopt(
      await listenOnLoopback({ api: core.api, pages, port: options.port, realtime: createRealtime(core) }),
      (listening) => listening.close(connectionGraceMs),
    )
    await core.start()
    lock.describe(server.url)
    return { url: server.url, port: server.port, core, log, stop: () => opened.disposeAsync() }
  } catch (error) {
    await opened.disposeAsync()
    throw error
  }
}

const keyHolderFor = (dataDir: string, passphrase: string | undefined): KeyHolder =>
  chooseKeyHolder([passphrase ? createPassphraseHolder(passphrase) : createKeyFileHolder(join(dataDir, 'key'))])
