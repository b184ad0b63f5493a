import type { Expectation, ExpectedStatement } from '../samples/expectation.ts'

const lines = { credits: [1, '100000'], debits: [1, '420'] } as const
const noBalance = { opening: null, closing: null, proof: 'not_provable' } as const
const proved = { opening: '10000', closing: '109580', proof: 'proved' } as const
const nameless = { account: null, currency: null } as const
const one = (name: string, statement: ExpectedStatement): Expectation => ({
  file: `csv/${name}`,
  format: 'csv',
  statements: [statement],
})

export const expectations: readonly Expectation[] = [
  one('th-bangkok.csv', { account: '999-4-123456', currency: null, ...proved, ...lines }),
  one('at-oberbank.csv', { account: null, currency: 'EUR', ...noBalance, credits: [1, '100000'], debits: [2, '2920'] }),
  one('at-easybank-card.csv', {
    account: '12345678901',
    currency: 'EUR',
    ...noBalance,
    credits: [1, '100000'],
    debits: [2, '3189'],
  }),
  one('cd-shifted-columns.csv', { account: '00017-25000-12345678999-99', currency: 'USD', ...proved, ...lines }),
  { file: 'csv/nl-degiro.csv', error: 'rows_unreadable' },
  one('us-dcu.csv', { ...nameless, ...proved, ...lines }),
  { file: 'csv/ru-fixed-width.txt', error: 'format_unknown' },
  one('uk-bankline.csv', { account: '12345678', currency: 'GBP', ...noBalance, ...lines }),
  one('de-1822direkt.csv', { account: '1234567890', currency: null, ...noBalance, ...lines }),
  { file: 'csv/de-amex.csv', error: 'question_amount_sign' },
  one('se-ica.csv', { ...nameless, ...proved, ...lines }),
  one('fi-s-pankki.csv', { ...nameless, ...noBalance, ...lines }),
  one('pl-millennium.csv', { account: 'PL61109010140000071219812874', currency: 'PLN', ...proved, ...lines }),
  one('cz-george.csv', { account: null, currency: 'CZK', ...noBalance, ...lines }),
  one('cz-raiffeisen.csv', { account: '1234567890/5500', currency: 'CZK', ...noBalance, ...lines }),
  one('hu-kh.csv', { account: null, currency: 'HUF', ...noBalance, credits: [1, '10000000'], debits: [1, '420000'] }),
  one('us-citizens.csv', { ...nameless, ...noBalance, ...lines }),
  one('us-td-bank.csv', { account: '4321234567', currency: null, ...proved, ...lines }),
  one('us-discover-bank.csv', { ...nameless, ...proved, ...lines }),
  one('ca-national-bank.csv', { ...nameless, ...proved, ...lines }),
  one('au-suncorp.csv', { account: '123456789', currency: null, ...proved, ...lines }),
  one('br-itau-balances.csv', { account: '12345-6', currency: 'BRL', ...proved, ...lines }),
  one('mx-santander.csv', { account: '56789012345', currency: null, ...proved, ...lines }),
  one('co-bancolombia.csv', {
    account: '123-456789-01',
    currency: null,
    ...noBalance,
    credits: [1, '100000'],
    debits: [2, '720'],
  }),
  one('pe-interbank.csv', { account: '200-3001234567', currency: 'PEN', ...proved, ...lines }),
  one('in-pnb.csv', { account: '1234000100123456', currency: null, ...proved, ...lines }),
  one('ng-gtbank.csv', { ...nameless, ...proved, ...lines }),
  one('it-hype.csv', { account: null, currency: 'EUR', ...noBalance, credits: [1, '100000'], debits: [2, '720'] }),
  one('it-chebanca.csv', {
    account: 'IT60X0542811101000000123456',
    currency: 'EUR',
    ...noBalance,
    closing: '109580',
    ...lines,
  }),
  one('fr-cic.csv', { ...nameless, ...proved, ...lines }),
  one('za-standard-bank.csv', {
    account: null,
    currency: null,
    ...noBalance,
    credits: [1, '100000'],
    debits: [2, '720'],
  }),
  one('holvi.csv', { account: 'FI2112345600000785', currency: 'EUR', ...noBalance, ...lines }),
]
