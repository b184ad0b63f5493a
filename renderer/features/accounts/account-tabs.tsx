import { useParams } from 'react-router'
import { MovementsView } from '../movements/movements-view.tsx'
import { RequestsView } from '../requests/requests-view.tsx'

export function AccountRequests() {
  const { accountId = '' } = useParams()
  return <RequestsView key={accountId} accountId={accountId} base={`/accounts/${accountId}/requests`} />
}

export function AccountMovements() {
  const { accountId = '' } = useParams()
  return <MovementsView key={accountId} accountId={accountId} base={`/accounts/${accountId}/movements`} />
}
