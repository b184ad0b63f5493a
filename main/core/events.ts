/** What happened, for the screens and later for outside listeners. Hints only: losing one loses no data (spec 8). */
export type CoreEventType =
  | 'request.updated'
  | 'movement.created'
  | 'delivery.updated'
  | 'run.updated'
  | 'account.updated'
  | 'account.blocked'
  | 'account.unblocked'
  | 'assistance.requested'
  | 'assistance.fulfilled'
  | 'assistance.cancelled'
  | 'assistance.expired'
  | 'session.started'
  | 'session.stopped'
  | 'session.needs_attention'
  | 'session.recovered'
  | 'login.failed'
  | 'scrape.failed'
  | 'scrape.succeeded'
  | 'login.recovered'
  | 'scrape.recovered'
  | 'import.updated'
  | 'suggestion.updated'
  | 'inbox.updated'
  | 'inbox.appeared'
  // The books. Their events belong to no bank account (`accountId` is empty) and are gathered: `data.ids` names what
  // changed, or `data.count` says how much where that is more than a screen follows.
  | 'ledger.updated'
  | 'books_import.updated'
  | 'reconciliation.updated'
  | 'reconciliation.progress'
  | 'match.updated'
  | 'item.updated'
  | 'discrepancy.updated'
  | 'rule.updated'
  | 'counterparty.updated'
  | 'mapping.updated'

/** The wire shape of spec 8. `userId` decides who may see it. */
export interface CoreEvent {
  readonly type: CoreEventType
  readonly userId: string
  readonly accountId: string
  readonly data: Readonly<Record<string, unknown>>
  readonly occurredAt: string
}

export interface Events {
  emit(event: CoreEvent): void
  /** Returns its own unsubscribe. A listener that throws is reported to `onError` and never disturbs the emitter. */
  subscribe(listener: (event: CoreEvent) => void): () => void
}

export function createEvents(onError: (error: unknown) => void): Events {
  const listeners = new Set<(event: CoreEvent) => void>()
  return {
    emit(event) {
      for (const listener of listeners) {
        try {
          listener(event)
        } catch (error) {
          onError(error)
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
