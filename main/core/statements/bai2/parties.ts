import { filled } from '../filled.ts'
import type { StatementEntry } from '../types.ts'

type Role = 'payer' | 'payee' | 'company' | 'payerAccount' | 'payeeAccount' | 'endToEnd'

// The standard leaves the text free. Several banks in the United States label what they know of a wire or of an automated
// clearing-house payment, on lines of their own or one after the other.
const labels: readonly (readonly [Role, string])[] = [
  ['company', 'ORIG CO NAME|COMPANY NAME'],
  ['payer', 'ORIGINATOR NAME|ORIGINATOR|ORIG NAME|ORIG|ORG NAME|ORG|DBNM'],
  ['payee', 'BENEFICIARY NAME|BENEFICIARY|BENE NAME|BENE|BNF NAME|BNF|CRNM'],
  ['payerAccount', 'DACT'],
  ['payeeAccount', 'BNF ACCT|BNF ID|CACT'],
  ['endToEnd', 'EREF'],
]
const colon = '\\s?(?::=|[:=])'
const label = new RegExp(
  `(?<![A-Z])(?:${labels.map(([, words]) => `(${words})`).join('|')})${colon}\\s?(.+?)(?=\\s{2,}|\\s[A-Z]+(?: [A-Z]+)?${colon}|\\s[A-Z]+(?: [A-Z]+)?#|;|$)`,
  'g',
)
const labelled = new RegExp(`^[A-Z][A-Z ]{1,24}${colon}`)

/**
 * Who stands on the other side, as far as the text says it: who paid a credit, who was paid by a debit; a company that
 * collects or pays by itself either way. In returned and rejected items banks do not agree whose the roles are.
 */
export function partiesOf(pieces: readonly string[], type: string, direction: 'credit' | 'debit') {
  // A labelled line ends the value before it; other lines go on with it.
  const text = pieces.map((piece) => (labelled.test(piece.trim()) ? `  ${piece.trim()}` : ` ${piece.trim()}`)).join('')
  const values = new Map<Role, string>()
  for (const found of text.matchAll(label)) {
    const role = labels[found.slice(1).findIndex((group) => group !== undefined)]?.[0]
    const value = found.at(-1)?.trim() ?? ''
    if (role !== undefined && value !== '' && !values.has(role)) values.set(role, value)
  }
  const isFromPayer = direction === 'credit'
  const [name, account] = isReturn(type)
    ? [undefined, undefined]
    : [values.get(isFromPayer ? 'payer' : 'payee'), values.get(isFromPayer ? 'payerAccount' : 'payeeAccount')]
  return filled<StatementEntry>({
    counterpartyName: name ?? values.get('company'),
    counterpartyAccount: account?.replace(/\s+/g, '').toUpperCase(),
    endToEndId: values.get('endToEnd'),
  })
}

/** 250–269 among the credits, 550–569 among the debits. */
const isReturn = (type: string): boolean => /^[25][56]\d$/.test(type)
