import type { Database } from '../../db/open.ts'
import { releaseKnownLines } from './enrich.ts'
import { fileQueries } from './file-queries.ts'

/** Lines from which on a removal is work for a thread. */
const manyLines = 1000

const removing = JSON.stringify({ code: 'removing', message: 'The file is being removed.' })

/** SQL of removing a source file; for the main connection and for that of a thread. */
export function sourceRemoval(db: Database) {
  const files = fileQueries(db)
  const allocated = 'e.closed_at is not null or e.allocated <> 0 or e.allocated_parts <> 0'
  const used = db
    .prepare<[string], number>(
      `select exists (
         select 1 from source_entries e where e.source_file_id = ? and (${allocated}
           or exists (select 1 from match_legs g join ledger_matches m on m.id = g.match_id
             where g.source_entry_id = e.id and m.status = 'accepted')))`,
    )
    .pluck()
  const isAllocated = db
    .prepare<[string], number>(
      `select exists (select 1 from source_entries e where e.source_file_id = ? and (${allocated}))`,
    )
    .pluck()
  /** Notifications that divided lines of the file: what they brought goes with those lines. */
  const dividedBy = db
    .prepare<[string], string>(
      `select distinct e.source_file_id from source_entries p join source_entries e on e.parent_entry_id = p.id
       where p.source_file_id = ? and e.source_file_id is not p.source_file_id and e.source_file_id is not null`,
    )
    .pluck()
  const hide = db.prepare(`update source_files set status = 'failed', error = ?, idempotency_key = null where id = ?`)
  const count = db.prepare<[string], number>('select count(*) from source_entries where source_file_id = ?').pluck()
  const isLarge = db
    .prepare<[string], number>(
      `select count(*) = ${manyLines} from (select 1 from source_entries where source_file_id = ? limit ${manyLines})`,
    )
    .pluck()
  return {
    isLarge: (fileId: string) => isLarge.get(fileId) === 1,
    /** Whether an accepted match or a closing rests on a line of the file. */
    isUsed: (fileId: string) => used.get(fileId) === 1,
    /** The same by what lines say of themselves: quick enough for the transaction that decides. */
    isAllocated: (fileId: string) => isAllocated.get(fileId) === 1,
    file: files.anyById,
    /** Gives lines back that other files brought too; answers those files, and those whose parts go with the lines. */
    release: (fileId: string): string[] => {
      const dividing = dividedBy.all(fileId)
      return [...new Set([...releaseKnownLines(db, fileId), ...dividing])]
    },
    /** From here on nobody sees the lines of the file (view `items`). */
    hide: (fileId: string) => hide.run(removing, fileId),
    countLines: (fileId: string) => count.get(fileId) ?? 0,
  }
}
