import { isCurrency } from '../currencies.ts'

// Names and signs that stand in a column of currencies in place of a code; each belongs to one currency only.
const names: ReadonlyMap<string, string> = new Map([
  ['人民币', 'CNY'],
  ['人民幣', 'CNY'],
  ['rmb', 'CNY'],
  ['港币', 'HKD'],
  ['港元', 'HKD'],
  ['港幣', 'HKD'],
  ['新台幣', 'TWD'],
  ['新臺幣', 'TWD'],
  ['台幣', 'TWD'],
  ['美元', 'USD'],
  ['美金', 'USD'],
  ['欧元', 'EUR'],
  ['歐元', 'EUR'],
  ['英镑', 'GBP'],
  ['英鎊', 'GBP'],
  ['日元', 'JPY'],
  ['日圓', 'JPY'],
  ['円', 'JPY'],
  ['원', 'KRW'],
  ['€', 'EUR'],
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['£', 'GBP'],
  ['₪', 'ILS'],
  ['₽', 'RUB'],
  ['руб', 'RUB'],
  ['₴', 'UAH'],
  ['грн', 'UAH'],
  ['zł', 'PLN'],
  ['kč', 'CZK'],
  ['ft', 'HUF'],
  ['tl', 'TRY'],
  ['₺', 'TRY'],
  ['r$', 'BRL'],
  ['us$', 'USD'],
  ['u$s', 'USD'],
])

/** The code that a cell of a column of currencies stands for, or null. */
export function currencyCode(cell: string): string | null {
  if (cell.length > 12) return null
  if (/^[A-Za-z]{3}$/.test(cell) && isCurrency(cell.toUpperCase())) return cell.toUpperCase()
  return names.get(cell.toLowerCase().replace(/\.$/, '')) ?? null
}
