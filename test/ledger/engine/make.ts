import { matchAll } from '../../../main/core/ledger/engine/match-all.ts'
import {
  defaultProfile,
  type EngineCounterparty,
  type EngineEntry,
  type EngineInput,
  type EngineItem,
  type EngineResult,
  type Profile,
  type Proposal,
} from '../../../main/core/ledger/engine/types.ts'

/** Lines and entries with nothing but what a test says; amounts in minor units. */
export const item = (id: string, open: number, day: string, more: Partial<EngineItem> = {}): EngineItem => ({
  id,
  position: 0,
  parentId: null,
  open,
  amount: open,
  currency: 'EUR',
  bookingDate: day,
  valueDate: null,
  isReversal: false,
  originalAmount: null,
  originalCurrency: null,
  counterpartyName: null,
  counterpartyAccount: null,
  counterpartyId: null,
  endToEndId: null,
  paymentInfoId: null,
  transactionId: null,
  bankReference: null,
  chequeNo: null,
  structuredReferences: [],
  referredDocuments: [],
  text: '',
  textJoined: more.text ?? '',
  bankCode: null,
  returnReason: null,
  charges: [],
  batchWithoutDetails: false,
  ...more,
})

export const entry = (id: string, open: number, day: string, more: Partial<EngineEntry> = {}): EngineEntry => ({
  id,
  ledgerId: 'bank',
  transactionId: `t-${id}`,
  open,
  signed: open,
  currency: 'EUR',
  amountLcy: open,
  bookingDate: day,
  valueDate: null,
  dueDate: null,
  documentNo: null,
  externalDocumentNo: null,
  chequeNo: null,
  counterpartyId: null,
  counterpartyName: null,
  counterpartyAccount: null,
  references: [],
  originalAmount: null,
  originalCurrency: null,
  description: '',
  batchId: null,
  ...more,
})

export const counterparty = (id: string, name: string, more: Partial<EngineCounterparty> = {}): EngineCounterparty => ({
  id,
  name,
  aliases: [],
  accounts: [],
  usualLagDays: null,
  usualDeduction: null,
  ...more,
})

export interface Given extends Partial<Omit<EngineInput, 'profile'>> {
  readonly profile?: Partial<Profile>
}

export const inputOf = (given: Given): EngineInput => ({
  items: [],
  entries: [],
  counterparties: [],
  rules: [],
  ownAccounts: {},
  rejected: new Set(),
  ...given,
  profile: { ...defaultProfile, ...given.profile },
})

export const match = (given: Given): EngineResult => matchAll(inputOf(given))

/** "i1+i2=e1" for each proposal, in the alphabet's order. */
export const pairsOf = ({ proposals }: EngineResult): string[] => proposals.map(shortOf).sort()

const shortOf = ({ legs }: Proposal): string => {
  const ids = (side: string): string =>
    legs
      .filter((leg) => leg.side === side)
      .map(({ id }) => id)
      .join('+')
  return `${ids('source')}=${ids('ledger')}`
}

export const codesOf = (proposal: Proposal | undefined): string[] => proposal?.reasons.map(({ code }) => code) ?? []

export const only = ({ proposals }: EngineResult): Proposal => {
  if (proposals.length !== 1) throw new Error(`${proposals.length} proposals instead of one`)
  return proposals[0] as Proposal
}

export const findingsOf = ({ findings }: EngineResult): string[] => findings.map(({ type }) => type)
