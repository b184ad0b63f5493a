import { api, type RequestFilter } from '../../api.ts'
import type { Request } from '../../api-types.ts'
import { saveFile } from '../../desktop.ts'
import { createList } from '../../shared/list/create-list.ts'
import { createResource } from '../../shared/resource.ts'

export const requestList = createList<Request, RequestFilter>(api.requests)
export const requestDetails = createResource(api.request)
export const candidateLists = createResource(api.candidates)

/** A decision changes the request, what may be chosen for it, and its place in the list. */
const decided = (id: string) => {
  candidateLists.refresh(id)
  requestList.refresh()
}

export async function chooseCandidate(id: string, movementId: string): Promise<void> {
  requestDetails.set(id, await api.choose(id, movementId))
  decided(id)
}

export async function undoMatch(id: string): Promise<void> {
  requestDetails.set(id, await api.undoMatch(id))
  decided(id)
}

export const matchNow = (id: string): Promise<unknown> => api.matchNow(id)
export const resendRequest = (id: string): Promise<unknown> => api.resendRequest(id)

export async function exportRequests(filter: RequestFilter, name: string): Promise<void> {
  await saveFile(`${name}.csv`, 'text/csv', await api.requestsCsv(filter))
}
