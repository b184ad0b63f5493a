import type { Expectation } from '../samples/expectation.ts'
import { byLine, downwards, upwards } from './by-line.ts'
import { noBalance, noOpening, proved, table } from './figures.ts'

export const expectations: readonly Expectation[] = [
  table(
    'revolut-three-currencies.csv',
    byLine(null, 'EUR', { opening: '10000', closing: '109470', proof: 'proved' }, [
      '2025-01-30 100000',
      '2025-01-31 -530',
    ]),
    byLine(null, 'USD', { opening: '5000', closing: '4000', proof: 'proved' }, ['2025-01-31 -1000']),
  ),
  table(
    'wise-history-directions.csv',
    byLine(null, 'EUR', noBalance, ['2025-01-31 -420', '2025-01-30 100000', '2025-01-29 -5030']),
    byLine(null, 'USD', noBalance, ['2025-01-29 5200']),
  ),
  table('uk-santander-text.txt', byLine('1234', 'GBP', proved, downwards)),
  table('uk-metro.csv', byLine(null, null, proved, upwards)),
  table('uk-first-direct-weekdays.csv', byLine(null, 'GBP', proved, downwards)),
  table('de-sparkasse-pending.csv', byLine('DE02120300000000202051', 'EUR', noBalance, downwards)),
  table(
    'de-dkb-one-decimal.csv',
    byLine('DE02120300000000202051', 'EUR', noOpening, ['2025-01-31 -420', '2025-01-30 100000', '2025-01-30 -1250']),
  ),
  table('de-hypo-utf16.csv', byLine('1234567890', 'EUR', noBalance, ['2025-01-31 -420', '2025-01-30 123456'])),
  table(
    'de-targo-no-header.csv',
    byLine('DE02120300000000202051', null, noBalance, ['2025-01-31 -420', '2025-01-30 100000', '2025-01-29 -8000']),
  ),
  table('at-bawag-no-header.csv', byLine('AT611904300234573201', 'EUR', noBalance, downwards)),
  { file: 'csv/nl-asn-balance-before.csv', error: 'question_columns' },
  table('be-fortis-refused.csv', byLine('BE68539007547034', 'EUR', noBalance, downwards)),
  { file: 'csv/fr-lcl-balance-line.csv', error: 'question_columns' },
  table('it-bancoposta.csv', byLine(null, 'EUR', proved, downwards)),
  table('pt-novo-banco.csv', byLine('000312345678', 'EUR', proved, downwards)),
  table('es-bankinter-currency.csv', byLine('ES9121000418450200051332', 'EUR', proved, downwards)),
  table('no-skandia-marks.csv', byLine(null, null, proved, downwards)),
  table('no-dnb-half-year.csv', byLine(null, null, noBalance, downwards)),
  table('fi-nordea-tabs.txt', byLine('FI2112345600000785', null, noBalance, upwards)),
  table('pl-alior-two-currencies.csv', byLine(null, 'PLN', noBalance, ['2025-01-31 -1806', '2025-01-30 100000'])),
  table('cz-air-bank-totals.csv', byLine(null, 'CZK', noBalance, ['2025-01-31 -12000', '2025-01-30 1000000'])),
  table('ee-lhv-sides.csv', byLine('EE382200221020145685', 'EUR', noBalance, upwards)),
  table('gr-nbg-words.csv', byLine(null, 'EUR', proved, downwards)),
  table('tr-ziraat.csv', byLine('TR330006100519786457841326', 'TRY', proved, upwards)),
  table('hr-erste.csv', byLine('HR1210010051863000160', 'EUR', proved, upwards)),
  table('paysera-directions.csv', byLine(null, 'EUR', proved, downwards)),
  table('skrill-bracket-signs.csv', byLine(null, 'EUR', proved, upwards)),
  table('sap-trailing-signs.csv', byLine(null, 'EUR', proved, upwards)),
  table('two-line-header.csv', byLine(null, 'EUR', proved, upwards)),
  table(
    'header-on-every-page.csv',
    byLine(null, null, { opening: '10000', closing: '109280', proof: 'proved' }, [
      '2025-01-30 100000',
      '2025-01-31 -420',
      '2025-01-31 -300',
    ]),
  ),
  table('dated-totals.csv', byLine(null, null, proved, upwards)),
  table('balance-before-amounts.csv', byLine(null, null, proved, upwards)),
  table('soll-words.csv', byLine(null, 'EUR', proved, upwards)),
]
