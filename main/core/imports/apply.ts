import type { Account } from '../accounts/types.ts'
import type { Store } from '../db/store.ts'
import type { IncomingMovement, Movements } from '../movements/types.ts'
import type { Clock } from '../ports.ts'
import { distinctGroups } from '../requests/group.ts'
import type { Requests } from '../requests/types.ts'
import { endOfSlice, inSlices } from '../slices.ts'
import type { Workers } from '../worker/workers.ts'
import type { WriteBack } from '../worker/write-back.ts'
import { noonOf } from '../zoned-days.ts'
import { applyQueries, type WaitingLine } from './apply-queries.ts'
import type { BulkInput, LeftLines } from './bulk-task.ts'
import { type KnownLines, knownLines } from './known-lines.ts'
import { shownText } from './line-movement.ts'
import { asMovements } from './resolve-lines.ts'
import type { ApplyOrder } from './types.ts'

interface ApplyDeps {
  readonly store: Store
  readonly movements: Pick<Movements, 'ingest'>
  readonly requests: Pick<Requests, 'movementsArrived'>
  readonly workers: Pick<Workers, 'run'>
  readonly writeBack: WriteBack
  readonly stopping: AbortSignal
  readonly now: Clock
}

/** With more lines than this, starting a thread costs less than it takes from this one. */
const manyLines = 2000
/** After so many of this thread the log is written back. */
const linesPerPage = 4000
/** After so many of the thread beside it, which goes on meanwhile. */
const linesPerLog = 6000

interface Applying {
  readonly importId: string
  /** How many it has. */
  readonly lines: number
  readonly account: Account
  readonly timeZone: string
  /** When the lines were told from what was there. */
  readonly resolvedAt: number
  readonly onDone: (done: number) => void
  /** That many movements were stored beside the main thread. */
  readonly onStored: (count: number) => void
}

/** Nothing is decided for a passthrough account; its movements are forwarded in order of time. */
const orderOf = ({ mode }: Pick<Account, 'mode'>): ApplyOrder => (mode === 'passthrough' ? 'time' : 'amount')

/** A line and what it is never parted from. */
interface PlacedLine {
  readonly id: number
  readonly part: string
}

/** What came while the file was read, and after. */
interface Meanwhile {
  readonly known: KnownLines
  readonly hasUnfiled: () => boolean
}

/**
 * Makes the staged lines of an import movements, through the ingest of every other source.
 *
 * Atomicity. The one row that says `applying` is the switch: before it nothing of the file counts, after it all of it
 * happens, since a start goes on where a crash ended (service.ts, recover). Between the two lie slices of one
 * transaction each, so that the event loop is never held for long. A slice never parts an amount of a currency: whether
 * a request is matched, ambiguous or not found depends on the movements of its amount alone (requests/group.ts), so
 * every decision and every webhook is what one transaction for the whole file would have given. Where nothing is decided
 * but each movement forwarded, slices go in order of time. Lines of a large file about which nothing is to be decided are
 * stored by a thread beside this one first (bulk-task.ts).
 */
export function createApply(deps: ApplyDeps) {
  const { store, movements, requests, stopping } = deps
  const queries = applyQueries(store.db)

  /** Lines that a reading brought while the file was being read are no new ones. */
  function brought(lines: readonly WaitingLine[], { known, hasUnfiled }: Meanwhile): Map<number, string> {
    if (!hasUnfiled()) return new Map()
    const asked = lines.map((line) => ({
      id: line.id,
      statement: 0,
      position: 0,
      layout: '',
      bookingDate: line.booking_date,
      valueDate: line.value_date,
      amountMinor: line.amount_minor,
      currency: line.currency,
      name: line.name,
      text: line.text,
      strongKey: line.strong_key,
      fingerprint: '',
      occurrence: 1,
      facts: null,
    }))
    const found = asMovements(asked, known)
    return new Map(
      asked.flatMap((line) => {
        const movement = found.get(line)
        return movement ? [[line.id, movement.id] as const] : []
      }),
    )
  }

  const asRow = (line: WaitingLine, receivedAt: number): IncomingMovement => ({
    externalId: line.line_key,
    amountMinor: line.amount_minor,
    currency: line.currency,
    senderName: line.name,
    receivedAt,
    text: shownText(line),
  })

  function applySlice(ids: readonly number[], applying: Applying, meanwhile: Meanwhile): void {
    const { account, importId, timeZone } = applying
    store.write(() => {
      const lines = ids.flatMap((id) => queries.line(id) ?? [])
      const fresh = lines.filter(({ outcome }) => outcome === 'new')
      const there = brought(fresh, meanwhile)
      const enriched: { currency: string; amountMinor: number }[] = []
      const isKnown = (line: WaitingLine, movementId: string | null) => {
        const change = movementId === null ? null : queries.enrich(movementId, line.name, line.text)
        queries.settle(line.id, change ? 'enriched' : 'known', movementId, change?.before ?? null)
        if (change && change.row.excluded_at === null)
          enriched.push({ currency: line.currency, amountMinor: line.amount_minor })
      }
      for (const line of lines)
        if (line.outcome === 'known') isKnown(line, line.movement_id)
        else if (there.has(line.id)) isKnown(line, there.get(line.id) ?? null)
      const rows = fresh.filter((line) => !there.has(line.id))
      const noons = new Map(rows.map((line) => [line.booking_date, 0]))
      for (const day of noons.keys()) noons.set(day, noonOf(day, timeZone))
      if (rows.length > 0)
        movements.ingest(
          account.id,
          rows.map((line) => asRow(line, noons.get(line.booking_date) as number)),
          { importId },
        )
      for (const line of rows) queries.settle(line.id, 'new', queries.stored(account.id, line.line_key), null)
      // A movement that has a name now may be the one that was waited for.
      if (enriched.length > 0 && account.mode === 'reconcile')
        requests.movementsArrived(account.id, distinctGroups(enriched))
    })
  }

  /** Lines for this thread, in their order: all of them, or what one beside it left. Null when the program stopped. */
  async function waiting(
    applying: Applying,
    order: ApplyOrder,
    writeBack: () => Promise<void>,
  ): Promise<readonly PlacedLine[] | null> {
    const { importId, lines, account, timeZone, resolvedAt, onDone, onStored } = applying
    if (lines <= manyLines)
      return queries.waiting(importId, order).map(({ id, currency, amount_minor: amount }) => ({
        id,
        part: order === 'time' ? String(id) : `${currency} ${amount}`,
      }))
    const input: BulkInput = { importId, accountId: account.id, timeZone, order, lines, resolvedAt, now: deps.now() }
    let before = 0
    let writtenBack = 0
    let writing: Promise<void> | null = null
    const left = await deps.workers
      .run<LeftLines>('movements.apply', input, {
        signal: stopping,
        onProgress: ({ done }) => {
          onStored(done - before)
          before = done
          onDone(done)
          if (writing !== null || done - writtenBack < linesPerLog) return
          writtenBack = done
          writing = writeBack()
            .catch(() => undefined)
            .finally(() => {
              writing = null
            })
        },
      })
      .catch((error: unknown) => {
        if (stopping.aborted) return null
        throw error
      })
    await writing
    return left?.ids.map((id, at) => ({ id, part: String(left.parts[at]) })) ?? null
  }

  /** True when everything is applied; false when the program stopped before. */
  return (applying: Applying): Promise<boolean> =>
    deps.writeBack(async (writeBack) => {
      const { account, resolvedAt, timeZone, onDone } = applying
      const lines = await waiting(applying, orderOf(account), writeBack)
      if (lines === null) return false
      const known = knownLines(store.db, account.id, timeZone)
      const meanwhile = { known, hasUnfiled: known.watchUnfiled(resolvedAt) }
      const partOf = ({ part }: PlacedLine) => part
      const apply = (slice: readonly PlacedLine[]) =>
        applySlice(
          slice.map(({ id }) => id),
          applying,
          meanwhile,
        )
      for (let from = 0; from < lines.length; ) {
        if (from > 0) await writeBack()
        const start = from
        const until = endOfSlice(lines, from + linesPerPage, partOf)
        const isDone = await inSlices(lines.slice(from, until), partOf, apply, {
          stopped: () => stopping.aborted,
          onDone: (done) => onDone(start + done),
        })
        if (!isDone) return false
        from = until
      }
      return true
    })
}
