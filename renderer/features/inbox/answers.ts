import { api } from '../../api.ts'
import { answered, loadInbox, type MarkedItem, remember, unmark } from './store.ts'

/** The same answer to everything that is marked. Each is answered by itself; throws what was refused first. */
export async function answerAll(items: readonly MarkedItem[]): Promise<void> {
  try {
    for (const { kind, subject_id, id } of items) {
      if (kind !== 'delivery') continue
      await api.resendDelivery(subject_id)
      answered(id)
    }
    const suggested = items.filter(({ kind }) => kind === 'suggestion')
    if (suggested.length === 0) return
    const { accepted, refused } = await api.acceptSuggestions(suggested.map(({ subject_id }) => subject_id))
    for (const { id: itemId, subject_id: subjectId, reference } of suggested)
      if (accepted.some(({ id }) => id === subjectId)) {
        remember({ kind: 'suggestion', itemId, subjectId, about: reference ?? '' })
        answered(itemId)
      }
    const [first] = refused
    if (first) throw new Error(first.message)
  } finally {
    unmark(items.map(({ id }) => id))
    loadInbox()
  }
}
