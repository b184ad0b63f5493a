/** Minor units as BAI2 writes them: digits without a point, with or without a sign; null when it is something else. */
export function minorOf(text: string): number | null {
  if (!/^[+-]?\d{1,18}$/.test(text)) return null
  const minor = Number(text)
  return Number.isSafeInteger(minor) ? minor + 0 : null
}
