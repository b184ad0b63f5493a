import type { Database } from '../db/open.ts'
import type { Resolution } from './resolve-lines.ts'
import type { CurrencyTotals, FileLine } from './types.ts'

/** A line in the table, by its number in the order of the upload. */
export interface TableLine extends FileLine {
  readonly n: number
}
export type ResolvedLine = TableLine & Resolution

const columns = [
  'statement',
  'position',
  'layout',
  'bookingDate',
  'valueDate',
  'amountMinor',
  'currency',
  'name',
  'text',
  'strongKey',
  'fingerprint',
  'occurrence',
  'facts',
] as const satisfies readonly (keyof FileLine)[]

/**
 * The lines of an upload while they are read and told from what is there: a table that only this connection sees and that
 * is gone with it, so that a file of any length takes little memory and nobody waits for its writes.
 */
export function createLineTable(db: Database) {
  db.pragma('temp.cache_size = -16384')
  // What is lost with the program needs no way back.
  db.pragma('temp.journal_mode = OFF')
  db.exec(`
    create temp table file_lines (n integer primary key, statement integer, position integer, layout text,
      bookingDate text, valueDate text, amountMinor integer, currency text, name text, text text, strongKey text,
      fingerprint text, occurrence integer, facts text);
    create temp table file_outcomes (n integer primary key, outcome text, lineKey text, movementId text, sinceImport text)`)
  const insert = db.prepare(
    `insert into temp.file_lines (${columns.join(', ')}) values (${columns.map((name) => `@${name}`).join(', ')})`,
  )
  const dropKey = db.prepare('update temp.file_lines set strongKey = null where n = ?')
  const nameCurrency = db.prepare(`update temp.file_lines set currency = @currency where n > @after and currency = ''`)
  const days = db.prepare<[], string>('select distinct bookingDate from temp.file_lines order by bookingDate').pluck()
  // Facts are long and are only stored.
  const compared = `l.n, ${columns.map((name) => (name === 'facts' ? 'null as facts' : `l.${name}`)).join(', ')}`
  const ofDay = db.prepare<[string], TableLine>(
    `select ${compared} from temp.file_lines l where l.bookingDate = ? order by l.n`,
  )
  const openCredits = `from temp.file_lines l join temp.file_outcomes o on o.n = l.n
    where o.outcome = 'new' and l.valueDate is not null and l.valueDate <> l.bookingDate`
  const valueDays = db.prepare<[], string>(`select distinct l.valueDate ${openCredits}`).pluck()
  const ofValueDay = db.prepare<[string], TableLine>(
    `select ${compared} ${openCredits} and l.valueDate = ? order by l.n`,
  )
  const settle = db.prepare(
    `insert or replace into temp.file_outcomes (n, outcome, lineKey, movementId, sinceImport)
     values (@n, @outcome, @lineKey, @movementId, @sinceImport)`,
  )
  const shown = db.prepare<[{ outcome: string | null; limit: number }], ResolvedLine>(
    `select ${compared}, o.outcome, o.lineKey, o.movementId, o.sinceImport
       from temp.file_lines l join temp.file_outcomes o on o.n = l.n
      where @outcome is null or o.outcome = @outcome order by l.n limit @limit`,
  )
  const totals = db.prepare<[], CurrencyTotals & { statement: number; currency: string }>(
    `select statement, currency, count(*) filter (where amountMinor > 0) as credits,
        coalesce(sum(amountMinor) filter (where amountMinor > 0), 0) as credit_sum,
        count(*) filter (where amountMinor < 0) as debits,
        coalesce(-sum(amountMinor) filter (where amountMinor < 0), 0) as debit_sum
      from temp.file_lines group by statement, currency order by statement`,
  )
  const counts = db.prepare<[], { created: number; duplicates: number; debits: number }>(
    `select count(*) filter (where l.amountMinor > 0 and o.outcome = 'new') as created,
        count(*) filter (where l.amountMinor > 0 and o.outcome = 'known') as duplicates,
        count(*) filter (where l.amountMinor < 0) as debits
      from temp.file_lines l join temp.file_outcomes o on o.n = l.n`,
  )
  const knownCount = db.prepare<[], number>(`select count(*) from temp.file_outcomes where outcome = 'known'`).pluck()
  let count = 0

  return {
    get count(): number {
      return count
    },
    /** Answers its number. */
    add(line: FileLine): number {
      insert.run(line)
      count += 1
      return count
    },
    /** The line's key of the bank turned out to be another line's as well. */
    dropKey: (n: number) => dropKey.run(n),
    /** Gives the lines after a number that name no currency one. */
    nameCurrency: (after: number, currency: string) => nameCurrency.run({ after, currency }),
    /** Once all lines are there: what follows looks them up by their day. */
    index: () => db.exec('create index temp.file_lines_by_day on file_lines (bookingDate)'),
    days: () => days.all(),
    ofDay: (day: string) => ofDay.all(day),
    /** Value days of new credits that were booked on another day. */
    valueDays: () => valueDays.all(),
    newOfValueDay: (day: string) => ofValueDay.all(day),
    settle: (n: number, resolution: Resolution) => settle.run({ ...resolution, n }),
    /** The first lines in the upload's order, of one outcome or of all. */
    first: (limit: number, outcome: Resolution['outcome'] | null = null) => shown.all({ outcome, limit }),
    /** How many lines are there already, credits and debits. */
    knownCount: () => knownCount.get() ?? 0,
    /** Counts and sums by statement and currency; sums without a sign. */
    totals: () => totals.all(),
    counts: () => counts.get() ?? { created: 0, duplicates: 0, debits: 0 },
  }
}

export type LineTable = ReturnType<typeof createLineTable>
