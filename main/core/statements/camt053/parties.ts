import { all, find, textAt, texts, type XmlNode } from './node.ts'
import { accountIn, meaningful } from './values.ts'

/** One side of a payment. */
export interface Party {
  readonly name: string | undefined
  readonly account: string | undefined
  readonly bank: string | undefined
  readonly ultimateName: string | undefined
  readonly creditorId: string | undefined
}

export interface Parties {
  readonly debtor: Party
  readonly creditor: Party
}

/** Whose statement it is: identifies the own side of a payment. */
export interface Owner {
  readonly account: string | null
  readonly name: string | null
}

/** The party's name in either layout, else its bank's where the bank is the party (versions 08 and later). */
const nameOf = (node: XmlNode | undefined): string | undefined =>
  meaningful(textAt(node, 'Nm')) ??
  meaningful(textAt(node, 'Pty', 'Nm')) ??
  meaningful(textAt(node, 'Agt', 'FinInstnId', 'Nm')) ??
  meaningful(textAt(node, 'FinInstnId', 'Nm'))

const addressOf = (node: XmlNode | undefined): string | undefined =>
  texts(find(node, 'PstlAdr'), 'AdrLine')[0] ?? texts(find(node, 'Pty', 'PstlAdr'), 'AdrLine')[0]

function bankOf(agent: XmlNode | undefined): string | undefined {
  const bank = find(agent, 'FinInstnId')
  return textAt(bank, 'BICFI') ?? textAt(bank, 'BIC') ?? textAt(bank, 'Nm')
}

/** The creditor identifier of a direct debit stands among the party's other identifiers. */
function creditorIdOf(node: XmlNode | undefined): string | undefined {
  const id = find(node, 'Id') ?? find(node, 'Pty', 'Id')
  const others = [...all(find(id, 'PrvtId'), 'Othr'), ...all(find(id, 'OrgId'), 'Othr')]
  const sepa = others.find((other) => textAt(other, 'SchmeNm', 'Prtry') === 'SEPA')
  const shaped = others.find((other) => /^[A-Z]{2}\d{2}[A-Z0-9]{3}[A-Z0-9]{1,28}$/.test(textAt(other, 'Id') ?? ''))
  return textAt(sepa ?? shaped, 'Id')
}

function partyIn(details: XmlNode, role: 'Dbtr' | 'Cdtr'): Party {
  const parties = find(details, 'RltdPties')
  const node = find(parties, role)
  const ultimateName = nameOf(find(parties, `Ultmt${role}`))
  return {
    name: nameOf(node) ?? ultimateName ?? addressOf(node),
    account: accountIn(find(parties, `${role}Acct`)),
    bank: bankOf(find(details, 'RltdAgts', `${role}Agt`)),
    ultimateName,
    creditorId: role === 'Cdtr' ? creditorIdOf(node) : undefined,
  }
}

export const partiesIn = (details: XmlNode): Parties => ({
  debtor: partyIn(details, 'Dbtr'),
  creditor: partyIn(details, 'Cdtr'),
})

const same = (a: string, b: string) => a.replace(/\W/g, '').toUpperCase() === b.replace(/\W/g, '').toUpperCase()

function isOwn(party: Party, owner: Owner): boolean {
  if (party.account !== undefined && owner.account !== null) return same(party.account, owner.account)
  return party.account === undefined && party.name !== undefined && owner.name !== null && same(party.name, owner.name)
}

const isEmpty = ({ name, account }: Party) => name === undefined && account === undefined

/**
 * Who paid or was paid (specification 4.3.6): the payer of a credit, the payee of a debit; in returns and reversals the
 * roles are those of the original payment. The side that is the own account gives way to the other.
 */
export function counterpartyOf({ debtor, creditor }: Parties, sign: 1 | -1, isReturn: boolean, owner: Owner): Party {
  const isDebtorExpected = (sign === 1) !== isReturn
  const [expected, other] = isDebtorExpected ? [debtor, creditor] : [creditor, debtor]
  const isWrong = isOwn(expected, owner) || isEmpty(expected)
  return isWrong && !isEmpty(other) && !isOwn(other, owner) ? other : isOwn(expected, owner) ? nobody : expected
}

const nobody: Party = {
  name: undefined,
  account: undefined,
  bank: undefined,
  ultimateName: undefined,
  creditorId: undefined,
}
