import { filled } from '../filled.ts'
import type { ReferredDocument, StructuredReference } from '../types.ts'
import { checkedReference } from './check-reference.ts'
import { all, codeAt, find, textAt, texts, type XmlNode } from './node.ts'
import { type Context, dateText, informativeAmount, meaningful, plainDate } from './values.ts'

export interface Remittance {
  readonly remittanceText: string | undefined
  readonly remittanceJoined: string | undefined
  readonly structuredReferences: readonly StructuredReference[] | undefined
  readonly referredDocuments: readonly ReferredDocument[] | undefined
}

/** Text, structured references and allocation lists of RmtInf (specification 4.3.7). */
export function remittanceIn(details: XmlNode, currency: string | null, context: Context): Remittance {
  const remittance = find(details, 'RmtInf')
  const structured = all(remittance, 'Strd')
  const pieces = [...texts(remittance, 'Ustrd'), ...structured.flatMap((one) => texts(one, 'AddtlRmtInf'))].filter(
    (piece) => meaningful(piece) !== undefined,
  )
  const references = structured.flatMap(referenceIn)
  const documents = structured.flatMap((one) => documentsIn(one, currency, context))
  return {
    remittanceText: pieces.length > 0 ? pieces.join(' ') : undefined,
    remittanceJoined: pieces.length > 0 ? pieces.join('') : undefined,
    structuredReferences: references.length > 0 ? references : undefined,
    referredDocuments: documents.length > 0 ? documents : undefined,
  }
}

function referenceIn(structured: XmlNode): readonly StructuredReference[] {
  const creditor = find(structured, 'CdtrRefInf')
  const value = meaningful(textAt(creditor, 'Ref') ?? textAt(creditor, 'CdtrRef'))
  if (value === undefined) return []
  return [checkedReference(codeAt(creditor, 'Tp', 'CdOrPrtry') ?? textAt(creditor, 'Tp', 'Cd'), value)]
}

function documentsIn(structured: XmlNode, currency: string | null, context: Context): readonly ReferredDocument[] {
  const documents = all(structured, 'RfrdDocInf').filter((one) => meaningful(numberOf(one)) !== undefined)
  // The amounts belong to the document only when they stand beside a single one.
  const amounts = documents.length === 1 ? find(structured, 'RfrdDocAmt') : undefined
  const amount = (...names: readonly string[]) => {
    for (const name of names) {
      const node = find(amounts, name, 'Amt') ?? find(amounts, name)
      if (node === undefined || (node.currency !== null && node.currency !== currency)) continue
      const read = informativeAmount(node, node.currency ?? currency, context)
      if (read !== undefined) return read
    }
    return undefined
  }
  return documents.map((document) => ({
    number: numberOf(document) ?? '',
    ...filled({
      date: plainDate(dateText(find(document, 'RltdDt'))) ?? undefined,
      amountDue: amount('DuePyblAmt'),
      amountPaid: amount('RmtdAmt'),
      discount: amount('DscntApldAmt'),
      creditNote: amount('CdtNoteAmt'),
    }),
  }))
}

const numberOf = (document: XmlNode) => textAt(document, 'Nb') ?? textAt(document, 'RfrdDocNb')
