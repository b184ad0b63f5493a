import type { Database } from '../db/open.ts'
import { assertNever } from '../errors.ts'
import type { Minor } from '../money.ts'
import type { TableStep } from './read-task.ts'
import { lineKeyOf, type Resolution } from './resolve-lines.ts'
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

/** A line as its values, in the order of the table. */
export type LineRow = readonly (string | number | null)[]
export const lineRow = (line: FileLine): LineRow => columns.map((name) => line[name])

/** Where lines go while they are read. */
export interface LineSink {
  readonly count: number
  /** Answers its number. */
  add(line: FileLine): number
  /** The line's key of the bank turned out to be another line's as well. */
  dropKey(n: number): void
  /** Gives the lines after a number that name no currency one. */
  nameCurrency(after: number, currency: string): void
}

/**
 * What becomes of a line `l` whose entry in `file_outcomes`, if it has one, is `o`: only lines that are there already
 * have one.
 */
export const toldLine = {
  outcome: `coalesce(o.outcome, iif(l.amountMinor > 0, 'new', 'debit'))`,
  lineKey: 'coalesce(o.lineKey, line_key(l.amountMinor, l.strongKey, l.fingerprint, l.occurrence, l.currency))',
}

/**
 * The lines of an upload while they are read and told from what is there: a table that only this connection sees and that
 * is gone with it, so that a file of any length takes little memory and nobody waits for its writes.
 */
export function createLineTable(db: Database) {
  db.function('line_key', { deterministic: true }, (amountMinor, strongKey, fingerprint, occurrence, currency) =>
    lineKeyOf({
      amountMinor: amountMinor as Minor,
      strongKey: strongKey as string | null,
      fingerprint: fingerprint as string,
      occurrence: occurrence as number,
      currency: currency as string,
    }),
  )
  db.pragma('temp.cache_size = -16384')
  // What is lost with the program needs no way back.
  db.pragma('temp.journal_mode = OFF')
  db.exec(`
    create temp table file_lines (n integer primary key, statement integer, position integer, layout text,
      bookingDate text, valueDate text, amountMinor integer, currency text, name text, text text, strongKey text,
      fingerprint text, occurrence integer, facts text);
    create temp table file_outcomes (n integer primary key, outcome text, lineKey text, movementId text, sinceImport text)`)
  const insert = db.prepare(
    `insert into temp.file_lines (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`,
  )
  const dropKey = db.prepare('update temp.file_lines set strongKey = null where n = ?')
  const nameCurrency = db.prepare(`update temp.file_lines set currency = @currency where n > @after and currency = ''`)
  const days = db.prepare<[], string>('select distinct bookingDate from temp.file_lines order by bookingDate').pluck()
  // Facts are long and are only stored.
  const compared = `l.n, ${columns.map((name) => (name === 'facts' ? 'null as facts' : `l.${name}`)).join(', ')}`
  const ofDay = db.prepare<[string], TableLine>(
    `select ${compared} from temp.file_lines l where l.bookingDate = ? order by l.n`,
  )
  const openCredits = `from temp.file_lines l left join temp.file_outcomes o on o.n = l.n
    where o.n is null and l.amountMinor > 0 and l.valueDate is not null and l.valueDate <> l.bookingDate`
  const valueDays = db.prepare<[], string>(`select distinct l.valueDate ${openCredits}`).pluck()
  const ofValueDay = db.prepare<[string], TableLine>(
    `select ${compared} ${openCredits} and l.valueDate = ? order by l.n`,
  )
  const settle = db.prepare(
    `insert or replace into temp.file_outcomes (n, outcome, lineKey, movementId, sinceImport)
     values (@n, @outcome, @lineKey, @movementId, @sinceImport)`,
  )
  const shown = db.prepare<[{ outcome: string | null; limit: number }], ResolvedLine>(
    `select ${compared}, ${toldLine.outcome} as outcome, ${toldLine.lineKey} as lineKey, o.movementId, o.sinceImport
       from temp.file_lines l left join temp.file_outcomes o on o.n = l.n
      where @outcome is null or ${toldLine.outcome} = @outcome order by l.n limit @limit`,
  )
  const totals = db.prepare<[], CurrencyTotals & { statement: number; currency: string }>(
    `select statement, currency, count(*) filter (where amountMinor > 0) as credits,
        coalesce(sum(amountMinor) filter (where amountMinor > 0), 0) as credit_sum,
        count(*) filter (where amountMinor < 0) as debits,
        coalesce(-sum(amountMinor) filter (where amountMinor < 0), 0) as debit_sum
      from temp.file_lines group by statement, currency order by statement`,
  )
  const counts = db.prepare<[], { created: number; duplicates: number; debits: number }>(
    `select count(*) filter (where l.amountMinor > 0 and o.n is null) as created,
        count(*) filter (where l.amountMinor > 0 and o.n is not null) as duplicates,
        count(*) filter (where l.amountMinor < 0) as debits
      from temp.file_lines l left join temp.file_outcomes o on o.n = l.n`,
  )
  const knownCount = db.prepare<[], number>(`select count(*) from temp.file_outcomes`).pluck()
  let count = 0

  /** Together: what is done to a table of this connection alone locks nobody out. */
  const take = db.transaction((steps: readonly TableStep[]) => {
    for (const step of steps)
      switch (step.kind) {
        case 'rows':
          for (const row of step.rows) insert.run(row)
          count += step.rows.length
          break
        case 'drop-key':
          dropKey.run(step.n)
          break
        case 'name-currency':
          nameCurrency.run(step)
          break
        default:
          assertNever(step)
      }
  })

  return {
    /** Does what was done to another sink, in the same order. */
    take: (steps: readonly TableStep[]) => take(steps),
    get count(): number {
      return count
    },
    add(line: FileLine): number {
      insert.run(lineRow(line))
      count += 1
      return count
    },
    dropKey: (n: number) => void dropKey.run(n),
    nameCurrency: (after: number, currency: string) => void nameCurrency.run({ after, currency }),
    /** Once all lines are there: what follows looks them up by their day. */
    index: () => db.exec('create index temp.file_lines_by_day on file_lines (bookingDate)'),
    days: () => days.all(),
    ofDay: (day: string) => ofDay.all(day),
    /** Value days of new credits that were booked on another day. */
    valueDays: () => valueDays.all(),
    newOfValueDay: (day: string) => ofValueDay.all(day),
    /** What becomes of a line that is there already; every other one is new, or a debit. */
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
