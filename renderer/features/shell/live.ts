import { api } from '../../api.ts'
import type { CoreEvent, Run } from '../../api-types.ts'
import { throttled } from '../../shared/throttle.ts'
import { loadAccounts, runChanged } from '../accounts/store.ts'
import { deliveryDetails, deliveryList, subjectDeliveries } from '../deliveries/store.ts'
import { movementDetails, movementList } from '../movements/store.ts'
import { requestDetails, requestList } from '../requests/store.ts'
import { loadOverview, setLine } from './overview.ts'

/** A batch of ten thousand movements is ten thousand hints; the screen needs one look a second. */
const calm = 1000

/** Follows the program while somebody is signed in: each hint fetches again what it concerns, if it is on the screen. */
export function startLive(onBlocked: (accountId: string) => void): () => void {
  const figures = throttled(() => {
    void loadAccounts()
    void loadOverview()
  }, calm)
  const requests = throttled(() => {
    requestList.refresh()
    requestDetails.refresh()
  }, calm)
  const movements = throttled(() => {
    movementList.refresh()
    movementDetails.refresh()
  }, calm)
  const deliveries = throttled(() => {
    deliveryList.refresh()
    deliveryDetails.refresh()
    subjectDeliveries.refresh()
  }, calm)

  const event = ({ type, accountId, data }: CoreEvent) => {
    switch (type) {
      case 'request.updated':
        requests()
        break
      case 'movement.created':
        movements()
        break
      case 'delivery.updated':
        deliveries()
        break
      case 'account.blocked':
        onBlocked(accountId)
        break
      case 'run.updated':
        runChanged(data as unknown as Run)
        break
      default:
        break
    }
    figures()
  }

  return api.follow({
    event,
    opened() {
      setLine({ kind: 'open' })
      for (const refresh of [figures, requests, movements, deliveries]) refresh()
    },
    lost: (retryInMs) => setLine({ kind: 'lost', retryAt: Date.now() + retryInMs }),
  })
}
