import type { Expectation } from './expectation.ts'

const folder = 'WoLpH-mt940/mt940_tests'
const none = [0, '0'] as const

export const expectations: readonly Expectation[] = [
  {
    file: `${folder}/mBank/mt940.sta`,
    format: 'mt940',
    warnings: [],
    statements: [
      {
        account: 'PL29114010810000267002001002',
        currency: 'PLN',
        opening: '40',
        closing: '43',
        credits: [3, '3'],
        debits: none,
        proof: 'proved',
      },
    ],
  },
  ...['february_30', 'transaction_details_wrapped'].map(
    (name): Expectation => ({
      file: `${folder}/self-provided/${name}.sta`,
      format: 'mt940',
      warnings: ['value_date_adjusted'],
      statements: [
        {
          account: '12345678/1020304050',
          currency: 'EUR',
          opening: '120000',
          closing: '119400',
          credits: none,
          debits: [1, '600'],
          proof: 'proved',
        },
      ],
    }),
  ),
  {
    file: `${folder}/self-provided/raiffeisen-cmi.sta`,
    format: 'mt940',
    warnings: ['booking_date_inferred'],
    // The file was shortened: its lines do not lead to its closing balance.
    statements: [
      {
        account: 'UBRTHUHB/123456789150ABCDEF002',
        currency: 'HUF',
        opening: '2517063710',
        closing: '2528168760',
        credits: [1, '206663700'],
        debits: [6, '307885050'],
        proof: 'not_proved',
        difference: '112326400',
      },
    ],
  },
  {
    file: `${folder}/betterplace/sepa_snippet.sta`,
    format: 'mt940',
    warnings: [],
    statements: [
      {
        account: '50880050/0194787400888',
        currency: 'EUR',
        opening: '76665649',
        closing: '112525040',
        credits: [3, '36009391'],
        debits: [1, '150000'],
        proof: 'proved',
      },
      {
        account: '50880050/0194791600888',
        currency: 'EUR',
        opening: '-197043187',
        closing: '-447204909',
        credits: [5, '107065181'],
        debits: [2, '357256911'],
        proof: 'not_proved',
        difference: '30008',
      },
    ],
  },
  {
    file: `${folder}/jejik/abnamro.sta`,
    format: 'mt940',
    // The second message is an interim page whose predecessors are missing.
    warnings: ['page_missing', 'statement_gap'],
    statements: [
      {
        account: '517852257',
        currency: 'EUR',
        opening: '323628',
        closing: '87684',
        credits: none,
        debits: [8, '32144'],
        proof: 'not_proved',
        difference: '-203800',
      },
      {
        account: '517852257',
        currency: 'EUR',
        opening: '287684',
        closing: '184975',
        credits: none,
        debits: [2, '2449'],
        proof: 'not_proved',
        difference: '-100260',
      },
    ],
  },
  {
    file: `${folder}/jejik/rabobank-iban.sta`,
    format: 'mt940',
    warnings: ['booking_date_inferred'],
    statements: [
      ['100000', '96500'],
      ['96500', '93000'],
    ].map(([opening = '', closing = '']) => ({
      account: 'NL71RABO0123456789',
      currency: 'EUR',
      opening,
      closing,
      credits: none,
      debits: [2, '3500'],
      proof: 'proved',
    })),
  },
  {
    file: `${folder}/jejik/ing.sta`,
    format: 'mt940',
    // Behind the closing balance the bank declares 4 debits of 25.24 and 2 credits of 28.71; the lines say otherwise.
    warnings: ['declared_totals_differ', 'booking_date_inferred'],
    statements: [
      {
        account: '0001234567',
        currency: 'EUR',
        opening: '0',
        closing: '347',
        credits: [2, '468'],
        debits: [5, '5027'],
        proof: 'not_proved',
        difference: '4906',
      },
    ],
  },
]
