import type { Expectation, ExpectedStatement } from './expectation.ts'

const bank2ynab = 'bank2ynab-bank2ynab/test/test-data'
const csv2ofx = 'reubano-csv2ofx/data/test'

const one = (file: string, warnings: readonly string[], statement: ExpectedStatement): Expectation => ({
  file,
  format: 'csv',
  warnings,
  statements: [statement],
})

const noBalance = { opening: null, closing: null, proof: 'not_provable' } as const

export const expectations: readonly Expectation[] = [
  one(`${bank2ynab}/2018-04-14_10-52-13_bunq-transactieoverzicht.csv`, [], {
    ...noBalance,
    account: 'NL47BUNQ2025181418',
    currency: null,
    credits: [1, '75000'],
    debits: [2, '2146'],
  }),
  // Sequence 9565 is followed by 9590: 7,777.25 are missing between the first two lines.
  one(`${bank2ynab}/CSV_A_20180414_112204.csv`, ['running_balance_broken'], {
    account: 'NL77RABO0311467415',
    currency: 'EUR',
    opening: '559477',
    closing: '1233453',
    credits: [1, '5000'],
    debits: [2, '108749'],
    proof: 'not_proved',
    difference: '777725',
  }),
  one(`${bank2ynab}/MS_JANE_SMITH_01-12-2019_14-12-2019.csv`, [], {
    ...noBalance,
    account: null,
    currency: 'GBP',
    credits: [1, '110000'],
    debits: [9, '138580'],
  }),
  one(`${bank2ynab}/TransactionHistory_20180418043121.csv`, [], {
    ...noBalance,
    account: '666-666666-666',
    currency: 'SGD',
    credits: [0, '0'],
    debits: [8, '17328'],
  }),
  // The balance column agrees with the amounts in neither direction.
  one(`${bank2ynab}/W80844_EBH_201945.202122.csv`, ['running_balance_broken'], {
    ...noBalance,
    account: null,
    currency: 'HUF',
    credits: [1, '129000'],
    debits: [1, '35000'],
  }),
  one(`${bank2ynab}/export_BE11123456789012_20180304_1422.csv`, [], {
    account: 'BE11123456789012',
    currency: 'EUR',
    opening: '22335',
    closing: '21995',
    credits: [0, '0'],
    debits: [1, '340'],
    proof: 'proved',
  }),
  // The balance is 100 wherever it is given.
  one(`${bank2ynab}/test_BOI_TransactionExport.csv`, ['running_balance_broken'], {
    ...noBalance,
    account: null,
    currency: null,
    credits: [6, '384122'],
    debits: [21, '426083'],
  }),
  one(`${bank2ynab}/umsatz-1234________1234-20180227.CSV`, [], {
    ...noBalance,
    account: null,
    currency: 'EUR',
    credits: [0, '0'],
    debits: [1, '500'],
  }),
  one(`${csv2ofx}/n26-fr.csv`, [], {
    ...noBalance,
    account: null,
    currency: 'EUR',
    credits: [1, '32800'],
    debits: [1, '32800'],
  }),
  // The running balance proves under both orders of day and month, which the file does not tell.
  one(`${csv2ofx}/payoneer.csv`, ['date_order'], {
    account: null,
    currency: 'USD',
    opening: '18000',
    closing: '20000',
    credits: [1, '12000'],
    debits: [1, '10000'],
    proof: 'proved',
  }),
  one(`${csv2ofx}/schwab-checking.csv`, [], {
    account: null,
    currency: null,
    opening: '109374',
    closing: '87847',
    credits: [1, '2000'],
    debits: [3, '23527'],
    proof: 'proved',
  }),
  one(`${csv2ofx}/stripe-all.csv`, [], {
    ...noBalance,
    account: null,
    currency: 'CAD',
    credits: [5, '11250'],
    debits: [0, '0'],
  }),
  // The balances follow the lines as they stand, while their value dates jump back.
  one(`${csv2ofx}/ubs-ch-fr_trimmed.csv`, ['booking_date_inferred', 'running_balance_out_of_date_order'], {
    account: '012345678901.23A',
    currency: 'CHF',
    opening: '1138394',
    closing: '1141394',
    credits: [1, '24000'],
    debits: [2, '21000'],
    proof: 'proved',
  }),
  // A journal whose sides add up to nothing.
  one(`${csv2ofx}/xero.csv`, [], {
    ...noBalance,
    account: null,
    currency: null,
    credits: [7, '53100000'],
    debits: [6, '53100000'],
  }),
]
