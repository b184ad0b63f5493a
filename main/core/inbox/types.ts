import type { Minor } from '../money.ts'

/** What a person is needed for, the most urgent first. */
export const inboxKinds = [
  'code',
  'step',
  'blocked',
  'session',
  'ambiguous',
  'suggestion',
  'delivery',
  'question',
] as const
export type InboxKind = (typeof inboxKinds)[number]

/** One thing that needs a person. Instants in ms UTC. */
export interface InboxItem {
  /** `<kind>-<id of its subject>`: stable for as long as the same thing is wanted. */
  readonly id: string
  readonly kind: InboxKind
  readonly accountId: string
  readonly accountName: string
  /** The request, suggestion, delivery, import or assistance request; the account itself where that is what waits. */
  readonly subjectId: string
  readonly since: number
  /** After that it is no longer wanted; `null`: it waits for as long as it takes. */
  readonly until: number | null
  readonly amountMinor: Minor | null
  readonly currency: string | null
  /** Id in the customer's system or at the bank; the name of a file. */
  readonly reference: string | null
  /** Whose payment it is. */
  readonly name: string | null
  /** Why, as the program knows it: what the bank asks, the cause of a block, the kind of a suggestion, the last answer, the code of what is wrong with a file. */
  readonly about: string | null
}

export type InboxCounts = Readonly<Record<InboxKind, number>>

export interface InboxPage {
  /** Of the kinds that were asked for. */
  readonly total: number
  readonly counts: InboxCounts
  readonly items: readonly InboxItem[]
}

export interface Inbox {
  /** In the order of `order.ts`; `kind` narrows `total` and `items`, never `counts`. */
  list(userId: string, page: { limit: number; offset: number; kind?: InboxKind | undefined }): InboxPage
  /** Looks again for what is found out only when somebody looks: suggestions of accounts where anything has changed. */
  refresh(userId: string): void
  /** 404 when it does not need the user, or no longer. */
  one(userId: string, itemId: string): InboxItem
  /** Ids of everything that a toast is shown for. */
  told(userId: string): Set<string>
}

/** Things that came up within a moment, told together. */
export interface InboxNotice {
  readonly userId: string
  readonly count: number
  /** All are of one group: logins, accounts, or payments. */
  readonly group: InboxGroup
  /** One of them; the only one when `count` is 1. */
  readonly item: InboxItem
  /** Where following it leads: exactly that item, or the list when there are several. */
  readonly open: string
}

export type InboxGroup = 'logins' | 'accounts' | 'payments'

/** What the mark beside the clock shows of a user. */
export interface InboxState {
  readonly userId: string
  readonly total: number
  /** The first nine. */
  readonly first: readonly InboxItem[]
  readonly accounts: { readonly total: number; readonly paused: number }
}
