import type { Database } from '../../db/open.ts'
import { digestLines, type LineDigest } from '../audit/line-digest.ts'
import type { Actor, Audit } from '../audit/service.ts'
import type { Run } from '../runs/types.ts'
import { type FileRow, fileQueries } from './file-queries.ts'

/** What the trail says of source files: what was read, and what became of its lines since. */
export function createSourceTrail(db: Database, audit: Audit) {
  const queries = fileQueries(db)
  const imported = (actor: Actor, runId: string, file: FileRow & { readonly lines: LineDigest | undefined }) =>
    audit.record({ actor, entity: 'source_file', entityId: file.id, runId, action: 'import', after: file })
  return {
    imported,
    /** Lines of an earlier file were completed or given back: the trail knows them as they are now. */
    enriched(actor: Actor, fileId: string, lines: LineDigest): void {
      const file = queries.anyById(fileId)
      if (!file) return
      const after = { ...file, lines }
      audit.record({ actor, entity: 'source_file', entityId: fileId, runId: file.run_id, action: 'enrich', after })
    },
    /** Files that were there as a whole when the program died, but not yet in the trail; answers how many. */
    recordUntold(run: Run): number {
      const untold = queries
        .ofRun(run.id)
        .filter(({ status, id }) => status === 'processed' && audit.last('source_file', id, ['import']) === null)
      for (const file of untold)
        imported({ userId: run.userId, name: 'engine' }, run.id, { ...file, lines: digestLines(db, file.id) })
      return untold.length
    },
  }
}
