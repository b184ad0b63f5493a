import type { StatementFormat } from '../../../main/core/statements/types.ts'
import type { Expectation, ExpectedStatement } from '../samples/expectation.ts'

const lines = { credits: [1, '100000'], debits: [1, '420'] } as const
const proved = { opening: '10000', closing: '109580', proof: 'proved' } as const
const noOpening = { opening: null, closing: '109580', proof: 'not_provable' } as const
const noBalance = { opening: null, closing: null, proof: 'not_provable' } as const
const none = [0, '0'] as const
const read =
  (format: StatementFormat) =>
  (file: string, ...statements: readonly ExpectedStatement[]): Expectation => ({ file, format, statements })
const mt = read('mt940')
const ofx = read('ofx')
const qif = read('qif')
const bai = read('bai2')
const camt = read('camt.053')
export const expectations: readonly Expectation[] = [
  mt('mt940/de-deutsche-swift.sta', { account: '10070000/123456700', currency: 'EUR', ...proved, ...lines }),
  mt(
    'mt940/nl-rabo-structured.swi',
    {
      account: 'NL91ABNA0417164300',
      currency: 'EUR',
      opening: '10000',
      closing: '110000',
      proof: 'proved',
      credits: [1, '100000'],
      debits: none,
    },
    {
      account: 'NL91ABNA0417164300',
      currency: 'EUR',
      opening: '110000',
      closing: '109880',
      proof: 'proved',
      credits: [1, '300'],
      debits: [1, '420'],
    },
  ),
  mt('mt940/nl-abn-old.sta', { account: '517852257', currency: 'EUR', ...proved, ...lines }),
  mt('mt940/nl-ing-2019.940', { account: 'NL20INGB0001234567', currency: 'EUR', ...proved, ...lines }),
  mt('mt940/gb-hsbc.sta', {
    account: '40051512345678',
    currency: 'GBP',
    ...proved,
    opening: '-5000',
    closing: '94580',
    ...lines,
  }),
  mt('mt940/us-citi.txt', { account: '30123456', currency: 'USD', ...proved, ...lines }),
  mt(
    'mt940/se-seb.txt',
    { account: '52781234567', currency: 'SEK', ...proved, ...lines },
    {
      account: '52781234567',
      currency: 'SEK',
      opening: '109580',
      closing: '109000',
      proof: 'proved',
      credits: none,
      debits: [1, '580'],
    },
  ),
  mt('mt940/dk-danske.sta', { account: 'DABADKKK/3000001234567', currency: 'DKK', ...proved, ...lines }),
  mt('mt940/pl-pko.txt', { account: 'PL61109010140000071219812874', currency: 'PLN', ...proved, ...lines }),
  mt('mt940/at-unicredit.sta', { account: 'BKAUATWW/12345678901', currency: 'EUR', ...proved, ...lines }),
  mt('mt940/kw-three-decimals.sta', {
    account: 'KW81CBKU0000000000001234560101',
    currency: 'KWD',
    opening: '100000',
    closing: '1096295',
    proof: 'proved',
    credits: [1, '1000500'],
    debits: [1, '4205'],
  }),
  mt('mt940/jp-yen.sta', { account: '0001-1234567', currency: 'JPY', ...proved, ...lines }),
  mt('mt940/hu-no-86.sta', {
    account: 'HUHBHUHB/116000060000000012345676',
    currency: 'HUF',
    opening: '1000000',
    closing: '10958000',
    proof: 'proved',
    credits: [1, '10000000'],
    debits: [1, '42000'],
  }),
  mt(
    'mt940/tr-reversal-pages.sta',
    {
      account: 'TR330006100519786457841326',
      currency: 'TRY',
      opening: '10000',
      closing: '109000',
      proof: 'proved',
      credits: [1, '100000'],
      debits: [1, '1000'],
    },
    {
      account: 'TR330006100519786457841326',
      currency: 'TRY',
      opening: '109000',
      closing: '109000',
      proof: 'proved',
      credits: none,
      debits: none,
    },
  ),
  ofx('ofx/br-itau.ofx', { account: '1234123456', currency: 'BRL', ...noOpening, ...lines }),
  ofx('ofx/br-banco-do-brasil.ofx', {
    account: '12345-X',
    currency: 'BRL',
    ...noOpening,
    credits: [2, '100000'],
    debits: [1, '420'],
  }),
  ofx(
    'ofx/us-two-accounts.qfx',
    { account: '000000123456789', currency: 'USD', ...noOpening, ...lines },
    {
      account: '4111111111111111',
      currency: 'USD',
      opening: null,
      closing: '-1000',
      proof: 'not_provable',
      credits: none,
      debits: [1, '1000'],
    },
  ),
  ofx('ofx/au-westpac.ofx', { account: '123456', currency: 'AUD', ...noOpening, ...lines }),
  // Nothing in the file proves that there were no lines.
  { file: 'ofx/ca-v2-empty.ofx', error: 'no_entries' },
  ofx('ofx/fr-credit-agricole.ofx', { account: '00012345678', currency: 'EUR', ...noOpening, ...lines }),
  qif('qif/au-bank.qif', { account: null, currency: null, ...noBalance, ...lines }),
  qif('qif/fr-bank.qif', { account: null, currency: null, ...noBalance, ...lines }),
  // The first record is the opening balance; it is kept as a line, and remarked on.
  qif('qif/uk-opening.qif', {
    account: 'Current Account',
    currency: null,
    ...noBalance,
    credits: [2, '110000'],
    debits: [1, '420'],
  }),
  qif('qif/us-card.qif', { account: null, currency: null, ...noBalance, credits: [1, '10000'], debits: [1, '420'] }),
  bai('bai2/us-wells.bai', { account: '4121234567', currency: 'USD', ...proved, ...lines }),
  bai(
    'bai2/us-jpm-value-dates.bai',
    { account: '000000123456789', currency: 'USD', ...proved, credits: [1, '100000'], debits: [2, '420'] },
    {
      account: '000000987654321',
      currency: 'USD',
      opening: null,
      closing: '0',
      proof: 'not_provable',
      credits: none,
      debits: none,
    },
  ),
  bai('bai2/us-overdraft.bai', {
    account: '77',
    currency: 'USD',
    opening: '-5000',
    closing: '95000',
    proof: 'proved',
    credits: [1, '100000'],
    debits: none,
  }),
  camt('camt/ch-v08-collective.xml', { account: 'CH9300762011623852957', currency: 'CHF', ...proved, ...lines }),
  camt(
    'camt/nl-v02-two-days.xml',
    {
      account: 'NL91ABNA0417164300',
      currency: 'EUR',
      opening: '10000',
      closing: '110000',
      proof: 'proved',
      credits: [1, '100000'],
      debits: none,
    },
    {
      account: 'NL91ABNA0417164300',
      currency: 'EUR',
      opening: '110000',
      closing: '109580',
      proof: 'proved',
      credits: none,
      debits: [1, '420'],
    },
  ),
  camt('camt/se-v02-pending.xml', { account: '52781234567', currency: 'SEK', ...proved, ...lines }),
  camt('camt/at-v04-prefix.xml', {
    account: 'AT611904300234573201',
    currency: 'EUR',
    opening: '-5000',
    closing: '94580',
    proof: 'proved',
    ...lines,
  }),
  camt('camt/de-v08-undated.xml', { account: 'DE02120300000000202051', currency: 'EUR', ...proved, ...lines }),
  camt('camt/v13-envelope.xml', { account: 'GB33BUKB20201555555555', currency: 'GBP', ...proved, ...lines }),
  camt('camt/fr-v02-latin1.xml', { account: 'FR1420041010050500013M02606', currency: 'EUR', ...proved, ...lines }),
  camt(
    'camt/de-v06-two-currencies.xml',
    {
      account: 'DE02120300000000202051',
      currency: 'EUR',
      opening: '10000',
      closing: '9580',
      proof: 'proved',
      credits: none,
      debits: [1, '420'],
    },
    {
      account: 'DE02120300000000202051',
      currency: 'USD',
      opening: '10000',
      closing: '110000',
      proof: 'proved',
      credits: [1, '100000'],
      debits: none,
    },
  ),
  camt('camt/dk-v02-no-opening-return.xml', { account: '30001234567890', currency: 'DKK', ...noOpening, ...lines }),
]
