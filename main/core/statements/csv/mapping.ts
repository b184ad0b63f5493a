import { z } from 'zod'
import { StatementError } from '../failure.ts'
import { normaliseHeader } from './match-header.ts'
import { type ColumnRole, columnRoles } from './roles.ts'

const signRule = z.enum([
  /** One column; a minus takes money from the account. */
  'signed',
  /** One column of a card or a mirrored account: what is positive takes money. */
  'inverted',
  /** A column for each side. */
  'split',
  /** A column of amounts and one that says the side. */
  'indicator',
  /** CR or DR beside the amount. */
  'marks',
])

/** How one bank's table is read; plain JSON, kept per header signature (ledger specification 4.5.4). */
export const csvMappingSchema = z.strictObject({
  version: z.literal(1),
  name: z.string().max(200),
  signature: z.string().max(20_000),
  delimiter: z.string().length(1),
  quote: z.string().length(1).nullable(),
  hasHeader: z.boolean(),
  columnCount: z.int().min(1).max(2_000),
  columns: z
    .array(
      z.strictObject({
        index: z.int().min(0).max(1_999),
        name: z.string().max(1_000),
        role: z.enum(columnRoles),
        dateOrder: z.enum(['dmy', 'mdy', 'ymd']).optional(),
        decimalSign: z.enum(['.', ',']).optional(),
        /** The numbers count cents, not whole units. */
        scale: z.literal('minor').optional(),
      }),
    )
    .max(2_000),
  sign: z.strictObject({
    rule: signRule,
    /** What an amount without indicator or mark is. */
    unmarked: z.enum(['debit', 'credit']),
    /** The fee column is taken from the amount, as the bank's balance shows. */
    isFeeDeducted: z.boolean(),
    /** A card's bank writes every credit with a minus. */
    isCreditAbsolute: z.boolean(),
  }),
  preamble: z.strictObject({
    /** Lines above the table when it has no header; with a header, everything above it. */
    lines: z.int().min(0).max(1_000),
  }),
  footer: z.strictObject({
    /** A row that begins with one of these ends the table. */
    startsWith: z.array(z.string().min(1).max(200)).max(20),
  }),
})

export type CsvMapping = z.infer<typeof csvMappingSchema>
export type SignRule = CsvMapping['sign']
export type MappedColumn = CsvMapping['columns'][number]

/** The saved mapping as given by the caller, or null without one. Throws `mapping_invalid`. */
export function parseMapping(value: unknown): CsvMapping | null {
  if (value === undefined || value === null) return null
  const parsed = csvMappingSchema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new StatementError(
    'mapping_invalid',
    `The saved mapping cannot be used: ${z.prettifyError(parsed.error).slice(0, 400)}. Make the mapping again.`,
  )
}

/** Headers as one text, the same for the same table whatever its letters' case, accents and blanks are. */
export function headerSignature(headers: readonly string[]): string {
  const plain = headers.map(normaliseHeader)
  while (plain.at(-1) === '') plain.pop()
  return plain.join('|')
}

const roleWords: Readonly<Record<ColumnRole, string>> = {
  bookingDate: 'booking date',
  valueDate: 'value date',
  amount: 'amount',
  debit: 'debits',
  credit: 'credits',
  indicator: 'debit or credit',
  currency: 'currency',
  balance: 'running balance',
  openingBalance: 'balance before',
  counterpartyName: 'counterparty',
  payerName: 'payer',
  payeeName: 'payee',
  counterpartyAccount: "counterparty's account",
  payerAccount: "payer's account",
  payeeAccount: "payee's account",
  counterpartyBank: "counterparty's bank",
  remittance: 'text',
  reference: 'reference',
  transactionId: 'transaction number',
  type: 'kind of transaction',
  status: 'status',
  ownAccount: 'own account',
  originalAmount: 'original amount',
  originalCurrency: 'original currency',
  rate: 'exchange rate',
  fee: 'fee',
  endToEndId: 'end-to-end reference',
  mandateId: 'mandate',
  creditorId: 'creditor identifier',
  chequeNo: 'cheque number',
  ignore: 'not used',
}
const orderWords = { dmy: 'day before month', mdy: 'month before day', ymd: 'year, month, day' }
const delimiterWords: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'vertical bar',
}

const signWords = ({ rule, unmarked, isFeeDeducted }: SignRule): string => {
  const fee = isFeeDeducted ? ' The fee is taken from the amount.' : ''
  switch (rule) {
    case 'signed':
      return `A minus takes money from the account.${fee}`
    case 'inverted':
      return `Positive amounts take money from the account, negative ones bring it.${fee}`
    case 'split':
      return `Debits and credits stand in columns of their own.${fee}`
    case 'indicator':
      return `A column says debit or credit; without a word it is a ${unmarked}.${fee}`
    case 'marks':
      return `CR or DR beside the amount says the side; without a mark it is a ${unmarked}.${fee}`
  }
}

/** The mapping in sentences, for people who check it. */
export function describeMapping(mapping: CsvMapping): string[] {
  const place = ({ index, name }: MappedColumn) =>
    name === '' ? `column ${index + 1}` : `column ${index + 1} "${name}"`
  const columns = mapping.columns
    .filter(({ role }) => role !== 'ignore')
    .map((column) => {
      const order = column.dateOrder ? `, ${orderWords[column.dateOrder]}` : ''
      const sign = column.decimalSign ? `, decimal ${column.decimalSign === '.' ? 'point' : 'comma'}` : ''
      const scale = column.scale ? ', in cents' : ''
      return `${roleWords[column.role]}: ${place(column)}${order}${sign}${scale}.`
    })
  const above = mapping.hasHeader
    ? 'The table begins below its header.'
    : `The table has no header; ${mapping.preamble.lines} lines above it are passed over.`
  return [
    `Cells are parted by ${delimiterWords[mapping.delimiter] ?? `"${mapping.delimiter}"`}.`,
    above,
    ...columns.map((text) => text.charAt(0).toUpperCase() + text.slice(1)),
    signWords(mapping.sign),
  ]
}
