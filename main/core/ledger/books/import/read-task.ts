import { headerSignature } from '../../../statements/csv/mapping.ts'
import { StatementError } from '../../../statements/failure.ts'
import type { BookRole } from './book-roles.ts'
import { decideDateOrder, decideDecimal } from './decide.ts'
import { makeVouchers } from './make-vouchers.ts'
import { type Grid, readGrid } from './read-grid.ts'
import { cellReader, isFault, lineReader, type ReadLine } from './read-lines.ts'
import { isBooksHeader, rolesOf } from './roles.ts'
import type { BooksMapping, ReadBooks, ReadBooksInput } from './types.ts'

const mostFaults = 100
const headerWithin = 50

/** Reads an export of the general ledger; nothing is stored. */
export async function readBooks(input: ReadBooksInput): Promise<ReadBooks> {
  const grid = await readGrid(input.path)
  const { at, kept } = findHeader(grid, input)
  const headers = grid.rows[at]?.cells ?? []
  const excluded = new Set(input.excludeLines)
  const rows = grid.rows
    .slice(at + 1)
    .filter(({ line, cells }) => !excluded.has(line) && cells.some((cell) => cell !== ''))
  const given = input.mapping ?? kept?.mapping ?? null
  checkColumns(given, headers)
  const columns = given?.columns ?? headers.map((header, index) => ({ header, role: rolesOf(headers)[index] ?? null }))
  const cell = cellReader({ columns, date_order: 'dmy', decimal: '.' })
  const texts = (...roles: BookRole[]) =>
    rows.flatMap(({ cells }) => roles.map((role) => cell(cells, role)).filter((text) => text !== ''))
  const order = decideDateOrder(texts('date'), input.answers.date_order ?? given?.date_order)
  const decimal = decideDecimal(
    texts('debit', 'credit', 'amount'),
    // A workbook's numbers come without group signs.
    input.answers.decimal_sign ?? given?.decimal ?? (grid.format === 'xlsx' ? '.' : undefined),
  )
  const mapping: BooksMapping = { columns: [...columns], date_order: order.value, decimal: decimal.value }
  const read = lineReader(mapping, input.chart)
  const lines = rows.map(({ line, cells }) => read(line, cells))
  const good = lines.filter((line): line is ReadLine => !isFault(line))
  const bad = lines.filter(isFault)
  const { vouchers, faults } = makeVouchers(good)
  // A voucher with an unreadable line would be reported twice, the second time as out of balance.
  const all = bad.length > 0 ? bad : faults
  return {
    format: grid.format,
    headers,
    signature: headerSignature(headers),
    mapping,
    appliedMappingId: input.mapping ? null : (kept?.id ?? null),
    rows: rows.length,
    vouchers,
    faults: all.slice(0, mostFaults),
    questions: [order.question, decimal.question].filter((question) => question !== null),
  }
}

/** The row of headers: one that a mapping was kept for, else the first that names date, account and amount. */
function findHeader({ rows }: Grid, { mapping, kept }: ReadBooksInput) {
  const front = rows.slice(0, headerWithin)
  for (const [at, { cells }] of front.entries()) {
    const signature = headerSignature(cells)
    if (mapping && headerSignature(mapping.columns.map(({ header }) => header)) === signature) return { at, kept: null }
    const known = kept.find((one) => one.signature === signature)
    if (known && !mapping) return { at, kept: known }
  }
  const at = front.findIndex(({ cells }) => isBooksHeader(cells))
  if (at >= 0) return { at, kept: null }
  if (mapping) throw notFitting(mapping, front[0]?.cells ?? [])
  throw new StatementError(
    'header_unknown',
    `No row names a date, an account and an amount. The first row reads: ${front[0]?.cells.join(' | ').slice(0, 200) ?? ''}. Send a mapping that says which column is what.`,
  )
}

function checkColumns(mapping: BooksMapping | null, headers: readonly string[]): void {
  if (!mapping) return
  if (headerSignature(mapping.columns.map(({ header }) => header)) !== headerSignature(headers))
    throw notFitting(mapping, headers)
  const roles = new Set(mapping.columns.map(({ role }) => role))
  if (
    !roles.has('date') ||
    !roles.has('account') ||
    !(roles.has('amount') || roles.has('debit') || roles.has('credit'))
  )
    throw new StatementError(
      'mapping_invalid',
      'A mapping needs a date, an account, and an amount or debit and credit.',
    )
}

const notFitting = (mapping: BooksMapping, headers: readonly string[]) =>
  new StatementError(
    'mapping_does_not_fit',
    `The mapping is for another header. It knows: ${mapping.columns.map(({ header }) => header).join(' | ')}. The file has: ${headers.join(' | ')}. Nothing was imported.`,
  )
