import { api, type RequestFilter } from '../../api.ts'
import type { Refusal, Request, RequestDetail, Suggestion } from '../../api-types.ts'
import { saveFile } from '../../desktop.ts'
import { createList } from '../../shared/list/create-list.ts'
import { createResource } from '../../shared/resource.ts'

export const requestList = createList<Request, RequestFilter>(api.requests)
export const requestDetails = createResource(api.request)
export const candidateLists = createResource(api.candidates)

export const suggestionLists = createResource(api.suggestions)

/** A search is a request and words in one id, so that a late answer is never drawn for other words. */
export const searchKey = (id: string, words: string): string => `${id} ${words}`
export const foundCandidates = createResource((key) => {
  const at = key.indexOf(' ')
  return api.searchCandidates(key.slice(0, at), key.slice(at + 1))
})

/** A decision changes the request, what may be chosen for it, and its place in the list. */
const decided = (id: string) => {
  candidateLists.refresh(id)
  suggestionLists.refresh()
  requestList.refresh()
}

/** Answered from the page of one of its requests, which is fetched again. */
async function decideSuggestion({ id }: Suggestion, verb: 'accept' | 'reject', requestId: string): Promise<void> {
  await api.decideSuggestion(id, verb)
  requestDetails.refresh()
  decided(requestId)
}
export const acceptSuggestion = (suggestion: Suggestion, requestId: string): Promise<void> =>
  decideSuggestion(suggestion, 'accept', requestId)
export const rejectSuggestion = (suggestion: Suggestion, requestId: string): Promise<void> =>
  decideSuggestion(suggestion, 'reject', requestId)

export async function saveNote(id: string, text: string): Promise<void> {
  requestDetails.set(id, await api.noteRequest(id, text.trim() || null))
}

export async function chooseCandidate(id: string, movementId: string): Promise<void> {
  requestDetails.set(id, await api.choose(id, movementId))
  decided(id)
}

export async function refuseCandidates(id: string, movementIds: readonly string[]): Promise<RequestDetail> {
  const request = await api.refuse(id, movementIds)
  requestDetails.set(id, request)
  decided(id)
  return request
}

/** A whole list is taken back by the request, a rejected suggestion by itself. */
export async function takeBackRefusal(id: string, refusal: Pick<Refusal, 'id' | 'kind'>): Promise<void> {
  if (refusal.kind === 'candidates') requestDetails.set(id, await api.takeBackRefusal(id, refusal.id))
  else {
    await api.decideSuggestion(refusal.id, 'reopen')
    requestDetails.refresh()
  }
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
