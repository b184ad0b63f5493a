import type { Database } from '../../db/open.ts'
import { createNameReader } from '../../matching/prepared-names.ts'
import { StatementError } from '../../statements/failure.ts'
import { shiftDay } from '../context.ts'
import { precisionOf } from '../money.ts'
import {
  compareDays,
  compareMovements,
  type DifferingDay,
  type ReportedLine,
  type SameLines,
  seenWithin,
} from './same-lines.ts'

interface LineRow {
  readonly id: string
  readonly run_id: string
  readonly source_file_id: string | null
  readonly format: string | null
  readonly is_closed: number
  readonly booking_date: string
  readonly value_date: string | null
  readonly amount: number
  readonly counterparty_name: string | null
  readonly counterparty_account: string | null
  readonly bank_reference: string | null
  readonly remittance_text: string | null
  readonly search_text: string
  readonly facts: string
  readonly raw: string | null
}

/** How much a format says of a line. */
const richness: Readonly<Record<string, number>> = { 'camt.053': 5, mt940: 4, bai2: 4, ofx: 3, qif: 2, csv: 1 }
const richnessOf = (format: string | null) => (format === null ? 0 : (richness[format] ?? 1))

const columns = `e.id, e.run_id, e.source_file_id, e.booking_date, e.value_date, e.amount, e.counterparty_name,
  e.counterparty_account, e.bank_reference, e.remittance_text, e.search_text, e.facts, e.raw`
const whole = `e.parent_entry_id is null and e.bank_status = 'booked' and e.amount is not null`

const asLine = (row: LineRow): ReportedLine => ({
  id: row.id,
  day: row.booking_date,
  amount: row.amount,
  name: row.counterparty_name,
  text: row.remittance_text,
  reference: row.bank_reference,
})

/** What became of a file's lines that were there already under another identity. */
export interface Enriched {
  readonly count: number
  /** Files whose lines were enriched. */
  readonly fileIds: readonly string[]
}

/**
 * Tells lines of a staged file that came before in another format (9.3 rule 7) or as movements (4.11). Such a line keeps
 * its id and its matches and takes over what the richer source says; the staged one stays as a removed row, so that
 * either source is known when it comes again. Throws `days_differ` unless `force`. Call it in the transaction that shows
 * the file.
 */
export function enrichKnownLines(
  db: Database,
  file: { readonly id: string; readonly format: string; readonly ledgerId: string; readonly currency: string },
  options: { readonly recognised: ReadonlySet<string>; readonly force: boolean; readonly at: number },
): Enriched {
  const span = db
    .prepare<[string], { first: string | null; last: string | null }>(
      `select min(e.booking_date) as first, max(e.booking_date) as last from source_entries e
       where e.source_file_id = ? and e.removed_at is null and ${whole}`,
    )
    .get(file.id)
  if (!span?.first || !span.last) return { count: 0, fileIds: [] }
  const known = linesBefore(db, file, { first: span.first, last: span.last, recognised: options.recognised })
  if (known.length === 0) return { count: 0, fileIds: [] }
  const fresh = db
    .prepare<[string], LineRow>(
      `select ${columns}, null as format, 0 as is_closed from source_entries e
       where e.source_file_id = ? and e.removed_at is null and ${whole} order by e.position`,
    )
    .all(file.id)

  const { pairs, differing } = pairLines(fresh.map(asLine), known)
  if (differing.length > 0 && !options.force) throw differ(differing, precisionOf(file.currency))

  const freshById = new Map(fresh.map((row) => [row.id, row]))
  const knownById = new Map(known.map((row) => [row.id, row]))
  const write = writer(db, file.format, options.at)
  const fileIds = new Set<string>()
  for (const pair of pairs) {
    const [line, before] = [freshById.get(pair.fresh), knownById.get(pair.known)]
    if (!line || !before) continue
    write(line, before)
    if (before.source_file_id !== null && before.is_closed === 0) fileIds.add(before.source_file_id)
  }
  return { count: pairs.length, fileIds: [...fileIds] }
}

/** Lines of a ledger around some days that came as movements or in files of another format. */
function linesBefore(
  db: Database,
  file: { readonly format: string; readonly ledgerId: string; readonly currency: string },
  {
    first,
    last,
    recognised,
  }: { readonly first: string; readonly last: string; readonly recognised: ReadonlySet<string> },
): LineRow[] {
  return db
    .prepare<[string, string, string, string, string], LineRow>(
      `select ${columns}, coalesce(json_extract(e.facts, '$.readFrom'), f.format) as format, r.status = 'closed' as is_closed
       from source_entries e join reconciliation_runs r on r.id = e.run_id
       left join source_files f on f.id = e.source_file_id
       where e.ledger_id = ? and e.currency = ? and e.booking_date between ? and ? and e.removed_at is null and ${whole}
         and (e.source_file_id is null or (f.status = 'processed' and f.format <> ?))
       order by e.booking_date, e.position, e.id`,
    )
    .all(file.ledgerId, file.currency, shiftDay(first, -seenWithin), shiftDay(last, seenWithin), file.format)
    .filter(({ id }) => !recognised.has(id))
}

/** Which lines of a file those are: by the days that files of other formats told, then by movements. */
function pairLines(fresh: readonly ReportedLine[], known: readonly LineRow[]): SameLines {
  const prepare = createNameReader()
  const isMovement = (row: LineRow) => row.source_file_id === null
  const days = compareDays(fresh, known.filter((row) => !isMovement(row)).map(asLine), prepare)
  const taken = new Set(days.pairs.map((pair) => pair.fresh))
  const rest = fresh.filter(({ id }) => !taken.has(id))
  const seen = compareMovements(rest, known.filter(isMovement).map(asLine), prepare)
  return { pairs: [...days.pairs, ...seen], differing: days.differing }
}

/** As the import would tell it: lines of a file that is only looked at, by those that came before in another form. */
export function pairWithKnown(
  db: Database,
  file: { readonly format: string; readonly ledgerId: string; readonly currency: string },
  fresh: readonly ReportedLine[],
  recognised: ReadonlySet<string>,
): SameLines['pairs'] {
  const days = fresh.map(({ day }) => day).sort()
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  const known = linesBefore(db, file, { first, last, recognised })
  return known.length === 0 ? [] : pairLines(fresh, known).pairs
}

function differ(days: readonly DifferingDay[], decimals: number): StatementError {
  const shown = (amounts: readonly number[]) =>
    amounts.map((minor) => (minor / 10 ** decimals).toFixed(decimals)).join(' + ') || 'nothing'
  return new StatementError(
    'days_differ',
    `These days were imported before in another format, with other amounts: ${days
      .slice(0, 10)
      .map(({ day }) => day)
      .join(', ')}. Nothing was imported. Compare them; force=true adds the lines that are not there.`,
    days.slice(0, 100).map(({ day, known, fresh }) => ({
      code: 'day_differs',
      message: `${day}: known ${shown(known)}; in this file ${shown(fresh)}`,
    })),
  )
}

function writer(db: Database, format: string, at: number) {
  const update = db.prepare(
    `update source_entries set booking_date = @booking_date, value_date = @value_date,
       counterparty_name = @counterparty_name, counterparty_account = @counterparty_account,
       bank_reference = @bank_reference, remittance_text = @remittance_text, search_text = @search_text, facts = @facts,
       raw = @raw, version = version + 1, modified_at = @at
     where id = @id`,
  )
  const retire = db.prepare(
    `update source_entries set removed_at = @at, facts = json_set(facts, '$.sameAs', @known) where id = @id`,
  )
  const partsOf = db.prepare<[string], number>('select count(*) from source_entries where parent_entry_id = ?').pluck()
  const adoptParts = db.prepare(
    'update source_entries set parent_entry_id = @known, run_id = @run where parent_entry_id = @id',
  )
  const retireParts = db.prepare('update source_entries set removed_at = @at where parent_entry_id = @id')
  return (fresh: LineRow, known: LineRow): void => {
    const isRicher = richnessOf(format) > richnessOf(known.format)
    const [best, other] = isRicher ? [fresh, known] : [known, fresh]
    const facts = {
      ...(JSON.parse(other.facts) as object),
      ...(JSON.parse(best.facts) as object),
      ...(isRicher ? { readFrom: format } : {}),
    }
    retire.run({ id: fresh.id, known: known.id, at })
    // What a closed run shows is never changed; the line is only known from now on.
    if (known.is_closed === 1) {
      retireParts.run({ id: fresh.id, at })
      return
    }
    if (isRicher && partsOf.get(known.id) === 0) adoptParts.run({ id: fresh.id, known: known.id, run: known.run_id })
    else retireParts.run({ id: fresh.id, at })
    update.run({
      id: known.id,
      // A movement's day is when it was seen; the bank's own day goes before it.
      booking_date: known.source_file_id === null ? fresh.booking_date : known.booking_date,
      value_date: best.value_date ?? other.value_date,
      counterparty_name: best.counterparty_name ?? other.counterparty_name,
      counterparty_account: best.counterparty_account ?? other.counterparty_account,
      bank_reference: best.bank_reference ?? other.bank_reference,
      remittance_text: best.remittance_text ?? other.remittance_text,
      search_text: `${best.search_text} ${other.search_text}`.trim(),
      facts: JSON.stringify(facts),
      raw: best.raw ?? other.raw,
      at,
    })
  }
}

/**
 * Before a file goes: lines of it that other files brought too come back as theirs, with nothing decided. Answers those
 * files. Call it in the transaction that removes the file.
 */
export function releaseKnownLines(db: Database, fileId: string): string[] {
  // From the lines that left: they are few, and each names the line that it doubles.
  const twins = db
    .prepare<{ id: string }, { id: string; source_file_id: string; same_as: string }>(
      `select t.id, t.source_file_id, e.id as same_as from source_entries t
       cross join source_entries e on e.id = json_extract(t.facts, '$.sameAs') and e.source_file_id = @id
       where t.ledger_id = (select r.ledger_id from source_files f join reconciliation_runs r on r.id = f.run_id
           where f.id = @id)
         and t.removed_at is not null and t.source_file_id <> @id`,
    )
    .all({ id: fileId })
  const giveBackParts = db.prepare(
    'update source_entries set parent_entry_id = @id where parent_entry_id = @sameAs and source_file_id = @file',
  )
  const revive = db.prepare(
    `update source_entries set removed_at = null, facts = json_remove(facts, '$.sameAs')
     where id = @id or parent_entry_id = @id`,
  )
  for (const { id, source_file_id: file, same_as: sameAs } of twins) {
    giveBackParts.run({ id, sameAs, file })
    revive.run({ id })
  }
  return [...new Set(twins.map((twin) => twin.source_file_id))]
}
