import { invalidRequest } from './errors.ts'

/** How a value of a field is compared, and read from a filter. */
export type FieldKind = 'text' | 'number' | 'boolean' | 'instant'

export type Comparison = 'eq' | 'ne' | 'gt' | 'gte' | 'lt' | 'lte'
/** What a filter wants of one field; texts and numbers as they are compared, booleans as 0 and 1, instants in milliseconds. */
export type Condition<Key> = { readonly key: Key } & (
  | { readonly operator: Comparison; readonly value: string | number }
  | { readonly operator: 'in'; readonly values: readonly (string | number)[] }
  | { readonly operator: 'contains'; readonly text: string }
  | { readonly operator: 'is_null'; readonly isNull: boolean }
)

const comparisons: ReadonlySet<string> = new Set<Comparison>(['eq', 'ne', 'gt', 'gte', 'lt', 'lte'])
const isComparison = (name: string): name is Comparison => comparisons.has(name)

function readValue(field: string, kind: FieldKind, value: unknown): string | number {
  if (kind === 'boolean' && typeof value === 'boolean') return value ? 1 : 0
  if (kind === 'number' && (typeof value === 'number' || /^-?\d{1,15}$/.test(String(value)))) return Number(value)
  if (kind === 'instant' && typeof value === 'string' && Number.isFinite(Date.parse(value))) return Date.parse(value)
  if (kind === 'text' && (typeof value === 'string' || typeof value === 'number')) return String(value)
  throw invalidRequest(`The filter on ${field} has a value of a wrong kind`, { [field]: `must be a ${kind}` })
}

function conditionsOn<Key extends { readonly kind: FieldKind }>(
  field: string,
  key: Key,
  wanted: unknown,
): Condition<Key>[] {
  if (wanted === null) return [{ key, operator: 'is_null', isNull: true }]
  if (typeof wanted !== 'object') return [{ key, operator: 'eq', value: readValue(field, key.kind, wanted) }]
  // Nothing to compare with would list everything.
  if (Object.keys(wanted).length === 0)
    throw invalidRequest(`The filter on ${field} does not say what is wanted`, {
      [field]: 'must be a value, or use eq, ne, gt, gte, lt, lte, in, contains or is_null',
    })
  return Object.entries(wanted).map(([operator, value]): Condition<Key> => {
    if (isComparison(operator)) return { key, operator, value: readValue(field, key.kind, value) }
    if (operator === 'in' && Array.isArray(value) && value.length <= 500)
      return { key, operator, values: value.map((one) => readValue(field, key.kind, one)) }
    if (operator === 'contains' && typeof value === 'string') return { key, operator, text: value }
    if (operator === 'is_null' && typeof value === 'boolean') return { key, operator, isNull: value }
    throw invalidRequest(`The filter on ${field} uses "${operator}" in a way it does not know`, {
      [field]: 'must use eq, ne, gt, gte, lt, lte, in, contains or is_null',
    })
  })
}

/** Finds the key that a query names. Throws 400 that names the field and the known ones. */
export function keyNamed<Key>(keys: Readonly<Record<string, Key>>, name: string, where: string): Key {
  const found = Object.hasOwn(keys, name) ? keys[name] : undefined
  if (found) return found
  throw invalidRequest(`${where} names an unknown field: ${name}`, {
    [name]: `must be one of ${Object.keys(keys).join(', ')}`,
  })
}

/** What a `filter` (JSON text) wants of the list's own keys. Throws 400 for anything it does not know (case 131). */
export function readFilter<Key extends { readonly kind: FieldKind }>(
  text: string | undefined,
  keys: Readonly<Record<string, Key>>,
): Condition<Key>[] {
  const refuse = () => invalidRequest('filter must be a JSON object', { filter: 'must be a JSON object' })
  let filter: unknown
  try {
    filter = JSON.parse(text ?? '{}')
  } catch {
    throw refuse()
  }
  if (filter === null || typeof filter !== 'object' || Array.isArray(filter)) throw refuse()
  return Object.entries(filter).flatMap(([name, wanted]) => conditionsOn(name, keyNamed(keys, name, 'filter'), wanted))
}
