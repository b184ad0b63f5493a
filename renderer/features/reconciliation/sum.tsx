import textClasses from '../../shared/ui/text.module.css'
import type { Money } from './ledger-api.ts'
import { useBookFormats } from './use-book-formats.ts'

/** An amount of the books with its currency small beside it; a dash where there is none. */
export function Sum({ value, bare = false }: { value: Money | null; bare?: boolean }) {
  const { amount } = useBookFormats()
  if (value === null) return <span className={textClasses.currency}>–</span>
  return (
    <span className={textClasses.amount}>
      {amount(value)}
      {!bare && <span className={textClasses.currency}> {value.currency}</span>}
    </span>
  )
}

/** A bank day. */
export function Day({ day }: { day: string | null }) {
  const formats = useBookFormats()
  if (day === null) return <span className={textClasses.currency}>–</span>
  return <time dateTime={day}>{formats.day(day)}</time>
}
