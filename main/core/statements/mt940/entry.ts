import { exponentOrNull, type Precision } from '../currencies.ts'
import type { Faults } from '../faults.ts'
import { filled } from '../filled.ts'
import { amountFault, readAmount } from '../money.ts'
import type { EntryCharge, StatementEntry } from '../types.ts'
import { type Details, readDetails } from './details.ts'
import type { Field } from './field-splitter.ts'
import { isCredit, readStatementLine } from './statement-line.ts'

export interface EntryContext {
  /** The statement's own account. */
  readonly account: string | null
  readonly currency: string | null
  readonly exponent: number
  readonly precision: Precision
  readonly faults: Faults
  readonly warn: (code: 'value_date_adjusted' | 'booking_date_inferred', line: number) => void
}

const maxRaw = 4_000
const placeholders = /^(?:NONREF|NOREF|NONE|N\/A|[EKMP]REF\+?|0*)$/i
const accountForm = /^(?:[A-Z]{2}\d{2}[A-Z0-9]{11,30}|P\d{9})$/

/** A :61: with its :86: as an entry; null (and a fault) when the line cannot be read. */
export function entryOf(field: Field, details: readonly Field[], context: EntryContext): StatementEntry | null {
  const line = readStatementLine(field.lines)
  if ('code' in line) {
    context.faults.add(line.code, line.message, field.line)
    return null
  }
  const absolute = readAmount(line.amount, ',', context.exponent)
  if (typeof absolute !== 'number') {
    context.faults.add(absolute, amountFault(absolute, line.amount, context.exponent), field.line, line.amount)
    return null
  }
  if (line.isValueAdjusted) context.warn('value_date_adjusted', field.line)
  if (line.bookingDate === null) context.warn('booking_date_inferred', field.line)

  const isPlus = isCredit(line.mark) !== line.isNegativeText
  // One Dutch bank writes the other account where the customer's reference belongs.
  const referred = accountForm.test(line.customerReference) ? line.customerReference : ''
  const titled = withoutTitle(
    details.flatMap((detail) => detail.lines),
    referred,
    line.supplement,
  )
  const told = readDetails(titled.lines, line.mark.endsWith('C'))
  const {
    code,
    batch,
    originalText,
    chargeText,
    counterpartyAccount: writtenAccount,
    remittanceText,
    remittanceJoined,
    additionalInfo,
    ...rest
  } = told
  const counterpartyAccount = isOwn(writtenAccount, context.account) ? undefined : writtenAccount
  const supplement = supplementOf(titled.supplement, counterpartyAccount === undefined && referred === '')
  const isUntold = remittanceText === undefined && additionalInfo === undefined
  const text = isUntold ? supplement.text : remittanceText
  const original = moneyOf(originalText ?? supplement.original, context.precision)
  const charge = moneyOf(chargeText ?? supplement.charge, context.precision)
  return {
    position: field.line,
    level: 'entry',
    amount: isPlus || absolute === 0 ? absolute : -absolute,
    currency: context.currency,
    isReversal: line.mark === 'RC' || line.mark === 'RD',
    ...(line.isNegativeText ? { isNegativeText: true } : {}),
    bankStatus: line.mark === 'EC' || line.mark === 'ED' ? 'pending' : 'booked',
    bookingDate: line.bookingDate ?? line.valueDate,
    valueDate: line.valueDate,
    valueText: line.valueText,
    ...rest,
    ...filled<StatementEntry>({
      bookingText: line.bookingText,
      counterpartyName: told.counterpartyName || titled.name || namedBefore(supplement.text, told),
      counterpartyAccount: counterpartyAccount ?? (referred || supplement.account),
      remittanceText: text,
      remittanceJoined: isUntold ? supplement.text : remittanceJoined,
      additionalInfo: [additionalInfo, isUntold ? '' : supplement.text].filter((piece) => piece).join(' '),
      bankReference: placeholders.test(line.bankReference) ? '' : line.bankReference,
      entryReference: placeholders.test(line.customerReference) || referred !== '' ? '' : line.customerReference,
      originalAmount: original?.amount,
      originalCurrency: original?.currency,
      charges: charge && charge.amount !== 0 ? [charge] : undefined,
      exchangeRate: told.exchangeRate ?? supplement.rate,
      bankCode: bankCodeOf(line.type, code, batch),
      chequeNo: line.type === 'NCHK' && /^\d+$/.test(line.customerReference) ? line.customerReference : '',
      raw: rawOf(field, details),
    }),
  }
}

interface Titled {
  readonly name: string
  readonly lines: readonly string[]
  readonly supplement: readonly string[]
}

/** Where :61: names the other account and under it its holder, the first line of :86: may repeat both as a title. */
function withoutTitle(lines: readonly string[], referred: string, supplement: readonly string[]): Titled {
  const [title = '', ...others] = lines
  const [holder = '', ...rest] = supplement
  const name = title.trim().slice(referred.length).trim()
  if (referred === '' || !title.trim().startsWith(referred) || name !== holder) return { name: '', lines, supplement }
  return { name, lines: others, supplement: rest }
}

/** The bank whose codes begin with a letter writes the other side, and after it the line under :61: once more. */
function namedBefore(kind: string, { code = '', remittanceText = '' }: Details): string {
  const isNamed = /^[A-Z]/.test(code) && kind !== '' && remittanceText.endsWith(` ${kind}`)
  return isNamed ? remittanceText.slice(0, -kind.length).trim() : ''
}

/** Some banks put the statement's own account where the other one belongs. */
const isOwn = (account: string | undefined, own: string | null): boolean =>
  account !== undefined && (account === own || account === own?.split('/').at(-1))

/** German banks: SWIFT type, three-digit code and batch number between plus signs, as in their camt files. */
function bankCodeOf(type: string, code: Details['code'], batch: Details['batch']): StatementEntry['bankCode'] {
  if (code !== undefined)
    return { proprietary: [type, code, batch].filter((piece) => piece).join('+'), ...(batch ? { issuer: 'DK' } : {}) }
  return type === '' ? undefined : { proprietary: type }
}

interface Supplement {
  readonly text: string
  readonly account: string
  readonly original?: string | undefined
  readonly charge?: string | undefined
  readonly rate?: string | undefined
}

/** The line under :61:. Some banks put the other account there, others original amount and charges in slash tags. */
function supplementOf(lines: readonly string[], isAccountWanted: boolean): Supplement {
  const text = lines.join(' ')
  const bare = text.replace(/\s+/g, '')
  if (isAccountWanted && accountForm.test(bare)) return { text: '', account: bare }
  const tagged = (word: string) => new RegExp(`/${word}/([^/]+)`).exec(text)?.[1]?.trim()
  return { text, account: '', original: tagged('OCMT'), charge: tagged('CHGS'), rate: tagged('EXCH') }
}

/** "USD12,50" → minor units of that currency. */
function moneyOf(text: string | undefined, precision: Precision): EntryCharge | undefined {
  const found = /^([A-Z]{3})\s*(\d+(?:,\d*)?)$/.exec(text ?? '')
  const currency = found?.[1] ?? ''
  const exponent = exponentOrNull(currency, precision)
  const amount = exponent === null ? 'amount_invalid' : readAmount(found?.[2] ?? '', ',', exponent)
  return typeof amount === 'number' ? { amount, currency } : undefined
}

function rawOf(field: Field, details: readonly Field[]): string {
  const texts = [field, ...details].map(({ tag, lines }) => `:${tag}:${lines.join('\n')}`)
  return texts.join('\n').slice(0, maxRaw)
}
