import { randomUUID } from 'node:crypto'
import type { Store } from '../../db/store.ts'
import type { SavedMapping } from '../../imports/types.ts'
import type { Clock } from '../../ports.ts'
import { csvMappingSchema } from '../../statements/csv/mapping.ts'
import type { Actor, Audit } from '../audit/service.ts'
import { invalidRequest, notFound } from '../errors.ts'
import { type MappingRow, mappingQueries } from './mapping-queries.ts'

/** How a table is read, kept per header and ledger (3.9, 4.5.4). */
export interface Mapping {
  readonly id: string
  readonly userId: string
  readonly ledgerId: string | null
  /** A bank's statement, or an export of the general ledger. */
  readonly subject: 'statement' | 'books'
  readonly name: string
  readonly signature: string
  /** For statements a `CsvMapping`. */
  readonly mapping: unknown
  /** Answers that were given to questions, by question code. */
  readonly answers: Readonly<Record<string, string>>
  readonly version: number
  readonly createdAt: number
  readonly modifiedAt: number
}

export interface MappingInput {
  readonly ledgerId: string | null
  readonly subject: Mapping['subject']
  readonly name: string
  readonly mapping: unknown
  readonly answers: Readonly<Record<string, string>>
}

/** What an import was read with, to be kept for the next one. */
export interface ReadMapping {
  readonly signature: string
  readonly name: string
  readonly value: unknown
  readonly answers: Readonly<Record<string, string>>
}

export interface Mappings {
  /** Throws 404. */
  get(userId: string, id: string): Mapping
  /** What imports into a ledger may apply by themselves. */
  ofLedger(userId: string, ledgerId: string): SavedMapping[]
  /** 400 for a mapping that no statement could be read with. One mapping per header and ledger: another replaces it. */
  create(actor: Actor, input: MappingInput): Mapping
  change(actor: Actor, id: string, change: Partial<Pick<MappingInput, 'name' | 'mapping' | 'answers'>>): Mapping
  remove(actor: Actor, id: string): void
  /** Keeps what an import was read with; answers the id of the mapping. */
  keep(actor: Actor, ledgerId: string, read: ReadMapping): string
}

const toMapping = (row: MappingRow): Mapping => ({
  id: row.id,
  userId: row.user_id,
  ledgerId: row.ledger_id,
  subject: row.subject,
  name: row.name,
  signature: row.signature,
  mapping: JSON.parse(row.mapping),
  answers: JSON.parse(row.answers) as Record<string, string>,
  version: row.version,
  createdAt: row.created_at,
  modifiedAt: row.modified_at,
})

/** The header a mapping is for; throws 400 when it cannot be used. */
function signatureOf(subject: Mapping['subject'], mapping: unknown): string {
  if (subject === 'statement') {
    const parsed = csvMappingSchema.safeParse(mapping)
    if (parsed.success) return parsed.data.signature
    const [issue] = parsed.error.issues
    const where = ['mapping', ...(issue?.path ?? [])].join('.')
    throw invalidRequest(`${where}: ${issue?.message ?? 'cannot be used'}`, { [where]: issue?.message ?? '' })
  }
  const signature = (mapping as { signature?: unknown } | null)?.signature
  return typeof signature === 'string' ? signature : ''
}

/** Mappings of tables: kept by imports, changed by people. */
export function createMappings({ store, audit, now }: { store: Store; audit: Audit; now: Clock }): Mappings {
  const queries = mappingQueries(store.db)

  function get(userId: string, id: string): Mapping {
    const row = queries.byId(userId, id)
    if (!row) throw notFound(`Mapping ${id}`)
    return toMapping(row)
  }
  function write(actor: Actor, mapping: Mapping, before: Mapping | null): Mapping {
    queries.put({
      ...mapping,
      mapping: JSON.stringify(mapping.mapping),
      answers: JSON.stringify(mapping.answers),
    })
    const action = before ? 'change' : 'create'
    audit.record({ actor, entity: 'mapping', entityId: mapping.id, action, before, after: mapping })
    return mapping
  }
  function put(actor: Actor, input: MappingInput, signature: string): Mapping {
    const row =
      input.ledgerId === null ? null : queries.bySignature(actor.userId, input.ledgerId, input.subject, signature)
    const before = row ? toMapping(row) : null
    const isSame =
      before !== null &&
      before.name === input.name &&
      JSON.stringify([before.mapping, before.answers]) === JSON.stringify([input.mapping, input.answers])
    if (isSame) return before
    const after: Mapping = {
      ...input,
      id: before?.id ?? randomUUID(),
      userId: actor.userId,
      signature,
      version: (before?.version ?? 0) + 1,
      createdAt: before?.createdAt ?? now(),
      modifiedAt: now(),
    }
    return write(actor, after, before)
  }

  return {
    get,
    ofLedger: (userId, ledgerId) => queries.ofLedger(userId, ledgerId).map(toMapping),
    create: (actor, input) => store.write(() => put(actor, input, signatureOf(input.subject, input.mapping))),
    change: (actor, id, change) =>
      store.write(() => {
        const before = get(actor.userId, id)
        const mapping = change.mapping === undefined ? before.mapping : change.mapping
        const after: Mapping = {
          ...before,
          name: change.name ?? before.name,
          mapping,
          answers: change.answers ?? before.answers,
          signature: signatureOf(before.subject, mapping),
          version: before.version + 1,
          modifiedAt: now(),
        }
        return write(actor, after, before)
      }),
    remove: (actor, id) =>
      store.write(() => {
        const before = get(actor.userId, id)
        queries.remove(id)
        audit.record({ actor, entity: 'mapping', entityId: id, action: 'delete', before })
      }),
    keep: (actor, ledgerId, read) =>
      store.write(() => {
        const known = queries.bySignature(actor.userId, ledgerId, 'statement', read.signature)
        const name = known?.name ?? read.name
        return put(
          actor,
          { ledgerId, subject: 'statement', name, mapping: read.value, answers: read.answers },
          read.signature,
        ).id
      }),
  }
}
