import { randomUUID } from 'node:crypto'
import type { Account, Accounts } from '../accounts/types.ts'
import type { Store } from '../db/store.ts'
import { AppError, conflict, messageOf, missing } from '../errors.ts'
import type { Clock, Log } from '../ports.ts'
import { type Group, groupKey } from '../requests/group.ts'
import { inSlices, nextTurn } from '../slices.ts'
import { batchQueries } from './batch-queries.ts'
import { type IdentifiedMovement, inOrderOfTime } from './identity.ts'
import type { IngestOptions, IngestResult } from './types.ts'

/** Stores rows and what follows from them in the open transaction; returns those that were new. */
export type StoreRows = (
  account: Account,
  rows: readonly IdentifiedMovement[],
  options: IngestOptions,
  /** Which groups to decide once the new rows are there. */
  groupsOf: (inserted: readonly Group[]) => readonly Group[],
) => readonly Group[]

export interface Batches {
  /** Stores all rows; resolves when the last one and what follows from it are on disk. */
  take(accountId: string, rows: readonly IdentifiedMovement[], options: IngestOptions): Promise<IngestResult>
  /** Goes on with what the last run left; of one account or of all. */
  resume(accountId?: string): Promise<void>
  /** Takes no more; the slice at hand is finished, the rest waits for the next start. */
  stop(): Promise<void>
}

/** Groups up to this size lie in one slice; a larger one is decided with its last rows. */
const mostTogether = 60

/** A row in the order of its batch; `ends` is the group that is complete with it. */
interface Placed {
  readonly row: IdentifiedMovement
  readonly part: string
  readonly ends: Group | null
}

/**
 * Stores many rows without holding the event loop.
 *
 * Atomicity. The rows lie on disk as one batch before the first of them counts: from then on all of it happens, since a
 * start goes on where a crash ended, and rows that are there already are left alone. Slices of one transaction each
 * follow. A group of one amount and currency is decided in the transaction of its last row, so every decision and every
 * webhook is what one transaction for the whole call would have given (requests/group.ts). Nothing is read in one slice
 * and used in another, so whatever happens between two of them is seen. Where nothing is decided but each movement
 * forwarded, rows go in order of time.
 */
export function createBatches(deps: {
  readonly store: Store
  readonly accounts: Pick<Accounts, 'find'>
  readonly storeRows: StoreRows
  readonly now: Clock
  readonly log: Log
}): Batches {
  const { store, accounts, storeRows, now, log } = deps
  const queries = batchQueries(store.db)
  const underWay = new Map<string, Promise<unknown>>()
  let stopping = false

  async function storeBatch(
    batchId: string,
    accountId: string,
    rows: readonly IdentifiedMovement[],
    options: IngestOptions,
    isResumed: boolean,
  ): Promise<IngestResult> {
    const account = accounts.find(accountId)
    if (!account) throw missing('account.missing', 'Account not found')
    const touched = new Set<string>()
    let inserted = 0
    const placed = account.mode === 'passthrough' ? byTime(rows) : byGroup(rows)
    const storeSlice = (slice: readonly Placed[]) =>
      store.write(() => {
        const current = accounts.find(accountId)
        if (!current) throw missing('account.missing', 'Account not found')
        if (!queries.exists(batchId))
          throw conflict('movements.wiped', 'The data of the account was deleted while movements were being stored')
        const known = new Set(touched)
        const stored = storeRows(
          current,
          slice.map(({ row }) => row),
          options,
          (fresh) => {
            for (const group of fresh) known.add(groupKey(group))
            const complete = slice.flatMap(({ ends }) => ends ?? [])
            return isResumed ? complete : complete.filter((group) => known.has(groupKey(group)))
          },
        )
        store.afterCommit(() => {
          for (const group of stored) touched.add(groupKey(group))
          inserted += stored.length
        })
        if (slice.at(-1) === placed.at(-1)) queries.remove(batchId)
      })
    await nextTurn()
    const isDone = await inSlices(placed, ({ part }) => part, storeSlice, { stopped: () => stopping })
    if (!isDone)
      throw new AppError(
        'unavailable',
        'work.cancelled',
        'The program is stopping. What was sent is stored at its next start; sent again, nothing is doubled.',
      )
    return { inserted, duplicates: rows.length - inserted }
  }

  async function run(
    batchId: string,
    accountId: string,
    rows: readonly IdentifiedMovement[],
    options: IngestOptions,
    isResumed: boolean,
  ): Promise<IngestResult> {
    const work = storeBatch(batchId, accountId, rows, options, isResumed).catch((error: unknown) => {
      // A disk that was full is tried again with the next rows or start; what can never be stored must not come back.
      if (!mayPass(error)) queries.remove(batchId)
      throw error
    })
    underWay.set(
      batchId,
      work.catch(() => undefined),
    )
    try {
      return await work
    } finally {
      underWay.delete(batchId)
    }
  }

  async function resume(accountId?: string): Promise<void> {
    for (const { id, account_id: owner, script_id: scriptId } of queries.left(accountId)) {
      const rows = underWay.has(id) ? null : queries.rows(id)
      if (rows === null) continue
      log.info('resuming', { account: owner, rows: rows.length })
      await run(id, owner, rows, scriptId === null ? {} : { scriptId }, true)
    }
  }

  return {
    async take(accountId, rows, options) {
      await resume(accountId)
      await nextTurn()
      const id = randomUUID()
      queries.insert(id, accountId, rows, options.scriptId ?? null, now())
      return run(id, accountId, rows, options, false)
    },
    async resume(accountId) {
      try {
        await resume(accountId)
      } catch (error) {
        log.error('resuming_failed', { error: messageOf(error) })
      }
    },
    async stop() {
      stopping = true
      await Promise.all(underWay.values())
    },
  }
}

const mayPass = (error: unknown): boolean =>
  error instanceof AppError
    ? error.code === 'work.cancelled'
    : /^SQLITE_(?:FULL|IOERR|BUSY|NOMEM)/.test(String((error as { code?: unknown } | null)?.code))

const byTime = (rows: readonly IdentifiedMovement[]): Placed[] =>
  inOrderOfTime(rows).map((row, at) => ({ row, part: String(at), ends: row }))

/** Rows of one amount together, in order of time; the newest row is the last, as without slices. */
function byGroup(rows: readonly IdentifiedMovement[]): Placed[] {
  const groups = new Map<string, IdentifiedMovement[]>()
  for (const row of inOrderOfTime(rows)) {
    const key = groupKey(row)
    const group = groups.get(key) ?? []
    group.push(row)
    // A group stands where its newest row stands.
    groups.delete(key)
    groups.set(key, group)
  }
  return [...groups].flatMap(([key, group]) =>
    group.map((row, at) => ({
      row,
      part: group.length > mostTogether ? `${key} ${at}` : key,
      ends: at === group.length - 1 ? row : null,
    })),
  )
}
