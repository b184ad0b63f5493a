import { api } from '../../../api.ts'
import { useLoaded } from '../../../shared/resource.ts'
import { loadBooks } from '../../books/store.ts'
import type { ProposedBooking, RunOfBooks } from '../ledger-api.ts'
import { items, refreshRun } from '../store.ts'
import { BookAndMatchDialog } from './book-and-match-dialog.tsx'
import { CloseItemDialog } from './close-item-dialog.tsx'
import { NoteDialog } from './dialogs.tsx'
import { SplitDialog } from './split-dialog.tsx'

export type LineDialog = 'close' | 'book' | 'split' | 'note'

/** What can be asked about one line of the statement; after a decision the next one is there. */
export function LineDialogs({
  dialog,
  id,
  run,
  proposed,
  onClose,
  onDecided,
  onShow,
}: {
  dialog: LineDialog
  id: string
  run: RunOfBooks
  proposed: ProposedBooking | null
  onClose: () => void
  onDecided: () => void
  /** Leads to a row by its key. */
  onShow: (key: string) => void
}) {
  const { data: item } = useLoaded(items, id)
  if (!item) return null
  const decided = () => {
    onDecided()
    refreshRun(run.id)
  }
  switch (dialog) {
    case 'close':
      return (
        <CloseItemDialog
          ledgerId={run.ledger_id}
          amount={item.open_amount}
          proposed={proposed}
          onClose={onClose}
          onConfirm={async (closing) => {
            await api.books.closeItem(id, { ...closing, version: item.version })
            decided()
          }}
        />
      )
    case 'book':
      return (
        <BookAndMatchDialog
          item={item}
          ledgerId={run.ledger_id}
          proposed={proposed}
          onClose={onClose}
          onConfirm={async (booking) => {
            await api.books.createAndMatch(id, booking)
            decided()
            void loadBooks()
          }}
        />
      )
    case 'split':
      return (
        <SplitDialog
          item={item}
          onClose={onClose}
          onConfirm={async (split) => {
            const { parts } = await api.books.splitItem(id, split)
            if (parts[0]) onShow(`item:${parts[0].id}`)
            refreshRun(run.id)
          }}
        />
      )
    case 'note':
      return (
        <NoteDialog
          note={item.note}
          onClose={onClose}
          onConfirm={async (note) => {
            await api.books.noteItem(id, note)
            refreshRun(run.id)
          }}
        />
      )
  }
}
