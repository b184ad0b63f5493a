import { StatementError } from '../failure.ts'
import type { MessageParams } from '../types.ts'
import { frontOf } from './choose-shape.ts'
import { fits, splitDate, splitYearless } from './date-text.ts'
import { countDecimalVotes } from './decide-numbers.ts'
import { findTable } from './find-table.ts'
import { type CsvMapping, headerSignature } from './mapping.ts'
import { normaliseHeader } from './match-header.ts'
import { isBigWhole, isNothing, isNumber } from './number-text.ts'
import { sampleTable } from './profile-columns.ts'
import { type Row, tokenize } from './tokenize.ts'

/** One way in which a file differs from the mapping kept for it. */
export interface MappingDifference {
  readonly code: 'header_missing' | 'column_missing' | 'column_moved' | 'column_added' | 'content_changed'
  readonly message: string
  readonly params: MessageParams
}

const difference = (
  code: MappingDifference['code'],
  message: string,
  params: MessageParams = {},
): MappingDifference => ({ code, message, params })

/** Compares a text with a mapping; an empty list means that the mapping fits. */
export function checkMapping(mapping: CsvMapping, text: string): MappingDifference[] {
  const rows = tokenize(
    frontOf(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text),
    { delimiter: mapping.delimiter, quote: mapping.quote },
    { maxRows: 1_000, isPartial: true },
  )
  return compare(mapping, rows)
}

/** Stops a file that a saved mapping no longer fits. Throws `mapping_changed` with the differences. */
export function requireUnchanged(mapping: CsvMapping, rows: readonly Row[]): void {
  const found = compare(mapping, rows)
  if (found.length === 0) return
  throw new StatementError(
    'mapping_changed',
    `The file no longer fits the saved mapping: ${found
      .map(({ message }) => message)
      .slice(0, 5)
      .join(' ')} Nothing was read; check the columns and save the mapping anew.`,
    found.slice(0, 100),
  )
}

function compare(mapping: CsvMapping, rows: readonly Row[]): MappingDifference[] {
  if (!mapping.hasHeader) return compareContent(mapping, rows, mapping.preamble.lines)
  const exact = rows.findIndex(({ cells }) => headerSignature(cells) === mapping.signature)
  if (exact >= 0) return compareContent(mapping, rows, exact + 1)
  const place = findTable(rows)
  const header = place.header === null ? null : rows[place.header]?.cells
  if (!header) return [difference('header_missing', 'The header row was not found.')]
  return compareHeaders(mapping, header)
}

function compareHeaders(mapping: CsvMapping, header: readonly string[]): MappingDifference[] {
  const now = header.map(normaliseHeader)
  const before = mapping.signature.split('|')
  const found: MappingDifference[] = []
  for (const { name, index } of mapping.columns) {
    const plain = normaliseHeader(name)
    if (now[index] === plain) continue
    const at = now.indexOf(plain)
    if (at < 0 || plain === '')
      found.push(
        difference('column_missing', `Column ${index + 1} "${name}" is now "${header[index] ?? ''}".`, {
          context: 'renamed',
          column: index + 1,
          name,
          now: header[index] ?? '',
        }),
      )
    else
      found.push(
        difference('column_moved', `Column "${name}" moved from place ${index + 1} to ${at + 1}.`, {
          name,
          from: index + 1,
          to: at + 1,
        }),
      )
  }
  for (const [index, name] of now.entries())
    if (name !== '' && !before.includes(name))
      found.push(
        difference('column_added', `Column ${index + 1} "${header[index] ?? ''}" is new.`, {
          column: index + 1,
          name: header[index] ?? '',
        }),
      )
  for (const name of before)
    if (
      name !== '' &&
      !now.includes(name) &&
      !found.some(({ message }) => message.includes(`"${name}"`)) &&
      !mapping.columns.some((column) => normaliseHeader(column.name) === name)
    )
      found.push(difference('column_missing', `Column "${name}" is no longer there.`, { name }))
  return found.length > 0
    ? found
    : [difference('column_moved', 'The columns stand in another order.', { context: 'order' })]
}

const anyYear = { first: '2000-01-01', last: '2000-12-31' }

/** Dates and amounts must still be where the mapping says, in the format it says. */
function compareContent(mapping: CsvMapping, rows: readonly Row[], first: number): MappingDifference[] {
  const found: MappingDifference[] = []
  const sample = sampleTable(rows, first)
  for (const { index, name, role, dateOrder, decimalSign } of mapping.columns) {
    const label = name === '' ? `Column ${index + 1}` : `Column "${name}"`
    const cells = sample.map((row) => row.cells[index] ?? '').filter((cell) => !isNothing(cell))
    if (cells.length === 0) continue
    if (role === 'bookingDate' || role === 'valueDate') {
      const dated = cells
        .map((cell) => splitDate(cell) ?? splitYearless(cell, anyYear))
        .filter((parts) => parts !== null)
      if (dated.length * 5 < cells.length)
        found.push(
          difference('content_changed', `${label} holds no dates any more.`, {
            context: 'dates',
            column: index + 1,
            name,
          }),
        )
      else if (dateOrder) {
        const right = dated.filter((parts) => fits(parts, dateOrder)).length
        const other = (['dmy', 'mdy', 'ymd'] as const).find(
          (order) => dated.filter((parts) => fits(parts, order)).length > right,
        )
        if (other)
          found.push(
            difference('content_changed', `${label} holds dates in another order than before.`, {
              context: 'date_order',
              column: index + 1,
              name,
            }),
          )
      }
    }
    if (decimalSign && (role === 'amount' || role === 'debit' || role === 'credit' || role === 'balance')) {
      const numbers = cells.filter((cell) => isNumber(cell) || isBigWhole(cell)).length
      const votes = countDecimalVotes(rows, first, index)
      const [own, other] = decimalSign === '.' ? [votes.point, votes.comma] : [votes.comma, votes.point]
      if (numbers * 2 < cells.length)
        found.push(
          difference('content_changed', `${label} holds no amounts any more.`, {
            context: 'amounts',
            column: index + 1,
            name,
          }),
        )
      else if (other > own)
        found.push(
          difference('content_changed', `${label} has another decimal sign than before.`, {
            context: 'decimal_sign',
            column: index + 1,
            name,
          }),
        )
    }
  }
  return found
}
