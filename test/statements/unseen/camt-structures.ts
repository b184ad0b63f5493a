import type { Expectation } from '../samples/expectation.ts'
import { byLine, upwards } from './by-line.ts'
import { proved, read } from './figures.ts'

const camt = read('camt.053')

export const expectations: readonly Expectation[] = [
  camt('camt/credit-line-and-float.xml', byLine('DE02120300000000202051', 'EUR', proved, upwards)),
  camt('camt/interest-and-charges.xml', byLine('DE02120300000000202051', 'EUR', proved, upwards)),
  camt('camt/foreign-details.xml', byLine('DE02120300000000202051', 'EUR', proved, upwards)),
  camt(
    'camt/reversal-original-direction.xml',
    byLine('DE02120300000000202051', 'EUR', { opening: '10000', closing: '110000', proof: 'proved' }, [
      '2025-01-30 100000',
      '2025-01-31 -420',
      '2025-01-31 420',
    ]),
  ),
  camt(
    'camt/own-direction-reversal.xml',
    byLine('DE02120300000000202051', 'EUR', { opening: '10000', closing: '110000', proof: 'proved' }, [
      '2025-01-30 100000',
      '2025-01-31 -420',
      '2025-01-31 420',
    ]),
  ),
  camt(
    'camt/interim-pages.xml',
    byLine('DE02120300000000202051', 'EUR', { opening: '10000', closing: '110000', proof: 'proved' }, [
      '2025-01-30 100000',
    ]),
    byLine('DE02120300000000202051', 'EUR', { opening: '110000', closing: '109580', proof: 'proved' }, [
      '2025-01-31 -420',
    ]),
  ),
  camt(
    'camt/joined-documents.xml',
    byLine('DE02120300000000202051', 'EUR', { opening: '10000', closing: '110000', proof: 'proved' }, [
      '2025-01-30 100000',
    ]),
    byLine('DE02120300000000202051', 'EUR', { opening: '110000', closing: '109580', proof: 'proved' }, [
      '2025-01-31 -420',
    ]),
  ),
  camt('camt/previous-closing-only.xml', byLine('DE02120300000000202051', 'EUR', proved, upwards)),
  camt('camt/comments-and-cdata.xml', byLine('DE02120300000000202051', 'EUR', proved, upwards)),
  camt('camt/midnight-offsets.xml', byLine('DE02120300000000202051', 'EUR', proved, upwards)),
  camt(
    'camt/zero-entry-and-padding.xml',
    byLine('DE02120300000000202051', 'EUR', proved, ['2025-01-30 100000', '2025-01-30 0', '2025-01-31 -420']),
  ),
  camt(
    'camt/quiet-day-utf16.xml',
    byLine('DE02120300000000202051', 'EUR', { opening: '10000', closing: '10000', proof: 'proved' }, []),
  ),
  camt('camt/mixed-batch-signs.xml', byLine('DE02120300000000202051', 'EUR', proved, ['2025-01-31 99580'])),
  { file: 'camt/payment-order.xml', error: 'format_unknown' },
]
