import { withoutZeros } from './words.ts'

/** Numbers below this many significant characters are no evidence by themselves (6.4). */
const fewestSignificant = 5
const fewestShort = 3

const placeholders =
  /^(?:NOTPROVIDED|NOTAPPLICABLE|NONREF|NOREF|NOREFERENCE|NA|NONE|NULL|UNKNOWN|UNDEFINED|SINREFERENCIA|SINREF|X+|0+|)$/

export const isPlaceholder = (normal: string): boolean => placeholders.test(normal)

/** What a document number is worth as evidence, by its normal form. */
export function strengthOf(normal: string): 'full' | 'short' | null {
  if (isPlaceholder(normal) || isYear(normal) || isDate(normal)) return null
  const digits = normal.replace(/\D/g, '').length
  if (digits < 2) return null
  const significant = withoutZeros(normal).length
  if (significant >= fewestSignificant) return 'full'
  return significant >= fewestShort ? 'short' : null
}

const isYear = (text: string): boolean => /^(?:19|20)\d\d$/.test(text)

/** Eight or six digits that are a day, in the usual orders. */
export function isDate(text: string): boolean {
  const isDay = (day: string, month: string): boolean =>
    Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12
  const found = /^(\d\d)(\d\d)((?:19|20)\d\d)$/.exec(text)
  if (found && (isDay(found[1] as string, found[2] as string) || isDay(found[2] as string, found[1] as string)))
    return true
  const iso = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(text)
  return iso !== null && isDay(iso[3] as string, iso[2] as string)
}

/** The amount of the same line, in minor or whole units. */
export function isAmount(digits: string, amount: number): boolean {
  const value = Math.abs(amount)
  const text = withoutZeros(digits)
  return text === String(value) || (value % 100 === 0 && text === String(value / 100))
}
