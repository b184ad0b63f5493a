import type { Expectation, ExpectedStatement } from './expectation.ts'

const folder = 'jseutter-ofxparse/tests/fixtures'
const none = [0, '0'] as const

/** OFX never has an opening balance, so none proves by itself. */
const one = (
  name: string,
  statement: Pick<ExpectedStatement, 'account' | 'currency' | 'closing' | 'credits' | 'debits'>,
): Expectation => ({
  file: `${folder}/${name}.ofx`,
  format: 'ofx',
  warnings: [],
  statements: [{ ...statement, opening: null, proof: 'not_provable' }],
})

export const expectations: readonly Expectation[] = [
  one('checking', { account: '1452687~7', currency: 'USD', closing: '10099', credits: [1, '1'], debits: [2, '5951'] }),
  one('bank_medium', {
    account: '12300000012345678',
    currency: 'CAD',
    closing: '38234',
    credits: none,
    debits: [3, '34527'],
  }),
  one('suncorp', { account: '123456789', currency: 'AUD', closing: '123412', credits: none, debits: [1, '1685'] }),
  one('anzcc', { account: '1234123412341234', currency: 'AUD', closing: '-12345', credits: none, debits: [1, '550'] }),
  // CURDEF is empty; the only transaction names its currency.
  one('ofx-v102-empty-tags', {
    account: '12345678',
    currency: 'AUD',
    closing: null,
    credits: [1, '1234'],
    debits: none,
  }),
  { file: `${folder}/fail_nice/date_missing.ofx`, error: 'booking_date_invalid' },
]
