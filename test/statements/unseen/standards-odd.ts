import type { Expectation } from '../samples/expectation.ts'
import { lines, noBalance, none, noOpening, proved, read } from './figures.ts'

const mt = read('mt940')
const ofx = read('ofx')
const qif = read('qif')
const bai = read('bai2')
const camt = read('camt.053')
const plain = { account: '123456789', currency: 'EUR' } as const

export const expectations: readonly Expectation[] = [
  mt('mt940/no-comma.txt', { ...plain, ...proved, ...lines }),
  mt('mt940/grouped-amounts.txt', { ...plain, ...proved, opening: '110000', closing: '209580', ...lines }),
  mt('mt940/two-texts.txt', { ...plain, ...proved, ...lines }),
  mt('mt940/opening-debit-zero.txt', {
    ...plain,
    opening: '0',
    closing: '-420',
    proof: 'proved',
    credits: none,
    debits: [1, '420'],
  }),
  { file: 'mt940/dates-with-year.txt', error: 'balance_invalid' },
  mt('mt940/point-decimals.txt', { account: '123456789', currency: 'USD', ...proved, ...lines }),
  { file: 'mt940/lower-marks.txt', error: 'line_invalid' },
  { file: 'bai2/decimal-amounts.bai', error: 'amount_invalid' },
  bai('bai2/minus-debit.bai', { account: '77', currency: 'USD', ...proved, ...lines }),
  bai('bai2/unpadded-yen.bai', { account: '77', currency: 'JPY', ...proved, ...lines }),
  { file: 'ofx/unsigned-debits.ofx', error: 'question_amount_sign' },
  ofx('ofx/debit-taken-back.ofx', {
    account: '987654',
    currency: 'USD',
    ...noOpening,
    credits: [2, '100420'],
    debits: [1, '420'],
  }),
  ofx('ofx/stale-balance.ofx', { account: '987654', currency: 'USD', ...noBalance, ...lines }),
  ofx('ofx/three-decimals-like.ofx', {
    account: '987654',
    currency: 'USD',
    ...noOpening,
    credits: [1, '100'],
    debits: [1, '420'],
  }),
  qif('qif/it-grouped.qif', {
    account: null,
    currency: null,
    ...noBalance,
    credits: [1, '100000'],
    debits: [1, '100420'],
  }),
  qif('qif/ambiguous-days.qif', { account: null, currency: null, ...noBalance, ...lines }),
  { file: 'camt/no-indicator.xml', error: 'entry_direction_missing' },
  camt('camt/totals-differ.xml', { account: 'DE02120300000000202051', currency: 'EUR', ...proved, ...lines }),
  { file: 'camt/comma-amount.xml', error: 'amount_invalid' },
]
