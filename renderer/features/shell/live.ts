import { api } from '../../api.ts'
import type { CoreEvent, Run } from '../../api-types.ts'
import { throttled } from '../../shared/throttle.ts'
import { loadAccounts, runChanged } from '../accounts/store.ts'
import { assistanceEnded, assistanceRequested, loadWaiting } from '../assistance/store.ts'
import { deliveryDetails, deliveryList, subjectDeliveries } from '../deliveries/store.ts'
import { failureList, runDetails } from '../diagnostics/store.ts'
import { importChanged } from '../import/store.ts'
import type { Notice } from '../inbox/notice-text.ts'
import { inboxItems, loadInbox } from '../inbox/store.ts'
import { movementDetails, movementList, wantedByLists } from '../movements/store.ts'
import { bookEvent, refreshBooks } from '../reconciliation/live.ts'
import { requestDetails, requestList, suggestionLists } from '../requests/store.ts'
import { loadOverview, setLine } from './overview.ts'

/** A batch of ten thousand movements is ten thousand hints; the screen needs one look a second. */
const calm = 1000
/** A hint may be lost; the account list is looked at again all the same (spec 10.5). */
const safetyNetMs = 30_000

/** What is said at once, wherever the person is. */
export interface Told {
  blocked(accountId: string): void
  /** A login waits for a person. */
  asked(accountId: string): void
  /** It waits no more; `null`: the login ended on its own. */
  answered(accountId: string, how: 'fulfilled' | 'expired' | null): void
  /** Something needs a person that did not before. */
  appeared(notice: Notice): void
}

/** Follows the program while somebody is signed in: each hint fetches again what it concerns, if it is on the screen. */
export function startLive(told: Told): () => void {
  const figures = throttled(() => {
    void loadAccounts()
    void loadOverview()
  }, calm)
  const requests = throttled(() => {
    requestList.refresh()
    requestDetails.refresh()
    suggestionLists.refresh()
  }, calm)
  const movements = throttled(() => {
    movementList.refresh()
    movementDetails.refresh()
    wantedByLists.refresh()
  }, calm)
  const deliveries = throttled(() => {
    deliveryList.refresh()
    deliveryDetails.refresh()
    subjectDeliveries.refresh()
  }, calm)

  const failures = throttled(() => {
    failureList.refresh()
    runDetails.refresh()
  }, calm)
  const inbox = throttled(() => {
    loadInbox()
    inboxItems.refresh()
  }, calm)
  const answered: Told['answered'] = (accountId, how) => {
    assistanceEnded(accountId)
    told.answered(accountId, how)
  }
  const event = (each: CoreEvent) => {
    const { type, accountId, data } = each
    // What happens in the books concerns no account of the other half.
    if (bookEvent(each)) return
    switch (type) {
      case 'inbox.updated':
        return inbox()
      case 'inbox.appeared':
        return told.appeared(data as unknown as Notice)
      case 'assistance.requested':
        void assistanceRequested(each).then(() => told.asked(accountId))
        break
      case 'assistance.fulfilled':
        answered(accountId, 'fulfilled')
        break
      case 'assistance.expired':
        answered(accountId, 'expired')
        break
      case 'assistance.cancelled':
        answered(accountId, null)
        break
      case 'request.updated':
        requests()
        break
      case 'movement.created':
        movements()
        break
      case 'delivery.updated':
        deliveries()
        break
      case 'import.updated':
        importChanged(accountId)
        movements()
        break
      case 'account.blocked':
        told.blocked(accountId)
        break
      case 'run.updated':
        runChanged(data as unknown as Run)
        failures()
        break
      default:
        break
    }
    figures()
  }

  const net = setInterval(figures, safetyNetMs)
  const stop = api.follow({
    event,
    opened() {
      setLine({ kind: 'open' })
      void loadWaiting()
      for (const refresh of [figures, inbox, requests, movements, deliveries, failures, refreshBooks]) refresh()
    },
    lost: (retryInMs) => setLine({ kind: 'lost', retryAt: Date.now() + retryInMs }),
  })
  return () => {
    clearInterval(net)
    stop()
  }
}
