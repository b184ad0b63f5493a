import type { Expectation } from '../samples/expectation.ts'
import { byLine, upwards } from './by-line.ts'
import { noBalance, noOpening, proved, read } from './figures.ts'

const mt = read('mt940')
const ofx = read('ofx')
const bai = read('bai2')
const camt = read('camt.053')

/** In the manner of what banks of many countries wrote, as public programs show it. */
export const expectations: readonly Expectation[] = [
  mt('mt940/both-sides-named.sta', byLine('123456789', 'EUR', proved, upwards)),
  mt('mt940/holder-above-tags.sta', byLine('NL02ABNA0123456789', 'EUR', proved, upwards)),
  mt('mt940/blank-types-wrapped-references.sta', byLine('MYBANK/123456789', 'EUR', proved, upwards)),
  mt('mt940/untyped-colon-parts.sta', byLine('11010100/2324817618', 'EUR', proved, upwards)),
  mt('mt940/code-and-question-mark.sta', byLine('CH9300762011623852957', 'CHF', proved, upwards)),
  ofx('ofx/list-alone.ofx', byLine(null, null, noOpening, upwards)),
  bai('bai2/lost-and-added-line-ends.bai', byLine('77', 'USD', proved, ['2025-01-31 100000', '2025-01-31 -420'])),
  camt('camt/currency-in-entries.xml', byLine('CH9300762011623852957', 'CHF', noBalance, upwards)),
  camt(
    'camt/balances-without-direction.xml',
    byLine('LT121000011101001000', 'EUR', proved, ['2025-01-31 100000', '2025-01-31 -420']),
  ),
]
