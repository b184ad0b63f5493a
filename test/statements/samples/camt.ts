import type { Expectation } from './expectation.ts'

const genkgo = 'genkgo-camt/test/data'
const viafintech = 'viafintech-camt_parser/spec/fixtures'
const dutch = { account: 'NL26VAYB8060476890', currency: 'EUR' }

export const expectations: readonly Expectation[] = [
  {
    file: `${genkgo}/camt053.v2.multi.statement.xml`,
    format: 'camt.053',
    warnings: [],
    statements: [
      { ...dutch, opening: '1815', closing: '2700', credits: [1, '885'], debits: [0, '0'], proof: 'proved' },
      { ...dutch, opening: '2700', closing: '2000', credits: [0, '0'], debits: [1, '700'], proof: 'proved' },
    ],
  },
  {
    file: `${genkgo}/camt053.v2.five.decimals.xml`,
    format: 'camt.053',
    warnings: [],
    statements: [
      {
        ...dutch,
        opening: '1815',
        closing: '2705',
        credits: [1, '885'],
        debits: [0, '0'],
        proof: 'not_proved',
        difference: '5',
      },
    ],
  },
  { file: `${genkgo}/camt053.v2.wrong.xml`, error: 'no_statement' },
  ...['v4', 'v8'].map(
    (version): Expectation => ({
      file: `${genkgo}/camt053.${version}.xml`,
      format: 'camt.053',
      // The closing balance is written in SEK.
      warnings: ['balance_currency_differs'],
      statements: [
        {
          ...dutch,
          opening: '1815',
          closing: '-2700',
          credits: [1, '885'],
          debits: [0, '0'],
          proof: 'not_proved',
          difference: '-5400',
        },
      ],
    }),
  ),
  { file: `${genkgo}/camt054.v8.xml`, error: 'camt_054_notification' },
  { file: `${viafintech}/052/valid_example.xml`, error: 'camt_052_intraday' },
  {
    file: `${viafintech}/053/valid_example_v8.xml`,
    format: 'camt.053',
    // One entry of the account in CHF is written in EUR.
    warnings: ['entry_currency_differs'],
    statements: [
      {
        account: 'CH1111111111111111111',
        currency: 'CHF',
        opening: '8272195',
        closing: '8451525',
        credits: [2, '56325'],
        debits: [1, '2097'],
        proof: 'not_proved',
        difference: '125102',
      },
    ],
  },
  {
    file: `${viafintech}/053/valid_example_with_batch.xml`,
    format: 'camt.053',
    warnings: ['declared_totals_differ'],
    statements: [
      {
        account: 'NL18INGB00012345678',
        currency: 'EUR',
        opening: '732980',
        closing: '2303820',
        credits: [2, '768800'],
        debits: [1, '475374'],
        proof: 'not_proved',
        difference: '1277414',
      },
    ],
  },
  {
    file: `${viafintech}/053/valid_example_with_datetime.xml`,
    format: 'camt.053',
    warnings: ['declared_totals_differ'],
    statements: [
      {
        account: '11111111',
        currency: 'USD',
        opening: null,
        closing: '60680',
        credits: [1, '19586'],
        debits: [0, '0'],
        proof: 'not_provable',
      },
    ],
  },
]
