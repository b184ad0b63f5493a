const dayShape = /^\d{4}-\d{2}-\d{2}$/

const midnight = (day: string | null, addDays: number): number | null => {
  if (day === null || !dayShape.test(day)) return null
  const at = new Date(`${day}T00:00`)
  at.setDate(at.getDate() + addDays)
  return Number.isNaN(at.getTime()) ? null : at.getTime()
}

const iso = (at: number | null): string | undefined => (at === null ? undefined : new Date(at).toISOString())

/** Inclusive days of the person's own calendar as instants: first moment of `from`, last millisecond of `to`. */
export function dayRange(from: string | null, to: string | null): { from: string | undefined; to: string | undefined } {
  const end = midnight(to, 1)
  return { from: iso(midnight(from, 0)), to: iso(end === null ? null : end - 1) }
}
