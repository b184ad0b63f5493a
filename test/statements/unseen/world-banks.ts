import type { Expectation } from '../samples/expectation.ts'
import { byLine, downwards, upwards } from './by-line.ts'
import { noBalance, proved, table } from './figures.ts'

export const expectations: readonly Expectation[] = [
  table(
    'us-truist-daily-balance.csv',
    byLine(null, null, { opening: '10300', closing: '109580', proof: 'proved' }, [
      '2025-01-31 -420',
      '2025-01-31 -300',
      '2025-01-30 100000',
    ]),
  ),
  table('au-up-totals.csv', byLine('633-123123456789', 'AUD', noBalance, ['2025-01-31 -530', '2025-01-30 100000'])),
  table(
    'za-nedbank-joined-dates.csv',
    byLine('1234567890', null, { opening: '10000', closing: '109280', proof: 'proved' }, [
      '2025-01-30 100000',
      '2025-01-31 -420',
      '2025-01-31 -300',
    ]),
  ),
  table('ke-mpesa.csv', byLine(null, null, proved, ['2025-01-31 -20', '2025-01-31 -400', '2025-01-30 100000'])),
  table('in-union-bracket-sides.csv', byLine(null, null, proved, downwards)),
  table('in-canara-text-cells.csv', byLine('1234101012345', null, proved, upwards)),
  table('sg-sc-dr-cr-currency.csv', byLine(null, 'SGD', noBalance, ['2025-01-30 10000', '2025-01-31 -420'])),
  table('id-mandiri.csv', byLine('1234567890123', null, noBalance, upwards)),
  table('cn-alipay-gb.csv', byLine(null, null, noBalance, downwards)),
  table('jp-kanji-days.csv', byLine(null, 'JPY', proved, upwards)),
  table('th-buddhist-years.csv', byLine(null, 'THB', proved, upwards)),
  table('cl-chile-pesos.csv', byLine(null, 'CLP', proved, upwards)),
  table('uy-santander-dollars.csv', byLine('001234567890', 'USD', proved, downwards)),
  table('ar-nacion-peso-sign.csv', byLine(null, null, proved, downwards)),
  table('gt-quetzal-codes.csv', byLine(null, 'GTQ', proved, upwards)),
  table('shopify-payouts.csv', byLine(null, null, noBalance, ['2025-01-30 9680', '2025-01-31 -1000'])),
  table('us-bank-kind-first.csv', byLine(null, null, noBalance, downwards)),
  { file: 'csv/scientific-amounts.csv', error: 'rows_unreadable' },
  table('credits-negative-columns.csv', byLine(null, null, proved, upwards)),
  table(
    'refund-in-debit-column.csv',
    byLine(null, null, { opening: '10000', closing: '110000', proof: 'proved' }, [
      '2025-01-30 100000',
      '2025-01-31 -420',
      '2025-01-31 420',
    ]),
  ),
]
