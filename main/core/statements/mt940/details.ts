import { filled } from '../filled.ts'
import type { StatementEntry } from '../types.ts'
import { colonFields } from './colon-parts.ts'
import { labelFields } from './labels.ts'
import { sepaFields } from './sepa-tags.ts'
import { isSlashed, slashFields } from './slash-tags.ts'
import { splitSubfields, subfieldFields } from './subfields.ts'
import { symbolsIn } from './symbols.ts'
import { searched, shown, wrap } from './wrapped.ts'

/** What a :86: says about its transaction. */
export type Details = Partial<
  Pick<
    StatementEntry,
    | 'counterpartyName'
    | 'counterpartyAccount'
    | 'counterpartyBank'
    | 'ultimatePartyName'
    | 'creditorId'
    | 'mandateId'
    | 'endToEndId'
    | 'instructionId'
    | 'paymentInfoId'
    | 'transactionId'
    | 'remittanceText'
    | 'remittanceJoined'
    | 'additionalInfo'
    | 'purpose'
    | 'returnReason'
    | 'structuredReferences'
    | 'exchangeRate'
  >
> & {
  /** The bank's three-digit transaction code and batch number, where the dialect has them. */
  readonly code?: string
  readonly batch?: string
  /** Amounts as written, currency first ("USD12,50"). */
  readonly originalText?: string
  readonly chargeText?: string
}

/** From this length a line counts as cut by the bank; :86: lines hold 65 characters, less where the tag is counted. */
const fullLine = 60

/** Reads a :86: in whichever dialect it is written. Where it names both sides, the other one pays a credit. */
export function readDetails(lines: readonly string[], isCredit = true): Details {
  const details = inDialect(lines, isCredit)
  const references = symbolsIn(`${details.endToEndId ?? ''} ${details.remittanceText ?? ''}`)
  if (references.length === 0) return details
  return { ...details, structuredReferences: [...(details.structuredReferences ?? []), ...references] }
}

function inDialect(lines: readonly string[], isCredit: boolean): Details {
  const split = splitSubfields(lines.join(''))
  if (split !== null) return subfieldFields(split)
  const text = wrap(lines, fullLine)
  if (isSlashed(text.joined)) return slashFields(text, isCredit)
  return colonFields(text) ?? sepaFields(text) ?? labelFields(text) ?? plainFields(lines)
}

// A Swiss bank puts its code in front of plain text; a word before a question mark is none.
const letteredCode = /^(?=[A-Z]+\d)([A-Z][A-Z0-9]{2})\?(?!\d\d)/

function plainFields([first = '', ...others]: readonly string[]): Details {
  const code = letteredCode.exec(first)?.[1]
  const text = wrap([code === undefined ? first : first.slice(code.length + 1), ...others], fullLine)
  return filled<Details>({ code, remittanceText: shown(text), remittanceJoined: searched(text) })
}
