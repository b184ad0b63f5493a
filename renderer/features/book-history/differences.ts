/** A field of an object before and after, as it was recorded; undefined where it was not there. */
export interface FieldChange {
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

/** Fields that say nothing to a reader: they change with every write, or are keys of the program. The whole record folds out beneath. */
const silent = new Set([
  'at',
  'band',
  'createdAt',
  'createdBy',
  'entityId',
  'fingerprint',
  'id',
  'idClient',
  'idempotencyKey',
  'importKey',
  'key',
  'metadata',
  'modifiedAt',
  'modifiedBy',
  'numId',
  'requestHash',
  'runId',
  'settings',
  'sourceFileId',
  'stableKey',
  'statementId',
  'uploadSha256',
  'userId',
  'version',
])

/** Some records are written in the words of the database: `file_name` is `fileName`, so that a field has one name. */
export const nameOf = (field: string): string =>
  field.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

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

/** A list or a text of nothing, nought rules and no settings: as if the field were not there. */
function isNothing(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || value === '[]' || value === '{}') return true
  return typeof value === 'object' && Object.keys(value).length === 0
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  if (value === null || value === undefined) return {}
  if (typeof value !== 'object' || Array.isArray(value)) return { value }
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [nameOf(field), inner]))
}

/** What an event changed, field by field; for what began or ended every field that says something. */
export function changesOf(before: unknown, after: unknown): FieldChange[] {
  const [old, fresh] = [fieldsOf(recordOf(before)), fieldsOf(recordOf(after))]
  const said = (value: unknown) => (isNothing(value) ? undefined : value)
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])]
    .filter((field) => !silent.has(field))
    .filter((field) => JSON.stringify(old[field]) !== JSON.stringify(fresh[field]))
    .map((field) => ({ field, before: said(old[field]), after: said(fresh[field]) }))
    .filter(({ before: one, after: other }) => one !== undefined || other !== undefined)
}
