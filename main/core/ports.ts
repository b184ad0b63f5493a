import type { Browser, BrowserContext } from 'playwright'
import type { InboxNotice, InboxState } from './inbox/types.ts'

/** One line per event; `fields` carries ids, never secrets (the writer masks known secret keys as a second guard). */
export interface Log {
  child(scope: string): Log
  debug(event: string, fields?: Record<string, unknown>): void
  info(event: string, fields?: Record<string, unknown>): void
  warn(event: string, fields?: Record<string, unknown>): void
  error(event: string, fields?: Record<string, unknown>): void
}

/** Milliseconds since the epoch, UTC. The only source of time in the core. */
export type Clock = () => number

/**
 * Wraps and unwraps the data key that seals every stored secret: Electron's `safeStorage` in the desktop host, a
 * passphrase or a key file in the browser host. Both throw `AppError('secrets.unavailable')` when the store is lost.
 */
export interface KeyHolder {
  readonly kind: 'safe-storage' | 'passphrase' | 'key-file' | 'memory'
  wrap(dataKey: Uint8Array): Promise<string>
  unwrap(wrapped: string): Promise<Uint8Array>
}

/** What only a host can do when a person is wanted: a toast, a mark beside the clock. The inbox is the record. */
export interface Notifier {
  /** Something came up; the host leaves out what the person sees at this moment. */
  appeared(notice: InboxNotice): void
  /** What needs a user now: at the start and after every change. */
  changed(state: InboxState): void
}

/** An opened Chromium with the profile of one account, closed with everything it started by `close`. */
export interface OpenedBrowser {
  readonly context: BrowserContext
  readonly browser: Browser | null
  close(): Promise<void>
}

/** What the core needs from its host. Plain values; nothing happens before `createCore(ports)` is called. */
export interface Ports {
  /** Folder that holds the database, browser profiles and logs. */
  readonly dataDir: string
  /** Folder of the product's own files: banks/, icons. */
  readonly resourcesDir: string
  /** The module that a thread for long work is started with (core/worker/entry.ts, as it was built). */
  readonly workerFile: string
  readonly now: Clock
  readonly keyHolder: KeyHolder
  readonly notifier: Notifier
  readonly log: Log
  /** Deliveries and polling may reach loopback and private addresses; the stored setting can also switch it on. */
  readonly allowLocalTargets: boolean
  /** Program version, shown by the API and the window. */
  readonly version: string
}
