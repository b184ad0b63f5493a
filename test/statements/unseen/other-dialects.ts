import type { Expectation } from '../samples/expectation.ts'
import { byLine, upwards } from './by-line.ts'
import { noBalance, noOpening, proved, read } from './figures.ts'

const mt = read('mt940')
const ofx = read('ofx')
const qif = read('qif')
const bai = read('bai2')

export const expectations: readonly Expectation[] = [
  mt('mt940/dash-in-text.sta', byLine('123456789', 'EUR', proved, upwards)),
  mt('mt940/reversal-funds-letters.sta', byLine('123456789', 'EUR', proved, upwards)),
  mt('mt940/third-letter-funds.sta', byLine('123456789', 'EUR', proved, upwards)),
  mt('mt940/expected-lines.sta', byLine('123456789', 'EUR', proved, upwards)),
  mt('mt940/new-year-entries.sta', byLine('123456789', 'EUR', proved, ['2025-01-02 100000', '2024-12-31 -420'])),
  mt('mt940/interest-days.sta', byLine('123456789', 'EUR', proved, ['2024-02-29 100000', '2024-03-01 -420'])),
  mt(
    'mt940/fin-dollar-messages.fin',
    byLine('123456789', 'EUR', { opening: '10000', closing: '110000', proof: 'proved' }, ['2025-01-30 100000']),
    byLine('123456789', 'EUR', { opening: '110000', closing: '109580', proof: 'proved' }, ['2025-01-31 -420']),
  ),
  mt(
    'mt940/interim-pages.sta',
    byLine('123456789', 'EUR', { opening: '10000', closing: '110000', proof: 'proved' }, ['2025-01-30 100000']),
    byLine('123456789', 'EUR', { opening: '110000', closing: '109580', proof: 'proved' }, ['2025-01-31 -420']),
  ),
  mt('mt940/carriage-returns-bom.sta', byLine('123456789', 'EUR', proved, upwards)),
  mt('mt940/national-fields.sta', byLine('123456789', 'EUR', proved, upwards)),
  mt(
    'mt940/leading-comma-and-blank.sta',
    byLine('123456789', 'EUR', proved, ['2025-01-30 100000', '2025-01-31 -20', '2025-01-31 -400']),
  ),
  ofx('ofx/one-line.ofx', byLine('987654', 'USD', noOpening, upwards)),
  ofx('ofx/zones-near-midnight.ofx', byLine('987654', 'USD', noOpening, upwards)),
  ofx('ofx/pending-beside.ofx', byLine('987654', 'USD', noOpening, upwards)),
  ofx('ofx/foreign-currency-inside.ofx', byLine('987654', 'USD', noOpening, upwards)),
  ofx('ofx/grouped-comma-decimals.ofx', byLine('987654', 'BRL', noOpening, upwards)),
  qif('qif/apostrophe-years.qif', byLine(null, null, noBalance, upwards)),
  qif(
    'qif/lists-then-accounts.qif',
    byLine('Everyday', null, noBalance, ['2025-01-30 100000']),
    byLine('Card', null, noBalance, ['2025-01-31 -420']),
  ),
  qif('qif/iso-days-memorized.qif', byLine(null, null, noBalance, upwards)),
  bai('bai2/distributed-funds.bai', byLine('77', 'USD', proved, ['2025-01-31 100000', '2025-01-31 -420'])),
  bai('bai2/split-inside-fields.bai', byLine('77', 'USD', proved, ['2025-01-31 100000', '2025-01-31 -420'])),
  { file: 'bai2/no-trailers.bai', error: 'file_truncated' },
  { file: 'bai2/deleted-group.bai', error: 'bai2_group_status' },
]
