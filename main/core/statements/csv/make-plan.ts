import { exponentOrNull } from '../currencies.ts'
import { StatementError } from '../failure.ts'
import type { ReadOptions, StatementQuestion } from '../types.ts'
import { assignColumns } from './assign-columns.ts'
import { isDated } from './choose-shape.ts'
import { currencyCode } from './currency-code.ts'
import type { DateOrder } from './date-text.ts'
import { DateCells, decideDates } from './decide-dates.ts'
import { countDecimalVotes, decideDecimals } from './decide-numbers.ts'
import { decideScale } from './decide-scale.ts'
import { decideSign, hasBothSigns, type SignDecision } from './decide-sign.ts'
import { findTable } from './find-table.ts'
import { accountAbove, findCurrency } from './harvest.ts'
import type { CsvMapping } from './mapping.ts'
import { headerLanguage } from './match-header.ts'
import { netColumn } from './net-column.ts'
import { type DecimalSign, splitNumber } from './number-text.ts'
import { takeNamedSource } from './own-account-column.ts'
import { ownerOf } from './owner.ts'
import { periodOf, statedPeriod } from './period.ts'
import { amountColumns, firstColumn, type Plan, sideColumn, tableWidth } from './plan.ts'
import { profileColumns, sampleTable } from './profile-columns.ts'
import type { ColumnRole } from './roles.ts'
import type { Row, Shape } from './tokenize.ts'
import { findTransfers, isOfTransfers, takeTransfers } from './transfers.ts'

/** A plan with what is still open about it. */
export interface Planned {
  readonly plan: Plan
  readonly dates: DateCells
  readonly questions: readonly StatementQuestion[]
  readonly suspicion: SignDecision['suspicion']
  /** Number columns that hold only amounts like 1.234. */
  readonly unclearDecimals: readonly number[]
  readonly isGuessed: boolean
  readonly isAmountUnsure: boolean
  readonly interpretation: readonly string[]
}

const numberRoles: readonly ColumnRole[] = [
  'amount',
  'debit',
  'credit',
  'balance',
  'openingBalance',
  'fee',
  'originalAmount',
]
const dateRoles: readonly ColumnRole[] = ['bookingDate', 'valueDate']

/** Decides over all rows how a file is to be read. Throws `csv_no_amounts` when it holds no table of a bank. */
export function makePlan(
  rows: readonly Row[],
  shape: Shape,
  options: ReadOptions,
  mapping: CsvMapping | null,
): Planned {
  const place = mapping && !mapping.hasHeader ? { header: null, first: mapping.preamble.lines } : findTable(rows)
  const header = place.header === null ? null : (rows[place.header]?.cells ?? null)
  const width = tableWidth(rows, place, header)
  const preambleRows = rows.slice(0, place.header ?? place.first)
  const dates = new DateCells(periodOf(preambleRows.flatMap(({ cells }) => cells)))
  const assigned = mapping
    ? {
        roles: new Map(mapping.columns.map(({ index, role }) => [index, role] as const)),
        isGuessed: false,
        isAmountUnsure: false,
      }
    : assignColumns(header, profileColumns(rows, place.first, width, dates, header))
  const { roles } = assigned
  if (header && !mapping) takeNamedSource(header, sampleTable(rows, place.first), roles)
  const transfers = findTransfers(header, rows, place.first)
  if (transfers && header && !mapping) takeTransfers(transfers, header, roles)
  const isTransfers = transfers !== null && isOfTransfers(transfers, roles)
  requireEssentials(roles, rows, place.header, place.first)

  const account = accountAbove(preambleRows)
  if (account !== null) leaveOwnAccount(roles, rows, place.first, account)
  const language = header ? headerLanguage(header) : null
  const currency =
    currencyOf(rows, place.first, header, roles, preambleRows) ??
    (options.currency === undefined ? spokenCurrency(language, rows, place.first, roles) : null)
  const hintCurrency = currency ?? columnCurrency(rows, place.first, roles) ?? options.currency ?? null

  const numberColumns = [...roles].filter(([, role]) => numberRoles.includes(role)).map(([column]) => column)
  const decimals = decideDecimals(
    new Map(numberColumns.map((column) => [column, countDecimalVotes(rows, place.first, column)])),
    {
      saved: new Map(
        mapping?.columns.flatMap(({ index, decimalSign }) =>
          decimalSign ? [[index, decimalSign] as [number, DecimalSign]] : [],
        ),
      ),
      answer: options.answers?.decimal_sign,
      others: [...roles].flatMap(([column, role]) =>
        role === 'rate' ? [countDecimalVotes(rows, place.first, column)] : [],
      ),
      exponent: exponentOrNull(hintCurrency ?? 'EUR', options.precision) ?? 2,
    },
  )

  const signs = new Map(decimals.signs)
  const dateColumns = [...roles].filter(([, role]) => dateRoles.includes(role)).map(([column]) => column)
  const decidedDates = decideDates(rows, place.first, dateColumns, dates, {
    saved: new Map(
      mapping?.columns.flatMap(({ index, dateOrder }) =>
        dateOrder ? [[index, dateOrder] as [number, DateOrder]] : [],
      ),
    ),
    answer: options.answers?.date_order,
    currency: hintCurrency,
    language,
    preamble: preambleRows.flatMap(({ cells }) => cells),
  })

  const exponent = exponentOrNull(hintCurrency ?? 'EUR', options.precision) ?? 2
  const answer = options.answers?.amount_scale
  const scale = decideScale(rows, place.first, { roles, header, saved: mapping, answer, exponent })
  const side = sideColumn(rows, place.first, roles, header)
  const net = mapping || isTransfers ? -1 : netColumn(rows, place.first, width, roles, signs)
  if (net >= 0) takeNet(roles, signs, net)
  const amounts = amountColumns(roles, signs, side, scale.minor)
  const isDebitSigned = hasBothSigns(rows, place.first, amounts, exponent)
  const sign: SignDecision = isTransfers
    ? bySide
    : mapping
      ? { rule: mapping.sign, suspicion: null, interpretation: [] }
      : decideSign(rows, place.first, amounts, exponent, header ?? [])
  const plan: Plan = {
    shape,
    place,
    header,
    width,
    roles,
    decimalSigns: signs,
    minor: scale.minor,
    dateOrders: decidedDates.orders,
    sign: sign.rule,
    side,
    isDebitSigned,
    currency: currency ?? options.currency ?? null,
    account,
    owner: ownerOf(preambleRows),
    period: statedPeriod(
      preambleRows,
      dateColumns.map((column) => decidedDates.orders.get(column)).find((one) => one !== undefined) ?? 'dmy',
    ),
    footerStarts: mapping?.footer.startsWith ?? [],
    transfers: isTransfers ? transfers : null,
  }
  return {
    plan,
    dates,
    questions: [decimals.question, scale.question, decidedDates.question].filter((question) => question !== null),
    suspicion: sign.suspicion,
    unclearDecimals: decimals.unclear,
    isGuessed: (assigned.isGuessed && !isTransfers) || scale.isUnclear,
    isAmountUnsure: (assigned.isAmountUnsure && !isTransfers) || scale.isUnclear,
    interpretation: [...decidedDates.interpretation, ...sign.interpretation],
  }
}

const bySide: SignDecision = {
  rule: { rule: 'indicator', unmarked: 'credit', isFeeDeducted: false, isCreditAbsolute: false },
  suspicion: null,
  interpretation: ['the direction says which side of a transfer is the own one'],
}

/** What moves the account takes the place of what was charged. */
function takeNet(roles: Map<number, ColumnRole>, signs: Map<number, DecimalSign>, net: number): void {
  const amount = firstColumn(roles, 'amount')
  roles.set(amount, 'ignore')
  roles.set(net, 'amount')
  signs.set(net, signs.get(amount) ?? '.')
}

function requireEssentials(
  roles: ReadonlyMap<number, ColumnRole>,
  rows: readonly Row[],
  header: number | null,
  first: number,
): void {
  const hasDate = firstColumn(roles, 'bookingDate') >= 0 || firstColumn(roles, 'valueDate') >= 0
  const hasAmount = (['amount', 'debit', 'credit'] as const).some((role) => firstColumn(roles, role) >= 0)
  if (hasDate && hasAmount) return
  const isEmpty = !rows.slice(first).some(({ cells }) => isDated(cells))
  if (isEmpty && (header !== null || first >= rows.length))
    throw new StatementError(
      'csv_no_entries',
      'The table has a header but no lines. Choose a period with transactions and download the file again.',
    )
  throw new StatementError(
    'csv_no_amounts',
    `No column holds ${hasDate ? 'amounts' : 'dates'}. Say which columns hold the date and the amount, or download the file again as CSV.`,
  )
}

/** A plain "IBAN" column belongs to the other side when the lines above the table name another account. */
function leaveOwnAccount(roles: Map<number, ColumnRole>, rows: readonly Row[], first: number, account: string): void {
  const column = firstColumn(roles, 'ownAccount')
  if (column < 0) return
  const seen = rows
    .slice(first, first + 200)
    .flatMap((row) => row.cells[column]?.replace(/[\s"']/g, '').toUpperCase() || [])
  if (seen.some((value) => value === account || account.includes(value) || value.includes(account))) return
  roles.set(column, firstColumn(roles, 'counterpartyAccount') < 0 ? 'counterpartyAccount' : 'ignore')
}

// Where a country's only currency has no decimals, two assumed ones would make the amounts a hundredfold.
const withoutDecimals: ReadonlyMap<string, string> = new Map([
  ['ja', 'JPY'],
  ['ko', 'KRW'],
  ['vi', 'VND'],
])

/** The currency that the language of the headers implies, as long as no amount has decimals. */
function spokenCurrency(
  language: string | null,
  rows: readonly Row[],
  first: number,
  roles: ReadonlyMap<number, ColumnRole>,
): string | null {
  const currency = withoutDecimals.get(language ?? '')
  if (currency === undefined || firstColumn(roles, 'currency') >= 0) return null
  const columns = [...roles].flatMap(([column, role]) => (numberRoles.includes(role) ? [column] : []))
  const hasDecimals = rows
    .slice(first)
    .some(({ cells }) => columns.some((column) => /[.,]\d{1,2}$/.test(cells[column] ?? '')))
  return hasDecimals ? null : currency
}

const columnCurrency = (rows: readonly Row[], first: number, roles: ReadonlyMap<number, ColumnRole>): string | null => {
  const column = firstColumn(roles, 'currency')
  if (column < 0) return null
  const cell = rows.slice(first, first + 50).find((row) => row.cells[column])?.cells[column]
  return cell === undefined ? null : (currencyCode(cell) ?? cell.toUpperCase())
}

/** The file's own currency where no column gives it: in a header, beside the amounts, above the table. */
function currencyOf(
  rows: readonly Row[],
  first: number,
  header: readonly string[] | null,
  roles: ReadonlyMap<number, ColumnRole>,
  preamble: readonly Row[],
): string | null {
  const amounts = (['amount', 'debit', 'credit', 'balance'] as const)
    .map((role) => firstColumn(roles, role))
    .filter((column) => column >= 0)
  for (const column of amounts) {
    const name = header?.[column] ?? ''
    const found = findCurrency([name]) ?? headerUnit(name)
    if (found) return found
  }
  // A second line of the header may hold the units.
  const units = new Set(rows[first]?.cells.filter((cell) => cell !== ''))
  const [unit] = units
  if (units.size === 1 && unit !== undefined && exponentOrNull(unit) !== null) return unit
  const seen = new Map<string, number>()
  for (const row of rows.slice(first, first + 200))
    for (const column of amounts) {
      const code = splitNumber(row.cells[column] ?? '')?.currency
      if (code && exponentOrNull(code) !== null) seen.set(code, (seen.get(code) ?? 0) + 1)
    }
  if (seen.size === 1) return [...seen.keys()][0] ?? null
  if (firstColumn(roles, 'currency') >= 0) return null
  for (const { cells } of preamble) {
    const found = findCurrency(cells)
    if (found) return found
  }
  return null
}

/** "Betrag EUR", "Importe Eur", "valor (R$)". */
function headerUnit(name: string): string | null {
  if (name.length > 200) return null
  if (/\beuroa?s?\b/i.test(name)) return 'EUR'
  if (/^[A-Z]{3}\$?$/.test(name) && exponentOrNull(name.slice(0, 3)) !== null) return name.slice(0, 3)
  const code = /\b([A-Za-z]{3})\)?\s*$/.exec(name)?.[1]?.toUpperCase()
  if (
    code &&
    name.trim().length > 4 &&
    exponentOrNull(code) !== null &&
    /^(?:EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|BRL|ARS|UYU|CLP|MXN|COP|PEN|SGD|AUD|NZD|CAD|INR|HKD|ZAR|JPY|TRY|RON|BGN|ILS|THB|MYR|PHP|AED|RUB|RUR|UAH|RSD|CNY|KRW|TWD|VND|KES|NGN|SAR|IDR)$/.test(
      code,
    )
  )
    return code
  return name.includes('R$') ? 'BRL' : null
}
