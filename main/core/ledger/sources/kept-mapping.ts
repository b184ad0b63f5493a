import { csvSignature, mappingFor } from '../../imports/csv-header.ts'
import type { FileMember } from '../../imports/file-members.ts'
import type { SavedMapping } from '../../imports/types.ts'

/**
 * The kept mapping a table is read with (4.5.4): that of its header, or the nearest, at which the reader stops and says
 * what changed. A mapping sent along goes before it. Null where nothing was kept, and for files that are no tables.
 */
export async function keptMapping(
  member: FileMember,
  input: { readonly mapping: unknown; readonly mappings: readonly SavedMapping[] },
  encoding: string | null,
): Promise<SavedMapping | null> {
  if (input.mappings.length === 0 || (input.mapping !== undefined && input.mapping !== null)) return null
  const signature = await csvSignature(member, encoding)
  if (signature !== null) return mappingFor(signature, input.mappings)
  // A table without a header is known by nothing; the only one of its kind is meant, and its content is checked.
  const headless = input.mappings.filter(({ signature: kept }) => kept === '')
  return headless.length === 1 ? (headless[0] ?? null) : null
}
