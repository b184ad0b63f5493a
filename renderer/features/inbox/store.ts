import { create, useStore } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { api } from '../../api.ts'
import type { InboxItem, Suggestion } from '../../api-types.ts'
import { createList } from '../../shared/list/create-list.ts'
import { indexWhere, type ListWindow, rowAt, withoutRow } from '../../shared/list/list-window.ts'
import { createResource } from '../../shared/resource.ts'

/** Everything that needs a person; held as a window, so that ten thousand questions stay fluid. */
export const inboxList = createList<InboxItem, object>((_everything, span, signal) => api.inbox(span, signal))

type InboxWindow = ListWindow<InboxItem>

export const useInbox = <T>(select: (list: InboxWindow) => T): T => useStore(inboxList.store, select)

/** Asked for at the start and after every hint; the count of it stands on every screen. */
export function loadInbox(): void {
  if (inboxList.store.getState().total === null) inboxList.show({})
  else inboxList.refresh()
}

export const placeIn = (list: InboxWindow, id: string | null): number => indexWhere(list, (item) => item.id === id)
export const itemIn = (list: InboxWindow, id: string | null): InboxItem | undefined => rowAt(list, placeIn(list, id))

/** Takes an answered item out of the list at once, so that the next one is there; the program's own answer follows. */
export function takeOut(id: string): void {
  answered(id)
  inboxList.store.setState((list) => withoutRow(list, placeIn(list, id)))
  inboxList.refresh()
}

const inAnswer = new Set<string>()

/** Answered here, though it waits until the program or the bank says so. */
export const answered = (id: string): void => void inAnswer.add(id)
export const isAnswered = (id: string): boolean => inAnswer.has(id)

/** Items that are open in the detail, also those beyond the list. */
export const inboxItems = createResource<InboxItem>(api.inboxItem)

/** A decision of this window that can be taken back. */
export interface Decision {
  readonly kind: 'choice' | 'suggestion' | 'refusal' | 'file'
  readonly itemId: string
  /** Of a file: its account and its import. */
  readonly subjectId: string
  /** What could be chosen from; only for a choice. */
  readonly candidates?: readonly string[]
  /** Which refusal it was; only for "none of these". */
  readonly refusalId?: string
  /** What was decided about, in words. */
  readonly about: string
}

interface Sitting {
  /** Latest last. */
  readonly decisions: readonly Decision[]
  /** Marked for one answer to all of them, with what is needed to give it wherever the list stands. */
  readonly marked: readonly MarkedItem[]
}

export type MarkedItem = Pick<InboxItem, 'id' | 'kind' | 'subject_id' | 'reference'>

const mostDecisions = 50

/** What a reload in the middle must not lose. */
export const useSitting = create<Sitting>()(
  persist((): Sitting => ({ decisions: [], marked: [] }), {
    name: 'reconbanker.inbox',
    version: 1,
    storage: createJSONStorage(() => sessionStorage),
  }),
)

export function remember(decision: Decision): void {
  useSitting.setState(({ decisions }) => ({ decisions: [...decisions, decision].slice(-mostDecisions) }))
}

export function toggleMarked({ id, kind, subject_id, reference }: MarkedItem): void {
  useSitting.setState(({ marked }) => ({
    marked: marked.some((each) => each.id === id)
      ? marked.filter((each) => each.id !== id)
      : [...marked, { id, kind, subject_id, reference }],
  }))
}

export function unmark(ids: readonly string[]): void {
  useSitting.setState(({ marked }) => ({ marked: marked.filter(({ id }) => !ids.includes(id)) }))
}

export const suggestions = createResource<Suggestion>(api.suggestion)
export const decideSuggestion = (id: string, verb: 'accept' | 'reject'): Promise<unknown> =>
  api.decideSuggestion(id, verb)

/**
 * Asks again what was chosen, if all that could be chosen still can: with less to choose from the program might decide
 * by itself what the person has just taken back.
 */
async function askAgain({ subjectId, candidates = [] }: Decision): Promise<void> {
  await api.undoMatch(subjectId)
  const now = await api.candidates(subjectId)
  const isFree = (id: string) => now.some((candidate) => candidate.id === id && candidate.consumed_by === null)
  if (candidates.length > 1 && candidates.every(isFree)) await api.matchNow(subjectId)
}

/** Takes the decision back; answers whether it is asked again. */
export async function takeBack(decision: Decision): Promise<boolean> {
  if (decision.kind === 'choice') await askAgain(decision)
  else if (decision.kind === 'refusal') await api.takeBackRefusal(decision.subjectId, decision.refusalId ?? '')
  else if (decision.kind === 'file') {
    const [accountId = '', importId = ''] = decision.subjectId.split('/')
    await api.decideFile(accountId, importId, 'reopen')
  } else await api.decideSuggestion(decision.subjectId, 'reopen')
  useSitting.setState(({ decisions }) => ({ decisions: decisions.filter((each) => each !== decision) }))
  inAnswer.delete(decision.itemId)
  loadInbox()
  return api.inboxItem(decision.itemId).then(
    () => true,
    () => false,
  )
}
