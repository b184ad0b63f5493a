/** Something that is not as the trail says. */
export interface Fault {
  readonly kind: 'event' | 'object'
  /** As in the trail: `audit_event`, `ledger`, `ledger_entry`, `run`, `match`, `item`, `rule` … */
  readonly entity: string
  readonly id: string
  readonly field: string | null
  readonly code: 'changed' | 'missing' | 'not_recorded' | 'not_deleted' | 'broken_link' | 'gap' | 'trigger'
  readonly message: string
  /** Whose row it is, where that is known without the trail; null where nobody can say any more. */
  readonly userId?: string | null
}

export const changed = (entity: string, id: string, field: string, recorded: unknown, found: unknown): Fault => ({
  kind: 'object',
  entity,
  id,
  field,
  code: 'changed',
  message: `${entity} ${id}: ${field} is ${shown(found)}, recorded was ${shown(recorded)}`,
})
export const objectFault = (entity: string, id: string, code: Fault['code'], what: string): Fault => ({
  kind: 'object',
  entity,
  id,
  field: null,
  code,
  message: `${entity} ${id} ${what}`,
})

/** Values are cut: names and texts of the books do not belong in a terminal at length. */
function shown(value: unknown): string {
  const text = value === undefined ? 'absent' : JSON.stringify(value)
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`
}

/** Fields in which two objects differ, compared as they are kept in the trail. */
export function differences(
  entity: string,
  id: string,
  recorded: Readonly<Record<string, unknown>>,
  found: Readonly<Record<string, unknown>>,
  ignored: readonly string[] = [],
): Fault[] {
  const names = new Set([...Object.keys(recorded), ...Object.keys(found)])
  for (const name of ignored) names.delete(name)
  return [...names].flatMap((name) =>
    JSON.stringify(recorded[name]) === JSON.stringify(found[name])
      ? []
      : [changed(entity, id, name, recorded[name], found[name])],
  )
}
