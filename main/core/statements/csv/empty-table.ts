import { exponentOrNull } from '../currencies.ts'
import type { ReadEvent, ReadOptions, StatementBalance } from '../types.ts'
import { balanceKind } from './balance-words.ts'
import { chooseShape, isDated } from './choose-shape.ts'
import { findTable } from './find-table.ts'
import { findAccount, findCurrency } from './harvest.ts'
import { looseAmount } from './loose-amount.ts'
import { ownerOf } from './owner.ts'
import { statedPeriod } from './period.ts'
import { prepareText } from './prepare-text.ts'
import { type Row, tokenize } from './tokenize.ts'

const longest = 64 * 1024

/**
 * The statement of a table that has a header but no lines, when the balances around it say that nothing moved; null when
 * the text is another one or nothing proves that it is empty.
 */
export function readEmptyTable(source: string, options: ReadOptions): readonly ReadEvent[] | null {
  if (source.length > longest) return null
  const text = prepareText(source)
  const shape = chooseShape(text)
  if (!shape) return null
  const rows = tokenize(text, shape, { isPartial: true })
  const { header } = findTable(rows)
  if (header === null) return null
  const isLabelled = (row: Row) => row.cells.some((cell) => balanceKind(cell) !== null)
  if (rows.some((row, index) => index > header && isDated(row.cells) && !isLabelled(row))) return null
  const around = rows.filter((_, index) => index !== header).map(({ cells }) => cells)
  const named = around.map((cells) => findCurrency(cells)).find((code) => code !== null)
  const currency = named ?? options.currency ?? null
  const exponent = exponentOrNull(currency ?? 'EUR', options.precision) ?? 2
  const balanceOf = (kind: 'opening' | 'closing'): StatementBalance | null => {
    for (const cells of around) {
      const label = cells.find((cell) => balanceKind(cell) === kind)
      const amount = label === undefined ? null : looseAmount(cells, '.', exponent)
      if (label !== undefined && amount !== null) return { amount, date: null, kind: label }
    }
    return null
  }
  const opening = balanceOf('opening')
  const closing = balanceOf('closing')
  if (opening === null || closing === null || opening.amount !== closing.amount) return null
  const account = around.map((cells) => findAccount(cells)).find((found) => found !== null) ?? null
  const period = statedPeriod(rows.slice(0, header), 'dmy')
  return [
    { kind: 'detail', formatDetail: 'CSV' },
    {
      kind: 'statement',
      head: {
        account,
        currency,
        statementRef: null,
        sequenceNo: null,
        legalSequenceNo: null,
        pageNo: null,
        lastPage: null,
        copyFlag: 'original',
        accountOwner: ownerOf(rows.slice(0, header)),
      },
    },
    {
      kind: 'end',
      end: {
        fromDate: period?.first ?? null,
        toDate: period?.last ?? null,
        opening,
        closing,
        otherBalances: [],
        declared: null,
        interpretation: ['a table without lines'],
      },
    },
  ]
}
