import { BooksTabs } from './books-tabs.tsx'
import { RunTable } from './run-table.tsx'

export function RunsPage() {
  return (
    <>
      <BooksTabs />
      <RunTable />
    </>
  )
}
