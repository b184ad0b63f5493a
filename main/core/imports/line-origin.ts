import type { Database } from '../db/open.ts'
import type { ResolvedLine } from './line-table.ts'

/** Since when a line is there: the import or the movement that brought it, or another line of the same upload. */
export type LineOrigin =
  | { readonly kind: 'import'; readonly id: string; readonly fileName: string; readonly at: number }
  | { readonly kind: 'movement'; readonly id: string; readonly at: number }
  | { readonly kind: 'upload' }

/** Tells where known lines are from; null for lines that are not known. */
export function lineOrigins(db: Database): (line: ResolvedLine) => LineOrigin | null {
  const imported = db.prepare<[string], { id: string; fileName: string; at: number }>(
    'select id, file_name as fileName, created_at as at from statement_imports where id = ?',
  )
  const movement = db.prepare<[string], { id: string; at: number }>(
    'select id, ingested_at as at from movements where id = ?',
  )
  return ({ outcome, sinceImport, movementId }) => {
    if (outcome !== 'known') return null
    const file = sinceImport === null ? undefined : imported.get(sinceImport)
    if (file) return { kind: 'import', ...file }
    const row = movementId === null ? undefined : movement.get(movementId)
    return row ? { kind: 'movement', ...row } : { kind: 'upload' }
  }
}
