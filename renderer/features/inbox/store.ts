import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import { api } from '../../api.ts'
import type { InboxItem, InboxPage, Suggestion } from '../../api-types.ts'
import { asFailure, type Failure } from '../../shared/failure.ts'
import { createResource } from '../../shared/resource.ts'
import { withoutItem } from './without-item.ts'

interface InboxState {
  /** `null` until the first answer. */
  readonly page: InboxPage | null
  readonly failure: Failure | null
}

/** More than anybody answers at a sitting; the rest comes up as these are answered. */
const mostHeld = 200

export const useInbox = create<InboxState>(() => ({ page: null, failure: null }))

let newest = 0

export async function loadInbox(): Promise<void> {
  newest += 1
  const turn = newest
  try {
    const page = await api.inbox({ limit: mostHeld, offset: 0 })
    // Of several answers under way only the one asked for last may be drawn.
    if (turn === newest) useInbox.setState({ page, failure: null })
  } catch (error) {
    if (turn === newest) useInbox.setState({ failure: asFailure(error) })
  }
}

/** Takes an answered item out of the list at once, so that the next one is there; the program's own answer follows. */
export function takeOut(id: string): void {
  newest += 1
  answered(id)
  useInbox.setState(({ page }) => ({ page: page && withoutItem(page, id) }))
  void loadInbox()
}

const inAnswer = new Set<string>()

/** Answered here, though it waits until the program or the bank says so. */
export const answered = (id: string): void => void inAnswer.add(id)
export const isAnswered = (id: string): boolean => inAnswer.has(id)

/** Items that are open in the detail, also those beyond the list. */
export const inboxItems = createResource<InboxItem>(api.inboxItem)

/** A decision of this window that can be taken back. */
export interface Decision {
  readonly kind: 'choice' | 'suggestion' | 'refusal'
  readonly itemId: string
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
  /** Items marked for one answer to all of them. */
  readonly marked: readonly string[]
}

const mostDecisions = 50

/** What a reload in the middle must not lose. */
export const useSitting = create<Sitting>()(
  persist((): Sitting => ({ decisions: [], marked: [] }), {
    name: 'reconbanker.inbox',
    storage: createJSONStorage(() => sessionStorage),
  }),
)

export function remember(decision: Decision): void {
  useSitting.setState(({ decisions }) => ({ decisions: [...decisions, decision].slice(-mostDecisions) }))
}

export function toggleMarked(id: string): void {
  useSitting.setState(({ marked }) => ({
    marked: marked.includes(id) ? marked.filter((each) => each !== id) : [...marked, id],
  }))
}

export function unmark(ids: readonly string[]): void {
  useSitting.setState(({ marked }) => ({ marked: marked.filter((id) => !ids.includes(id)) }))
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
  else await api.decideSuggestion(decision.subjectId, 'reopen')
  useSitting.setState(({ decisions }) => ({ decisions: decisions.filter((each) => each !== decision) }))
  inAnswer.delete(decision.itemId)
  await loadInbox()
  return api.inboxItem(decision.itemId).then(
    () => true,
    () => false,
  )
}
