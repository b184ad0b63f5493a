import type { Expectation, ExpectedStatement } from './expectation.ts'

const folder = 'reubano-csv2ofx/data/converted'

const account = (name: string, count: number, sum: string): ExpectedStatement => ({
  account: name,
  currency: null,
  opening: null,
  closing: null,
  credits: [count, sum],
  debits: [0, '0'],
  proof: 'not_provable',
})

export const expectations: readonly Expectation[] = [
  {
    file: `${folder}/default.qif`,
    format: 'qif',
    // Which of the two accounts belongs to the ledger is asked.
    warnings: ['account'],
    statements: [account('Cash', 2, '9500000'), account('Checking', 6, '37000000')],
  },
  {
    file: `${folder}/creditunion.qif`,
    format: 'qif',
    warnings: [],
    statements: [account('Credit Union', 8, '46500000')],
  },
]
