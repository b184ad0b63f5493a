import type { WaitingFile } from '../imports/file-questions.ts'
import type { AmbiguousRequest } from '../requests/ambiguous.ts'
import type { WaitingSuggestion } from '../suggestions/waiting.ts'
import type { WaitingSource } from '../waiting-source.ts'
import type { DeadDelivery } from '../webhooks/dead-deliveries.ts'
import type { InboxItem, InboxKind } from './types.ts'

export const paymentKinds = ['ambiguous', 'suggestion', 'delivery', 'question'] as const satisfies readonly InboxKind[]
export type PaymentKind = (typeof paymentKinds)[number]
type NameOf = (accountId: string) => string

/** The rows of a source as items that only lack the name of their account. */
const shaped = <Row extends { readonly accountId: string }>(
  { days, between, one }: WaitingSource<Row>,
  toItem: (row: Row, accountName: string) => InboxItem,
): WaitingSource<(nameOf: NameOf) => InboxItem> => {
  const item = (row: Row) => (nameOf: NameOf) => toItem(row, nameOf(row.accountId))
  return {
    days,
    between: (...of) => between(...of).map(item),
    one: (...of) => {
      const row = one(...of)
      return row && item(row)
    },
  }
}

const requestItem = (request: AmbiguousRequest, accountName: string): InboxItem => ({
  id: `ambiguous-${request.id}`,
  kind: 'ambiguous',
  accountId: request.accountId,
  accountName,
  subjectId: request.id,
  since: request.createdAt,
  until: null,
  amountMinor: request.amountMinor,
  currency: request.currency,
  reference: request.externalId,
  name: request.senderName,
  about: null,
})
const suggestionItem = (suggestion: WaitingSuggestion, accountName: string): InboxItem => ({
  id: `suggestion-${suggestion.id}`,
  kind: 'suggestion',
  accountId: suggestion.accountId,
  accountName,
  subjectId: suggestion.id,
  since: suggestion.createdAt,
  until: null,
  amountMinor: suggestion.amountMinor,
  currency: suggestion.currency,
  reference: suggestion.externalId,
  name: suggestion.senderName,
  about: suggestion.kind,
})
const deliveryItem = (delivery: DeadDelivery, accountName: string): InboxItem => ({
  id: `delivery-${delivery.id}`,
  kind: 'delivery',
  accountId: delivery.accountId,
  accountName,
  subjectId: delivery.id,
  since: delivery.failedAt,
  until: null,
  amountMinor: delivery.amountMinor,
  currency: delivery.currency,
  reference: delivery.externalId,
  name: delivery.senderName,
  about: delivery.lastError ?? (delivery.lastStatus === null ? null : `HTTP ${delivery.lastStatus}`),
})
const fileItem = (file: WaitingFile, accountName: string): InboxItem => ({
  id: `question-${file.id}`,
  kind: 'question',
  accountId: file.accountId,
  accountName,
  subjectId: file.id,
  since: file.createdAt,
  until: null,
  amountMinor: null,
  currency: null,
  reference: file.fileName,
  name: null,
  about: file.code,
})

/** What waits for money to be told where it belongs, each kind in the same shape. */
export const paymentSources = (sources: {
  readonly requests: WaitingSource<AmbiguousRequest>
  readonly suggestions: WaitingSource<WaitingSuggestion>
  readonly deliveries: WaitingSource<DeadDelivery>
  readonly questions: WaitingSource<WaitingFile>
}): Readonly<Record<PaymentKind, WaitingSource<(nameOf: NameOf) => InboxItem>>> => ({
  ambiguous: shaped(sources.requests, requestItem),
  suggestion: shaped(sources.suggestions, suggestionItem),
  delivery: shaped(sources.deliveries, deliveryItem),
  question: shaped(sources.questions, fileItem),
})
