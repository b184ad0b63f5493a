import { type AmountColumns, readCell } from './amounts.ts'
import type { SignRule } from './mapping.ts'
import { headerMeanings, normaliseHeader } from './match-header.ts'
import type { Row } from './tokenize.ts'

/** The rule found, and why a card's amounts may be meant the other way round. */
export interface SignDecision {
  readonly rule: SignRule
  readonly suspicion:
    | 'payments_negative'
    | 'card_positive'
    | 'card_without_signs'
    | 'loan'
    | 'purchases_positive'
    | 'no_signs'
    | 'indicator_conflict'
    | null
  readonly interpretation: readonly string[]
}

interface Counts {
  positives: number
  negatives: number
  debitMarks: number
  creditMarks: number
  debitPositive: number
  debitNegative: number
  creditPositive: number
  creditNegative: number
  sides: { debit: number; credit: number }
  unsided: number
  splitDisagrees: number
  paymentNegatives: number
  repaidNegatives: number
  /** Purchases written with a plus, less those with a minus. */
  boughtPositives: number
  purchasePositives: number
  typedPositives: number
  outgoingPositives: number
  kinds: Set<string>
  plusSigns: number
}

const paymentWords =
  /payment (?:received|thank)|thank ?you|auto ?pay|payment ?- ?thank|mobile payment|online payment|internet payment|merci|gracias por su pago|su pago|paiement recu|zahlung erhalten|zahlung - dankend|pagamento recebido|inclus[aã]o de pagamento|pago recibido|pagamento ricevuto|betaling ontvangen|inbetalning/i
// A repayment takes from what is owed, a purchase adds to it; on an account both stand the other way round.
const repayment = /还款|還款/
const purchase = /消费|消費/
const refund = /退/
const purchaseType = /^(?:sale|purchase|debit|fee|interest|fees|kauf|compra|achat)\b/i
const outgoingType =
  /\b(?:purchase|withdrawals?|debit|fees?|atm|kauf|abhebung|lastschrift|compra|retiro|d[eé]bito|saque|achat|retrait|pr[eé]l[eè]vement|acquisto|prelievo|addebito|opname|uttag|uttak)\b/i
const incomeWords =
  /\b(?:customer|client|payer|payor|sender|donor|received|deposits?|income|incoming|einzahler|auftraggeber|zahler|ordenante|remitente|pagador|ingresos?|donneur|encaissements?|versements?|ordinante|accrediti|betaler|avsandare|nadawca|odesilatel|kund(?:e|en)?|cliente?)\b/
const cardHeaders = new Set([
  'card member',
  'cardholder',
  'card holder',
  'cardmember',
  'card no',
  'card number',
  'merchant',
  'merchant name',
  'merchant category',
  'karteninhaber',
  'kaarthouder',
  'kortinnehavare',
  'nome no cartao',
  'titular de la tarjeta',
  'titulaire de la carte',
  'titolare carta',
  // Only purchases by card are paid in instalments.
  'parcela',
  'parcelas',
  'cuota',
  'cuotas',
  'date processed',
  'taksit',
  'taksit sayisi',
  'chip para',
  'chip para mil',
  'maxipuan',
  'worldpuan',
  'comercio',
  'establecimiento',
  'estabelecimento',
  'esercente',
  'commercant',
  'שם בית העסק',
  'שם בית עסק',
])

function count(rows: readonly Row[], first: number, columns: AmountColumns, exponent: number): Counts {
  const { at, decimalSign, side: sideOf } = columns
  const amount = at('amount')
  const indicator = at('indicator')
  const [debit, credit, type] = [at('debit'), at('credit'), at('type')]
  const counts: Counts = {
    positives: 0,
    negatives: 0,
    debitMarks: 0,
    creditMarks: 0,
    debitPositive: 0,
    debitNegative: 0,
    creditPositive: 0,
    creditNegative: 0,
    sides: { debit: 0, credit: 0 },
    unsided: 0,
    splitDisagrees: 0,
    paymentNegatives: 0,
    repaidNegatives: 0,
    boughtPositives: 0,
    purchasePositives: 0,
    typedPositives: 0,
    outgoingPositives: 0,
    kinds: new Set(),
    plusSigns: 0,
  }
  for (let index = first; index < rows.length; index += 1) {
    const row = rows[index]
    const found = readCell(row?.cells[amount], decimalSign(amount), exponent)
    if (!row || !found || typeof found === 'string') continue
    if (found.value > 0) counts.positives += 1
    if (found.value > 0 && row.cells[amount]?.includes('+')) counts.plusSigns += 1
    if (found.value < 0) counts.negatives += 1
    if (found.mark === 'debit') counts.debitMarks += 1
    if (found.mark === 'credit') counts.creditMarks += 1
    if (indicator >= 0) {
      const side = sideOf(row.cells[indicator] ?? '')
      if (side) counts.sides[side] += 1
      else counts.unsided += 1
      if (side === 'debit' && found.value > 0) counts.debitPositive += 1
      if (side === 'debit' && found.value < 0) counts.debitNegative += 1
      if (side === 'credit' && found.value > 0) counts.creditPositive += 1
      if (side === 'credit' && found.value < 0) counts.creditNegative += 1
    }
    if (debit >= 0 || credit >= 0) {
      const out = readCell(row.cells[debit], decimalSign(debit), exponent)
      const size = out && typeof out === 'object' ? Math.abs(out.value) : 0
      if (size !== 0 && found.value !== -size) counts.splitDisagrees += 1
    }
    if (found.value < 0 && row.cells.some((cell) => cell.length > 5 && paymentWords.test(cell)))
      counts.paymentNegatives += 1
    if (found.value < 0 && row.cells.some((cell) => repayment.test(cell))) counts.repaidNegatives += 1
    if (found.value !== 0 && row.cells.some((cell) => purchase.test(cell) && !refund.test(cell)))
      counts.boughtPositives += Math.sign(found.value)
    if (found.value > 0 && row.cells.some((cell) => cell.length > 2 && cell.length < 30 && outgoingType.test(cell)))
      counts.outgoingPositives += 1
    if (found.value > 0 && type >= 0) {
      counts.typedPositives += 1
      if (counts.kinds.size < 2) counts.kinds.add(row.cells[type] ?? '')
      if (purchaseType.test(row.cells[type] ?? '')) counts.purchasePositives += 1
    }
  }
  return counts
}

/** Which of the sign patterns of specification 4.5.2 the rows show. */
export function decideSign(
  rows: readonly Row[],
  first: number,
  columns: AmountColumns,
  exponent: number,
  header: readonly string[],
): SignDecision {
  const rule = (name: SignRule['rule'], unmarked: SignRule['unmarked'] = 'credit'): SignRule => ({
    rule: name,
    unmarked,
    isFeeDeducted: false,
    isCreditAbsolute: hasOnlyNegatives(rows, first, columns, exponent),
  })
  const { at } = columns
  if (at('amount') < 0) return { rule: rule('split'), suspicion: null, interpretation: ['debit and credit columns'] }
  const counts = count(rows, first, columns, exponent)
  if (at('debit') >= 0 && at('credit') >= 0 && counts.negatives === 0 && counts.splitDisagrees > 0)
    return { rule: rule('split'), suspicion: null, interpretation: ['debit and credit columns'] }
  if (at('indicator') >= 0 && counts.sides.debit + counts.sides.credit > 0) {
    if (counts.debitPositive > 0 && counts.debitNegative > 0)
      return { rule: rule('signed'), suspicion: 'indicator_conflict', interpretation: [] }
    if (counts.debitNegative > 0)
      return { rule: rule('signed'), suspicion: null, interpretation: ['the direction column agrees with the signs'] }
    // A card that counts what is owed: debits are written with a plus, and every credit with a minus.
    if (counts.debitPositive > 0 && counts.creditNegative > 0 && counts.creditPositive + counts.unsided === 0)
      return { rule: rule('inverted'), suspicion: null, interpretation: ['the direction column is against the signs'] }
    const unmarked = counts.sides.debit === 0 && counts.unsided > 0 ? 'debit' : 'credit'
    const note = unmarked === 'debit' ? ['amounts without a mark are debits'] : []
    return {
      rule: rule('indicator', unmarked),
      suspicion: null,
      interpretation: ['the direction column gives the sign', ...note],
    }
  }
  if (counts.debitMarks + counts.creditMarks > 0 && counts.negatives <= counts.debitMarks) {
    const unmarked = counts.debitMarks === 0 ? 'debit' : 'credit'
    return {
      rule: rule('marks', unmarked),
      suspicion: null,
      interpretation: [`marks beside the amounts give the sign; without one it is a ${unmarked}`],
    }
  }
  return { rule: rule('signed'), suspicion: suspect(counts, header), interpretation: [] }
}

/** Whether the debit column holds amounts with a minus and others without. */
export function hasBothSigns(
  rows: readonly Row[],
  first: number,
  { at, decimalSign }: AmountColumns,
  exponent: number,
): boolean {
  const debit = at('debit')
  let [hasPlus, hasMinus] = [false, false]
  for (let index = first; debit >= 0 && index < rows.length; index += 1) {
    const read = readCell(rows[index]?.cells[debit], decimalSign(debit), exponent)
    if (!read || typeof read === 'string') continue
    hasPlus ||= read.value > 0
    hasMinus ||= read.value < 0
  }
  return hasPlus && hasMinus
}

/** Whether the credit column holds amounts with a minus and no others. */
function hasOnlyNegatives(
  rows: readonly Row[],
  first: number,
  { at, decimalSign }: AmountColumns,
  exponent: number,
): boolean {
  const credit = at('credit')
  if (credit < 0) return false
  let negatives = 0
  for (let index = first; index < rows.length; index += 1) {
    const read = readCell(rows[index]?.cells[credit], decimalSign(credit), exponent)
    if (!read || typeof read === 'string') continue
    if (read.value > 0) return false
    if (read.value < 0) negatives += 1
  }
  return negatives > 0
}

const principalWords =
  /^(?:.* )?(?:principal|capital|tilgung|aflossing|amortizac(?:ao|ion)|amortissement|capitale|kapital(?:u)?|amortering|avdrag|kapitału|jistina|tőke|основнои долг|anapara)(?: .*)?$/
const interestWords =
  /^(?:.* )?(?:interest|interes(?:es)?|zins(?:en)?|rente|juros|interets?|interessi|odsetki|ranta|renter|urok(?:y)?|kamat|проценты|faiz)(?: .*)?$/

/** Whether the columns part each payment into principal and interest. */
const isLoan = (header: readonly string[]): boolean => {
  const names = header.map(normaliseHeader)
  return names.some((name) => principalWords.test(name)) && names.some((name) => interestWords.test(name))
}

function suspect(counts: Counts, header: readonly string[]): SignDecision['suspicion'] {
  if (counts.negatives === 0 && counts.positives > 0 && isLoan(header)) return 'loan'
  const isCard = header.some((cell) => cardHeaders.has(normaliseHeader(cell)))
  if (counts.negatives > 0 && counts.positives > 0) {
    // A card is paid with far more often than it is refunded.
    if (isCard && counts.positives > 2 && counts.positives > 2 * counts.negatives) return 'card_positive'
    if (counts.typedPositives > 0 && counts.purchasePositives === counts.typedPositives) return 'card_positive'
    if (counts.repaidNegatives > 0 && counts.boughtPositives > 0) return 'payments_negative'
    return counts.paymentNegatives === counts.negatives ? 'payments_negative' : null
  }
  if (counts.negatives > 0 || counts.positives === 0) return null
  if (isCard) return 'card_without_signs'
  if (counts.outgoingPositives > 0) return 'purchases_positive'
  // Cards name the day of a purchase and the day it was booked; an account has a value date beside the latter. Lines of
  // several kinds hardly all go in one direction.
  const days = header.filter((cell) =>
    headerMeanings(cell).some((one) => one.role === 'bookingDate' && one.exactness > 1),
  )
  const isIncome = counts.plusSigns > 0 || header.some((cell) => incomeWords.test(normaliseHeader(cell)))
  const isDoubtful = days.length > 1 || counts.kinds.size > 1
  return isDoubtful && counts.positives > 2 && !isIncome ? 'no_signs' : null
}
