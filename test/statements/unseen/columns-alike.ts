import type { Expectation } from '../samples/expectation.ts'
import { byLine, upwards } from './by-line.ts'
import { noBalance, proved, table } from './figures.ts'

/** Tables with several columns of which one might be taken for another. */
export const expectations: readonly Expectation[] = [
  table('currency-before-amount-pairs.csv', byLine(null, 'EUR', noBalance, ['2025-01-31 -390', '2025-01-30 100000'])),
  table('abroad-only.csv', byLine(null, 'EUR', noBalance, ['2025-01-31 -390', '2025-01-30 -93500'])),
  table('net-vat-gross.csv', byLine(null, null, noBalance, ['2025-01-30 121000', '2025-01-31 -508'])),
  table('unknown-side-names.csv', byLine(null, null, proved, upwards)),
  table('credit-side-known-only.csv', byLine(null, null, proved, upwards)),
  table('limit-beside-balance.csv', byLine(null, null, proved, upwards)),
  { file: 'csv/card-in-local-currency.csv', error: 'question_amount_sign' },
  table('rand-sign-blanks.csv', byLine(null, 'ZAR', proved, upwards)),
  table('failed-and-declined.csv', byLine(null, 'EUR', noBalance, upwards)),
  { file: 'csv/instalments-beside-amount.csv', error: 'question_amount_sign' },
  table('dates-of-orders.csv', byLine(null, null, proved, ['2025-01-30 100000', '2025-02-03 -420'])),
  table(
    'thousandths.csv',
    byLine(null, 'BHD', { opening: '100000', closing: '1095800', proof: 'proved' }, [
      '2025-01-30 1000000',
      '2025-01-31 -4200',
    ]),
  ),
  table(
    'whole-euros-grouped.csv',
    byLine(null, 'EUR', { opening: '10000000', closing: '10900000', proof: 'proved' }, [
      '2025-01-30 1000000',
      '2025-01-31 -100000',
    ]),
  ),
]
