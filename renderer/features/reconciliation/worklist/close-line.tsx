import { api } from '../../../api.ts'
import { useLoaded } from '../../../shared/resource.ts'
import type { RunOfBooks } from '../ledger-api.ts'
import { items, refreshRun } from '../store.ts'
import { CloseItemDialog } from './dialogs.tsx'

/** Closes a line and goes on to the next. */
export function CloseLine({
  id,
  run,
  onClose,
  onDecided,
}: {
  id: string
  run: RunOfBooks
  onClose: () => void
  onDecided: () => void
}) {
  const { data } = useLoaded(items, id)
  if (!data) return null
  return (
    <CloseItemDialog
      ledgerId={run.ledger_id}
      amount={data.open_amount}
      onClose={onClose}
      onConfirm={async (closing) => {
        await api.books.closeItem(id, closing)
        onDecided()
        refreshRun(run.id)
      }}
    />
  )
}
