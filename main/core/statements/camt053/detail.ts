import { filled } from '../filled.ts'
import type { BankCode, EntryCharge } from '../types.ts'
import { all, codeAt, find, textAt, texts, type XmlNode } from './node.ts'
import { type Parties, partiesIn } from './parties.ts'
import { type Remittance, remittanceIn } from './remittance.ts'
import { type Context, informativeAmount, meaningful, signOf } from './values.ts'

/** What one TxDtls says, read at once so that its XML is not kept. Amounts as written, the sign apart. */
export interface Detail {
  readonly line: number
  readonly amount: number | null
  readonly sign: 1 | -1 | undefined
  readonly originalAmount: number | undefined
  readonly originalCurrency: string | undefined
  readonly exchangeRate: string | undefined
  readonly charges: readonly EntryCharge[] | undefined
  readonly parties: Parties
  readonly references: References
  readonly remittance: Remittance
  readonly additionalInfo: string | undefined
  readonly bankCode: BankCode | undefined
  readonly purpose: string | undefined
  readonly returnReason: string | undefined
}

export interface References {
  readonly endToEndId: string | undefined
  readonly instructionId: string | undefined
  readonly paymentInfoId: string | undefined
  readonly transactionId: string | undefined
  readonly uetr: string | undefined
  readonly mandateId: string | undefined
  readonly chequeNo: string | undefined
  readonly bankReference: string | undefined
}

export function readDetail(node: XmlNode, currency: string | null, context: Context): Detail {
  const original = originalIn(node, currency, context)
  const info = [...texts(node, 'AddtlTxInf'), ...returnTexts(node)]
  return {
    line: node.line,
    amount: usableAmount(node, currency, context),
    sign: signOf(node),
    ...original,
    exchangeRate: rateIn(node),
    charges: chargesIn(node, currency, context),
    parties: partiesIn(node),
    references: referencesIn(find(node, 'Refs')),
    remittance: remittanceIn(node, currency, context),
    additionalInfo: info.length > 0 ? info.join(' ') : undefined,
    bankCode: bankCodeIn(find(node, 'BkTxCd')),
    purpose: codeAt(node, 'Purp'),
    returnReason: returnReasonIn(node),
  }
}

/** Own amount, else the transaction's, else its counter value, each only in the account's currency (4.3.5 rule 3). */
function usableAmount(node: XmlNode, currency: string | null, context: Context): number | null {
  const amounts = find(node, 'AmtDtls')
  const places = [find(node, 'Amt'), find(amounts, 'TxAmt', 'Amt'), find(amounts, 'CntrValAmt', 'Amt')]
  for (const place of places) {
    if (place === undefined || place.text === '') continue
    if (place.currency !== null && place.currency !== currency) continue
    const amount = informativeAmount(place, currency, context)
    if (amount !== undefined) return Math.abs(amount)
  }
  return null
}

/** What was instructed, where it differs in currency: information only. */
function originalIn(node: XmlNode, currency: string | null, context: Context) {
  const amounts = find(node, 'AmtDtls')
  const places = [find(amounts, 'InstdAmt', 'Amt'), find(amounts, 'TxAmt', 'Amt'), find(node, 'Amt')]
  const place = places.find((one) => one !== undefined && one.currency !== null && one.currency !== currency)
  const amount = informativeAmount(place, place?.currency ?? null, context)
  if (place === undefined || amount === undefined || amount === 0)
    return { originalAmount: undefined, originalCurrency: undefined }
  return { originalAmount: Math.abs(amount), originalCurrency: place.currency ?? undefined }
}

function rateIn(node: XmlNode): string | undefined {
  const amounts = find(node, 'AmtDtls')
  for (const name of ['TxAmt', 'InstdAmt', 'CntrValAmt']) {
    const rate = textAt(amounts, name, 'CcyXchg', 'XchgRate')
    if (rate !== undefined) return rate
  }
  return undefined
}

/** Charges in both layouts; a charge paid is positive, one given back negative. */
export function chargesIn(
  node: XmlNode | undefined,
  currency: string | null,
  context: Context,
): readonly EntryCharge[] | undefined {
  const charges = all(node, 'Chrgs').flatMap((one) => {
    const records = all(one, 'Rcrd').flatMap((record) => chargeIn(record, 'Amt', currency, context))
    if (records.length > 0) return records
    const total = chargeIn(one, 'TtlChrgsAndTaxAmt', currency, context)
    return total.length > 0 ? total : chargeIn(one, 'Amt', currency, context)
  })
  return charges.length > 0 ? charges : undefined
}

function chargeIn(node: XmlNode, name: string, currency: string | null, context: Context): readonly EntryCharge[] {
  const place = find(node, name)
  const own = place?.currency ?? currency
  const amount = informativeAmount(place, own, context)
  if (amount === undefined || amount === 0 || own === null) return []
  const text = codeAt(node, 'Tp') ?? textAt(node, 'Tp', 'Prtry', 'Id')
  return [{ amount: signOf(node) === 1 ? -Math.abs(amount) : Math.abs(amount), currency: own, ...filled({ text }) }]
}

const referencesIn = (refs: XmlNode | undefined): References => ({
  endToEndId: meaningful(textAt(refs, 'EndToEndId')),
  instructionId: meaningful(textAt(refs, 'InstrId')),
  paymentInfoId: meaningful(textAt(refs, 'PmtInfId')),
  transactionId: meaningful(textAt(refs, 'TxId')) ?? meaningful(textAt(refs, 'ClrSysRef')),
  uetr: meaningful(textAt(refs, 'UETR')),
  mandateId: meaningful(textAt(refs, 'MndtId')),
  chequeNo: meaningful(textAt(refs, 'ChqNb')),
  bankReference: meaningful(textAt(refs, 'AcctSvcrRef')),
})

export function bankCodeIn(code: XmlNode | undefined): BankCode | undefined {
  if (code === undefined) return undefined
  const domain = find(code, 'Domn')
  const read = filled({
    domain: textAt(domain, 'Cd'),
    family: textAt(domain, 'Fmly', 'Cd'),
    subfamily: textAt(domain, 'Fmly', 'SubFmlyCd'),
    proprietary: textAt(code, 'Prtry', 'Cd'),
    issuer: textAt(code, 'Prtry', 'Issr'),
  })
  return Object.keys(read).length > 0 ? read : undefined
}

/** Why it came back: code and the bank's own words, both where both are given. */
function returnReasonIn(node: XmlNode): string | undefined {
  const reason = find(node, 'RtrInf', 'Rsn') ?? find(node, 'RtrInf', 'RtrRsn')
  const parts = [textAt(reason, 'Cd'), textAt(reason, 'Prtry')].filter((part) => part !== undefined)
  if (parts.length > 0) return parts.join(' ')
  return find(node, 'RtrInf') === undefined ? undefined : 'unspecified'
}

const returnTexts = (node: XmlNode): readonly string[] => {
  const info = find(node, 'RtrInf')
  return [...texts(info, 'AddtlInf'), ...texts(info, 'AddtlRtrRsnInf')]
}
