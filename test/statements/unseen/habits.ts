import type { Expectation, ExpectedStatement } from '../samples/expectation.ts'

const lines = { credits: [1, '100000'], debits: [1, '420'] } as const
const noBalance = { opening: null, closing: null, proof: 'not_provable' } as const
const proved = { opening: '10000', closing: '109580', proof: 'proved' } as const
const nameless = { account: null, currency: null } as const
const one = (name: string, ...statements: readonly ExpectedStatement[]): Expectation => ({
  file: `csv/${name}`,
  format: 'csv',
  statements,
})

export const expectations: readonly Expectation[] = [
  one('revolut-business.csv', { account: null, currency: 'EUR', ...proved, ...lines }),
  one('paypal-en-fees.csv', { account: null, currency: 'GBP', ...proved, ...lines }),
  one('es-two-balances.csv', { account: 'ES9121000418450200051332', currency: 'EUR', ...proved, ...lines }),
  one('de-leading-zero-groups.csv', {
    ...nameless,
    opening: '10000',
    closing: '68000',
    proof: 'proved',
    credits: [1, '100000'],
    debits: [1, '42000'],
  }),
  one('us-dates-short.csv', { ...nameless, ...proved, ...lines }),
  one('uk-ambiguous-dates.csv', { ...nameless, ...noBalance, ...lines }),
  one(
    'two-tables-two-accounts.csv',
    { account: '11111111', currency: 'EUR', ...proved, ...lines },
    {
      account: '22222222',
      currency: 'USD',
      opening: '10000',
      closing: '9000',
      proof: 'proved',
      credits: [0, '0'],
      debits: [1, '1000'],
    },
  ),
  one(
    'currency-per-row.csv',
    { account: 'DE02120300000000202051', currency: 'EUR', ...noBalance, ...lines },
    { account: 'DE02120300000000202051', currency: 'USD', ...noBalance, credits: [0, '0'], debits: [1, '1000'] },
  ),
  one('negatives-in-brackets.csv', {
    ...nameless,
    opening: '-5000',
    closing: '-5420',
    proof: 'proved',
    credits: [1, '100000'],
    debits: [2, '100420'],
  }),
  one('overdraft-dr.csv', {
    ...nameless,
    opening: '-5000',
    closing: '-5420',
    proof: 'proved',
    credits: [1, '100000'],
    debits: [1, '100420'],
  }),
  one('unsorted.csv', { ...nameless, ...proved, opening: '10300', credits: [1, '100000'], debits: [2, '720'] }),
  { file: 'csv/quoted-thousands-no-decimals.csv', error: 'question_decimal_sign' },
  one('jp-yucho.csv', { account: '12340-12345671', currency: 'JPY', ...proved, ...lines }),
  one('kr-shinhan.csv', { account: null, currency: 'KRW', ...proved, ...lines }),
  one('ru-tinkoff-like.csv', { account: null, currency: 'RUB', ...noBalance, ...lines }),
  one('il-hapoalim.csv', { ...nameless, ...proved, ...lines }),
  one('excel-text-quotes.csv', { ...nameless, ...noBalance, credits: [1, '100000'], debits: [2, '720'] }),
  one('pipe-and-trailing.csv', { ...nameless, ...proved, ...lines }),
  one('zero-filled-sides.csv', { ...nameless, ...proved, ...lines }),
  { file: 'csv/both-sides-filled.csv', error: 'rows_unreadable' },
  one('missing-last-columns.csv', { ...nameless, ...noBalance, ...lines }),
  one('card-cr-suffix.csv', {
    account: null,
    currency: 'GBP',
    ...noBalance,
    credits: [1, '10000'],
    debits: [2, '1420'],
  }),
  one('semicolon-in-comma-text.csv', { ...nameless, ...proved, ...lines }),
  one('mac-roman.csv', { ...nameless, ...proved, ...lines }),
]
