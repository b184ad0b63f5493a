import SqliteDatabase, { type Database } from 'better-sqlite3'
import { type CsvMapping, describeMapping } from '../statements/csv/mapping.ts'
import { StatementError, type StatementFault } from '../statements/failure.ts'
import type { StatementQuestion, StatementWarning } from '../statements/types.ts'
import type { TaskContext } from '../worker/messages.ts'
import { knownLines } from './known-lines.ts'
import { type LineOrigin, lineOrigins } from './line-origin.ts'
import { createLineTable, type LineTable, type ResolvedLine } from './line-table.ts'
import { type ReadUpload, readUpload } from './read-upload.ts'
import type { DaysAnswer } from './resolve-lines.ts'
import { type TablePreview, tableOf } from './table-preview.ts'
import { tellLines } from './tell-lines.ts'
import { totalsOf } from './totals.ts'
import type { CurrencyTotals, FileStatement, OtherAccount, ReadInput } from './types.ts'

/** What keeps a file from being imported as it is, where a person can do something about it. */
export interface Problem {
  readonly code: string
  readonly message: string
  readonly faults: readonly StatementFault[]
}

export interface PreviewedFile {
  readonly member: string | null
  readonly format: string
  readonly reason: string
  readonly formatDetail: string | null
  readonly encoding: string
  readonly mapping: CsvMapping | null
  readonly mappingWords: readonly string[]
  readonly appliedMapping: string | null
}

/** What importing a file would do (ledger specification 4.1). Nothing is stored. */
export interface Preview {
  readonly files: readonly PreviewedFile[]
  readonly statements: readonly (FileStatement & CurrencyTotals)[]
  readonly totals: Readonly<Record<string, CurrencyTotals>>
  readonly counts: { created: number; duplicates: number; debits: number; notBooked: number; otherAccounts: number }
  readonly otherAccounts: readonly OtherAccount[]
  readonly linked: string | null
  /** The first lines in the file's order, each with what becomes of it. */
  readonly lines: readonly PreviewedLine[]
  /** The first of those that are there already, wherever they stand in the file, and how many they are in all. */
  readonly knownLines: readonly PreviewedLine[]
  readonly knownCount: number
  readonly warnings: readonly StatementWarning[]
  readonly questions: readonly StatementQuestion[]
  readonly table: TablePreview | null
  readonly problem: Problem | null
}

export type PreviewedLine = ResolvedLine & { readonly origin: LineOrigin | null }

const shownLines = 20
const shownKnownLines = 100
/** What a person can settle in the preview: by another mapping, an answer, or by leaving lines out. */
const settleable = new Set([
  'rows_unreadable',
  'amount_precision',
  'mapping_changed',
  'amount_columns_conflict',
  'csv_quote_unclosed',
  'account_mismatch',
  'currency_unknown',
])

/** Reads a received file as the import would and says what it would do. */
export async function previewMovements(input: ReadInput, context: TaskContext): Promise<Preview> {
  try {
    const db = new SqliteDatabase(context.dataFile, { readonly: true })
    try {
      const lines = createLineTable(db)
      const read = await readUpload(input, context, lines)
      const answer = input.choices.answers.days_differ as DaysAnswer
      const told = tellLines(
        lines,
        knownLines(db, input.accountId, input.timeZone),
        answer,
        read.members.length,
        context,
      )
      const problem: Problem | null =
        told.differing.length === 0
          ? null
          : {
              code: 'days_differ',
              message: 'A file of another format has told some of these days with other amounts.',
              faults: told.differing,
            }
      const table = read.members.some(({ mapping }) => mapping !== null) ? await tableOf(input, context.signal) : null
      return { ...shown(read, lines, told.warnings), ...linesOf(db, lines), table, problem }
    } finally {
      db.close()
    }
  } catch (error) {
    if (!(error instanceof StatementError) || !settleable.has(error.code)) throw error
    const table = await tableOf(input, context.signal)
    return unread(error, table)
  }
}

function shown(read: ReadUpload, lines: LineTable, warnings: readonly StatementWarning[]) {
  const { members, otherAccounts, questions } = read
  const totals = lines.totals()
  return {
    files: members.map(({ mapping, applied, ...member }) => ({
      ...member,
      mapping,
      mappingWords: mapping === null ? [] : describeMapping(mapping),
      appliedMapping: applied?.name ?? null,
    })),
    statements: read.statements.map((found, at) => {
      const sums = totals.filter(({ statement }) => statement === at)
      const sum = (of: keyof CurrencyTotals) => sums.reduce((total, own) => total + own[of], 0)
      return {
        ...found,
        credits: sum('credits'),
        credit_sum: sum('credit_sum'),
        debits: sum('debits'),
        debit_sum: sum('debit_sum'),
      }
    }),
    totals: totalsOf(totals),
    counts: {
      ...lines.counts(),
      notBooked: read.notBooked,
      otherAccounts: otherAccounts.reduce((sum, { entries }) => sum + entries, 0),
    },
    otherAccounts,
    linked: read.linked,
    warnings: [...read.warnings, ...warnings],
    questions,
  }
}

function linesOf(db: Database, lines: LineTable) {
  const originOf = lineOrigins(db)
  const withOrigin = (line: ResolvedLine): PreviewedLine => ({ ...line, origin: originOf(line) })
  return {
    lines: lines.first(shownLines).map(withOrigin),
    knownLines: lines.first(shownKnownLines, 'known').map(withOrigin),
    knownCount: lines.knownCount(),
  }
}

const unread = (error: StatementError, table: TablePreview | null): Preview => ({
  files:
    table === null
      ? []
      : [
          {
            member: null,
            format: 'csv',
            reason: 'delimited text with dates and amounts',
            formatDetail: null,
            encoding: table.encoding,
            mapping: table.mapping,
            mappingWords: table.mapping === null ? [] : describeMapping(table.mapping),
            appliedMapping: null,
          },
        ],
  statements: [],
  totals: {},
  counts: { created: 0, duplicates: 0, debits: 0, notBooked: 0, otherAccounts: 0 },
  otherAccounts: [],
  linked: null,
  lines: [],
  knownLines: [],
  knownCount: 0,
  warnings: [],
  questions: [],
  table,
  problem: { code: error.code, message: error.message, faults: error.faults.slice(0, 100) },
})
