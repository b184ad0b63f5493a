const numbers = new Map<string, number>()
const mostRemembered = 20_000

/** `2026-11-20` → days since 1970; the same few hundred days return, so they are remembered. */
export function dayNumber(day: string): number {
  const known = numbers.get(day)
  if (known !== undefined) return known
  if (numbers.size > mostRemembered) numbers.clear()
  const number = Math.round(Date.parse(`${day}T00:00:00Z`) / 86_400_000)
  numbers.set(day, number)
  return number
}
