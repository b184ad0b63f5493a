import { api } from '../../api.ts'
import { loadInbox, unmark, useInbox } from './store.ts'

/** The same answer to everything that is marked. What is no longer in the list needs none. */
export async function answerAll(ids: readonly string[]): Promise<void> {
  const items = useInbox.getState().page?.items.filter(({ id }) => ids.includes(id)) ?? []
  try {
    for (const { kind, subject_id, id } of items) {
      if (kind === 'delivery') await api.resendDelivery(subject_id)
      unmark([id])
    }
    unmark(ids)
  } finally {
    await loadInbox()
  }
}
