import type { Accounts } from '../accounts/types.ts'
import type { BankProfile } from '../banks/types.ts'
import type { Store } from '../db/store.ts'
import type { Events } from '../events.ts'
import type { Movements } from '../movements/types.ts'
import type { Clock, Log } from '../ports.ts'
import type { Requests } from '../requests/types.ts'
import type { Webhooks } from '../webhooks/types.ts'
import type { WorkProgress } from '../worker/messages.ts'
import type { Workers } from '../worker/workers.ts'
import type { Mappings } from './mappings.ts'
import type { Preview } from './preview-task.ts'
import type { ImportQueries, ImportRow, StatementRow } from './queries.ts'
import type { SignMemory } from './sign-memory.ts'
import type { ReadingChoices } from './types.ts'

/** A file on disk as it was received. */
export interface ReceivedFile {
  readonly path: string
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

export interface ImportOptions {
  readonly choices: ReadingChoices
  readonly idempotencyKey: string | null
  /** Imports bytes that were imported before; lines that are there are not doubled. */
  readonly force: boolean
  readonly origin: ImportRow['origin']
}

/** What an import came to. What undoing it would take back is asked for when somebody wants to. */
export interface Imported extends ImportDetail {
  readonly stake: null
  readonly isNew: boolean
  readonly linked: string | null
}

export interface ImportDetail {
  readonly row: ImportRow
  readonly statements: readonly StatementRow[]
  readonly progress: WorkProgress | null
  readonly stake: ReturnType<ImportQueries['atStake']> | null
}

/** Statement files that become movements of an account. */
export interface Imports {
  preview(userId: string, accountId: string, path: string, choices: ReadingChoices): Promise<Preview>
  /** Imports a file; the caller discards it afterwards. Throws `StatementError` or a 409; then nothing of it was kept. */
  import(userId: string, accountId: string, file: ReceivedFile, options: ImportOptions): Promise<Imported>
  list(userId: string, accountId: string, page: { limit: number; offset: number }): { total: number; rows: ImportRow[] }
  get(userId: string, accountId: string, importId: string): ImportDetail
  /** Stops the reading of a file; false when none is under way. */
  cancel(userId: string, accountId: string, importId: string): boolean
  /** Takes back what only this import brought. Undoing twice changes nothing. */
  undo(userId: string, accountId: string, importId: string): Promise<ImportDetail>
  /** Ends what the last run left: a file half read is forgotten, one half applied or half taken back goes on. */
  start(): Promise<void>
  /** Takes no more work and waits for the slice at hand; the rest waits for the next start. */
  stop(): Promise<void>
}

export interface ImportDeps {
  readonly store: Store
  readonly accounts: Pick<Accounts, 'owned' | 'find'>
  readonly movements: Pick<Movements, 'ingest'>
  readonly requests: Pick<Requests, 'movementsArrived' | 'movementsLeave'>
  readonly webhooks: Pick<Webhooks, 'movementsRemoved'>
  readonly mappings: Mappings
  readonly signs: SignMemory
  readonly profile: (bankId: string) => Pick<BankProfile, 'timeZone'>
  readonly workers: Workers
  readonly events: Events
  readonly now: Clock
  readonly log: Log
}
