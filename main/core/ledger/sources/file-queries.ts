import type { Database } from '../../db/open.ts'
import type { StatementWarning } from '../../statements/types.ts'
import type { ImportInput } from './types.ts'

export interface FileRow {
  readonly id: string
  readonly run_id: string
  readonly file_name: string
  readonly size_bytes: number
  readonly sha256: string
  readonly upload_sha256: string
  readonly format: string | null
  readonly format_detail: string | null
  readonly encoding: string | null
  readonly status: 'processed' | 'failed'
  readonly error: string | null
  readonly warnings: string
  readonly imported: number
  readonly skipped_duplicates: number
  readonly skipped_other_account: number
  readonly not_booked: number
  readonly idempotency_key: string | null
  readonly mapping_id: string | null
  readonly archive_member: string | null
  readonly excluded_lines: string
  readonly created_at: number
  readonly created_by: string
}

const shown = `id, run_id, file_name, size_bytes, sha256, upload_sha256, format, format_detail, encoding, status, error, warnings,
  imported, skipped_duplicates, skipped_other_account, not_booked, idempotency_key, mapping_id, archive_member,
  excluded_lines, created_at, created_by`

interface UnfinishedFile {
  readonly id: string
  readonly input: ImportInput
  readonly member: string | null
  readonly isFirst: boolean
  readonly bytes: number
  readonly error: string
}

/** SQL of source files (3.4); for the main connection and for that of an import's thread. */
export function fileQueries(db: Database) {
  const insert = db.prepare(
    `insert into source_files (id, run_id, file_name, size_bytes, sha256, upload_sha256, status, error, idempotency_key,
       mapping_id, archive_member, created_at, created_by)
     values (@id, @runId, @fileName, @bytes, '', @uploadSha256, 'failed', @error, @idempotencyKey,
       @mappingId, @member, @at, @by)`,
  )
  const finish = db.prepare(
    `update source_files set status = 'processed', error = null, sha256 = @sha256, format = @format,
       format_detail = @formatDetail, encoding = @encoding, warnings = @warnings, imported = @imported,
       skipped_duplicates = @skippedDuplicates, skipped_other_account = @skippedOtherAccount, not_booked = @notBooked,
       excluded_lines = @excludedLines, content = @content
     where id = @id`,
  )
  // A failed upload may be sent again under the same key.
  const fail = db.prepare('update source_files set error = ?, idempotency_key = null where id = ?')
  const unfinished = db.prepare<[string], { id: string; archive_member: string | null }>(
    `select id, archive_member from source_files where run_id = ? and status = 'failed'
       and json_extract(error, '$.code') = 'interrupted'`,
  )
  const clearItems = db.prepare('delete from source_entries where source_file_id = ?')
  const clearStatements = db.prepare('delete from statements where source_file_id = ?')
  const remove = db.prepare('delete from source_files where id = ?')
  const byId = db.prepare<[string, string], FileRow>(`select ${shown} from source_files where run_id = ? and id = ?`)
  const anyById = db.prepare<[string], FileRow>(`select ${shown} from source_files where id = ?`)
  const ofRun = db.prepare<[string], FileRow>(
    `select ${shown} from source_files where run_id = ? order by created_at, archive_member, id`,
  )
  const byKey = db.prepare<[string, string], FileRow>(
    `select ${shown} from source_files where run_id = ? and idempotency_key = ?`,
  )
  const sameBytes = db.prepare<[string, string], { id: string; run_id: string }>(
    `select f.id, f.run_id from source_files f join reconciliation_runs r on r.id = f.run_id
     where r.ledger_id = ? and f.upload_sha256 = ? and f.status = 'processed' limit 1`,
  )
  const setMapping = db.prepare('update source_files set mapping_id = ? where id = ?')
  const content = db.prepare<[string], Buffer | null>('select content from source_files where id = ?').pluck()
  return {
    insertUnfinished: (file: UnfinishedFile) =>
      insert.run({
        id: file.id,
        runId: file.input.target.runId,
        fileName: file.input.fileName,
        bytes: file.bytes,
        uploadSha256: file.input.sha256,
        error: file.error,
        // One key names one upload: it stands at the first member of an archive.
        idempotencyKey: file.isFirst ? file.input.idempotencyKey : null,
        mappingId: file.input.mappingId,
        member: file.member,
        at: file.input.at,
        by: file.input.actor,
      }),
    finish: (file: {
      id: string
      sha256: string
      format: string
      formatDetail: string | null
      encoding: string
      warnings: readonly StatementWarning[]
      imported: number
      skippedDuplicates: number
      skippedOtherAccount: number
      notBooked: number
      excludedLines: readonly number[]
      content: Buffer | null
    }) =>
      finish.run({
        ...file,
        warnings: JSON.stringify(file.warnings),
        excludedLines: JSON.stringify(file.excludedLines),
      }),
    fail: (id: string, error: { code: string; message: string }) => fail.run(JSON.stringify(error), id),
    unfinished: (runId: string) => unfinished.all(runId),
    clear: (id: string) => {
      clearItems.run(id)
      clearStatements.run(id)
    },
    remove: (id: string) => remove.run(id),
    setMapping: (id: string, mappingId: string) => setMapping.run(mappingId, id),
    byId: (runId: string, id: string) => byId.get(runId, id) ?? null,
    anyById: (id: string) => anyById.get(id) ?? null,
    ofRun: (runId: string) => ofRun.all(runId),
    byKey: (runId: string, key: string) => byKey.get(runId, key) ?? null,
    sameBytes: (ledgerId: string, sha256: string) => sameBytes.get(ledgerId, sha256) ?? null,
    content: (id: string) => content.get(id) ?? null,
  }
}
