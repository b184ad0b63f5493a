/** A field of an object before and after; undefined where it was not there. */
export interface FieldChange {
  readonly field: string
  readonly before: string | undefined
  readonly after: string | undefined
}

/** Fields that say nothing to a reader: they change with every write. */
const silent = new Set(['version', 'modifiedAt', 'modified_at', 'modifiedBy', 'modified_by', 'userId', 'user_id'])

/** Longer values are cut here; the whole record folds out beneath. */
const longest = 120

/** Instants are recorded in milliseconds; every such field ends in `At`. */
const isInstant = (field: string, value: unknown): value is number =>
  /(?:At|_at)$/.test(field) && typeof value === 'number'

function shown(field: string, value: unknown): string | undefined {
  if (isInstant(field, value)) return new Date(value).toISOString()
  if (value === undefined || value === null || value === '') return undefined
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length <= longest ? text : `${text.slice(0, longest)}…`
}

/** What wraps the object that an event is about: a match with its legs, a booking with its entries. */
const wrappers = ['match', 'item', 'transaction'] as const

/** The object itself, without what is recorded beside it. */
export function recordOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const found = wrappers
    .map((name) => (value as Record<string, unknown>)[name])
    .find((inner) => typeof inner === 'object')
  return found ?? value
}

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : value === null || value === undefined
      ? {}
      : { value }

/** What an event changed, field by field; for what began or ended every field that says something. */
export function changesOf(before: unknown, after: unknown): FieldChange[] {
  const [old, fresh] = [fieldsOf(recordOf(before)), fieldsOf(recordOf(after))]
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])]
    .filter((field) => !silent.has(field))
    .filter((field) => JSON.stringify(old[field]) !== JSON.stringify(fresh[field]))
    .map((field) => ({ field, before: shown(field, old[field]), after: shown(field, fresh[field]) }))
    .filter(({ before: one, after: other }) => one !== undefined || other !== undefined)
}
