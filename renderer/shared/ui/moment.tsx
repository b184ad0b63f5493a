import { useFormats } from '../use-formats.ts'
import { useNow } from '../use-now.ts'

/** An instant: relative or as a date with time, the exact one on hover. */
export function Moment({ at, form = 'date' }: { at: string; form?: 'relative' | 'date' }) {
  const formats = useFormats()
  // What happened since the clock last moved is past, not to come.
  const now = Math.max(useNow(), Math.min(Date.parse(at), Date.now()))
  return (
    <time dateTime={at} title={formats.exact(at)}>
      {form === 'relative' ? formats.relative(at, now) : formats.dateTime(at, now)}
    </time>
  )
}
