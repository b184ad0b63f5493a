import { useFormats } from '../../shared/use-formats.ts'
import { useNow } from '../../shared/use-now.ts'

/** A day of a bank, which is the same everywhere: noon of this computer is within it. */
export const atNoon = (day: string): string => `${day}T12:00:00`

export function BankDay({ day }: { day: string | null }) {
  const { date } = useFormats()
  const now = useNow()
  if (day === null) return <>–</>
  return <time dateTime={day}>{date(atNoon(day), now)}</time>
}
