import type { ReactNode } from 'react'
import type { Failure } from '../failure.ts'
import { LoadFailure } from '../ui/states.tsx'
import classes from './list.module.css'

interface Props {
  toolbar: ReactNode
  /** What could not be loaded, in words. */
  what: string
  failure: Failure | null
  onRetry: () => void
  table: ReactNode
  panel: ReactNode
}

/** A list with its filters and, beside it, the detail that is open. */
export function ListPlace({ toolbar, what, failure, onRetry, table, panel }: Props) {
  return (
    <div className={classes.place}>
      <div className={classes.list}>
        {toolbar}
        {failure ? <LoadFailure what={what} failure={failure} onRetry={onRetry} /> : table}
      </div>
      {panel}
    </div>
  )
}
