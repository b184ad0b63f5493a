import type { Accounts, Target } from '../accounts/types.ts'
import type { Store } from '../db/store.ts'
import { messageOf } from '../errors.ts'
import type { Events } from '../events.ts'
import type { Clock, Log } from '../ports.ts'
import { iso, minute, second } from '../time.ts'
import { shownUrl } from './answer-text.ts'
import { type DueDelivery, deliveryQueries } from './delivery-queries.ts'
import type { Exchange } from './exchange.ts'
import { Lane } from './lane.ts'
import { type Result, writeResult } from './results.ts'

/** Calls back after `ms`; the returned function cancels. */
export type Wait = (ms: number, callback: () => void) => () => void

export interface DelivererDeps {
  readonly store: Store
  readonly accounts: Pick<Accounts, 'find' | 'settings' | 'target'>
  readonly exchange: Exchange
  readonly events: Events
  readonly now: Clock
  readonly log: Log
  /** Sleeps until something is due or a pause is over; a test moves it by hand. */
  readonly wait: Wait
}

export interface Deliverer {
  /** Something of this account may be due. */
  wake(accountId: string): void
  isOnWire(seq: number): boolean
  start(): void
  stop(): Promise<void>
}

const onWireAtOnce = 64
/** Results are written together: as soon as this many wait, or this long after the first. */
const batchSize = 512
const batchMs = 50
/** A clock that was set, or a computer that slept, is noticed within this time. */
const longestSleep = minute
const stopLimit = 3 * second
const pauseAfterFailedWrite = 5 * second

/**
 * Sends what is due: the rows are the queue, memory holds only what is on the wire and results not yet written. One at
 * a time and in order for each subject, in parallel across subjects. Nothing is marked before sending, so a crash
 * between sending and writing sends the same delivery id again (at least once, spec 5.3).
 */
export function createDeliverer(deps: DelivererDeps): Deliverer {
  const { store, accounts, events, now, log } = deps
  const queries = deliveryQueries(store.db)
  const lanes = new Map<string, Lane>()
  /** Sequence numbers and subjects that are on the wire or have an unwritten result. */
  const held = new Set<number>()
  const busySubjects = new Set<string>()
  let results: Result[] = []
  let onWire = 0
  let state: 'idle' | 'running' | 'paused' | 'stopping' = 'idle'
  let pumpPlanned: NodeJS.Immediate | null = null
  let writePlanned: NodeJS.Timeout | null = null
  let cancelSleep: (() => void) | null = null
  let cancelPause: (() => void) | null = null
  let sleepsUntil = Number.POSITIVE_INFINITY
  let wireIsClear: (() => void) | null = null
  const aborter = new AbortController()

  /** Answers that come in together free several places at once: they are filled together. */
  const planPump = () => {
    if (state === 'running') pumpPlanned ??= setImmediate(pump)
  }

  const wake = (accountId: string) => {
    const lane = lanes.get(accountId) ?? new Lane(accountId)
    lane.isDrained = false
    lanes.set(accountId, lane)
    if (state !== 'running' || pumpPlanned) return
    // Before anything else that waits: the way from a movement to its webhook is what people feel.
    planPump()
    queueMicrotask(pump)
  }

  function pump(): void {
    if (!pumpPlanned || state !== 'running') return
    clearImmediate(pumpPlanned)
    pumpPlanned = null
    // One reading of the file for all look-ups.
    store.db.transaction(serveAll).deferred()
    if (results.length >= batchSize || (results.length > 0 && onWire === 0)) write()
    else if (results.length > 0) writePlanned ??= setTimeout(write, batchMs)
  }

  function serveAll(): void {
    for (const lane of [...lanes.values()]) {
      // The lane that was served goes to the end, so that none starves when all places are taken.
      if (serve(lane)) {
        lanes.delete(lane.accountId)
        lanes.set(lane.accountId, lane)
      }
      if (onWire >= onWireAtOnce) return
    }
  }

  /** Puts on the wire what fits; true when something was found. */
  function serve(lane: Lane): boolean {
    const room = Math.min(lane.free, onWireAtOnce - onWire)
    if (room === 0 || lane.isDrained) return false
    // Without unwritten results the start of the list is what is on the wire, so it is read again from there.
    if (held.size === onWire) lane.cursor = null
    const limit = room + (lane.cursor === null ? lane.onWire : 0)
    const rows = queries.due(lane.accountId, now(), lane.cursor, limit)
    const last = rows.at(-1)
    if (last) lane.cursor = { dueAt: last.dueAt, seq: last.seq }
    lane.isDrained = rows.length < limit
    const free = rows.filter((row) => !held.has(row.seq) && !busySubjects.has(subjectOf(row)))
    if (free.length > 0) sendAll(lane, free)
    else if (lane.isDrained && lane.onWire === 0 && held.size === onWire) lanes.delete(lane.accountId)
    return free.length > 0
  }

  function sendAll(lane: Lane, rows: readonly DueDelivery[]): void {
    const { mode } = accounts.find(lane.accountId) ?? { mode: null }
    const settings = accounts.settings(lane.accountId)
    const isSilent = settings?.silentIngestion ?? false
    const target = openTarget(lane.accountId)
    for (const row of rows) {
      held.add(row.seq)
      busySubjects.add(subjectOf(row))
      const reason = refusal(row, mode, isSilent, target)
      if (reason !== null) {
        results.push({ kind: 'dropped', row, reason, silenced: reason === silenced, at: now() })
      } else if (typeof target === 'string') {
        const url = shownUrl(settings?.webhookUrl ?? '')
        results.push({ kind: 'failed', row, url, status: null, body: null, error: target, durationMs: 0, at: now() })
      } else if (target !== null) void send(lane, row, target)
    }
  }

  /** Where to send, `null` without settings, or why the stored token cannot be opened. */
  function openTarget(accountId: string): Target | string | null {
    try {
      return accounts.target(accountId, 'webhook')
    } catch (error) {
      return messageOf(error)
    }
  }

  async function send(lane: Lane, row: DueDelivery, target: Target): Promise<void> {
    lane.onWire += 1
    onWire += 1
    const done = await deps.exchange(target, row.payload, row.id, aborter.signal)
    lane.onWire -= 1
    onWire -= 1
    // Stopped by us: whether it arrived is unknown, the row stays queued and goes out again at the next start.
    if (aborter.signal.aborted && done.error !== null) return
    const { url, status, body, error, durationMs } = done
    lane.learn(done.isAccepted ? 'accepted' : done.isTimeout ? 'timeout' : 'failed')
    const common = { row, url, body, durationMs, at: now() }
    if (error === null && status !== null) results.push({ kind: 'answered', ...common, status })
    else results.push({ kind: 'failed', ...common, status, error: error ?? 'No answer' })
    if (state === 'running') planPump()
    else if (onWire === 0) wireIsClear?.()
  }

  function write(): void {
    if (writePlanned) clearTimeout(writePlanned)
    writePlanned = null
    if (results.length === 0) return
    const batch = results
    let earliest = Number.POSITIVE_INFINITY
    try {
      store.write(() => {
        for (const result of batch) earliest = Math.min(earliest, writeResult(queries, result) ?? earliest)
      })
    } catch (error) {
      pauseAfter(error)
      return
    }
    results = []
    for (const { row } of batch) {
      held.delete(row.seq)
      busySubjects.delete(subjectOf(row))
    }
    for (const lane of lanes.values()) {
      lane.cursor = null
      lane.isDrained = false
    }
    announce(batch)
    sleepUntil(earliest)
    planPump()
  }

  /** Nothing more is sent while results cannot be stored: a full disk must not turn into endless repeats. */
  function pauseAfter(error: unknown): void {
    log.error('write_failed', { error: messageOf(error), results: results.length })
    if (state !== 'running') return
    state = 'paused'
    cancelPause = deps.wait(pauseAfterFailedWrite, () => {
      state = 'running'
      write()
    })
  }

  function announce(batch: readonly Result[]): void {
    const counts = new Map<string, number>()
    for (const { row } of batch) counts.set(row.accountId, (counts.get(row.accountId) ?? 0) + 1)
    for (const [accountId, count] of counts) {
      const account = accounts.find(accountId)
      if (!account) continue
      const occurredAt = iso(now())
      events.emit({ type: 'delivery.updated', userId: account.userId, accountId, data: { count }, occurredAt })
    }
  }

  function sleepUntil(dueAt: number): void {
    if (state === 'stopping' || dueAt >= sleepsUntil) return
    cancelSleep?.()
    sleepsUntil = dueAt
    cancelSleep = deps.wait(Math.min(Math.max(0, dueAt - now()), longestSleep), look)
  }

  /** Finds the accounts with something due, and the next time to look. */
  function look(): void {
    cancelSleep = null
    sleepsUntil = Number.POSITIVE_INFINITY
    const at = now()
    for (const accountId of queries.accountsDue(at)) wake(accountId)
    sleepUntil(queries.nextDue(at) ?? Number.POSITIVE_INFINITY)
  }

  return {
    wake,
    isOnWire: (seq) => held.has(seq),

    start() {
      state = 'running'
      look()
    },

    async stop() {
      if (state === 'idle') return
      state = 'stopping'
      cancelSleep?.()
      cancelPause?.()
      if (pumpPlanned) clearImmediate(pumpPlanned)
      if (onWire > 0) await wireClear()
      aborter.abort()
      write()
    },
  }

  function wireClear(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, stopLimit)
      wireIsClear = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }
}

const subjectOf = (row: DueDelivery) => `${row.subjectType}:${row.subjectId}`

const silenced = 'Silent ingestion is on: marked as notified, not sent'

/** Why a delivery has nothing to do any more (spec 2.6, dropped), or `null`. */
function refusal(
  row: DueDelivery,
  mode: 'reconcile' | 'passthrough' | null,
  isSilent: boolean,
  target: Target | string | null,
): string | null {
  if (target === null) return 'The account has no settings saved, so there is no webhook address'
  if (mode !== (row.event === 'movement' ? 'passthrough' : 'reconcile')) return 'The operation mode is another one now'
  if (row.event === 'movement' && isSilent && row.manual === 0) return silenced
  return null
}
