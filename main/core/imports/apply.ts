import type { Account } from '../accounts/types.ts'
import type { Store } from '../db/store.ts'
import type { IncomingMovement, Movements } from '../movements/types.ts'
import { distinctGroups } from '../requests/group.ts'
import type { Requests } from '../requests/types.ts'
import { inSlices } from '../slices.ts'
import type { WriteBack } from '../worker/write-back.ts'
import { noonOf } from '../zoned-days.ts'
import { applyQueries, type GroupedLine, type WaitingLine } from './apply-queries.ts'
import { type KnownLines, knownLines } from './known-lines.ts'
import { asMovements } from './resolve-lines.ts'
import type { ApplyOrder } from './types.ts'
import { waitingPages } from './waiting-pages.ts'

interface ApplyDeps {
  readonly store: Store
  readonly movements: Pick<Movements, 'ingest'>
  readonly requests: Pick<Requests, 'movementsArrived'>
  readonly writeBack: WriteBack
  readonly stopped: () => boolean
}

interface Applying {
  readonly importId: string
  readonly account: Account
  readonly timeZone: string
  /** In which order the lines lie; null when that is not known (any more). */
  readonly staged: ApplyOrder | null
  /** When the lines were told from what was there. */
  readonly resolvedAt: number
  readonly onDone?: (done: number) => void
}

/** Nothing is decided for a passthrough account; its movements are forwarded in order of time. */
export const orderOf = ({ mode }: Pick<Account, 'mode'>): ApplyOrder => (mode === 'passthrough' ? 'time' : 'amount')

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
 * but each movement forwarded, slices go in order of time.
 */
export function createApply(deps: ApplyDeps) {
  const { store, movements, requests, stopped } = deps
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
    text: line.text,
    raw: line.facts === null ? undefined : JSON.parse(line.facts),
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

  /** True when everything is applied; false when the program stopped before. */
  return async (applying: Applying): Promise<boolean> => {
    const { account, importId, resolvedAt, timeZone, onDone } = applying
    const known = knownLines(store.db, account.id, timeZone)
    const meanwhile = { known, hasUnfiled: known.watchUnfiled(resolvedAt) }
    const order = orderOf(account)
    const groupOf = (line: GroupedLine) =>
      order === 'time' ? String(line.id) : `${line.currency} ${line.amount_minor}`
    const apply = (slice: readonly GroupedLine[]) =>
      applySlice(
        slice.map(({ id }) => id),
        applying,
        meanwhile,
      )
    const pages =
      applying.staged === order ? waitingPages(queries, importId, groupOf) : [queries.waiting(importId, order)]
    return deps.writeBack(async (writeBack) => {
      let before = 0
      for (const page of pages) {
        if (before > 0) await writeBack()
        const from = before
        const isDone = await inSlices(page, groupOf, apply, { stopped, onDone: (done) => onDone?.(from + done) })
        if (!isDone) return false
        before += page.length
      }
      return true
    })
  }
}
