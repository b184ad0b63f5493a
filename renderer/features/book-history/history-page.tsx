import { useFilter } from '../../shared/list/use-filter.ts'
import { BooksTabs } from '../books/books-tabs.tsx'
import { HistoryView } from './history-view.tsx'
import { TrailStrip } from './trail-strip.tsx'

/** Everything that was done in the books, and whether that record is whole. */
export function HistoryPage() {
  const { read } = useFilter()
  return (
    <>
      <BooksTabs />
      <TrailStrip />
      <HistoryView entityId={read('of') ?? undefined} />
    </>
  )
}
