import type { Database } from '../../db/open.ts'

export interface MappingRow {
  readonly id: string
  readonly user_id: string
  readonly ledger_id: string | null
  readonly subject: 'statement' | 'books'
  readonly name: string
  readonly signature: string
  readonly mapping: string
  readonly answers: string
  readonly version: number
  readonly created_at: number
  readonly modified_at: number
}

interface MappingPut {
  readonly id: string
  readonly userId: string
  readonly ledgerId: string | null
  readonly subject: string
  readonly name: string
  readonly signature: string
  readonly mapping: string
  readonly answers: string
  readonly version: number
  readonly createdAt: number
  readonly modifiedAt: number
}

/** SQL of `csv_mappings`; those of bank accounts (`account_id`) belong to the other half and are not seen here. */
export function mappingQueries(db: Database) {
  const put = db.prepare(
    `insert into csv_mappings (id, user_id, ledger_id, subject, name, signature, mapping, answers, version, created_at,
       modified_at)
     values (@id, @userId, @ledgerId, @subject, @name, @signature, @mapping, @answers, @version, @createdAt, @modifiedAt)
     on conflict (id) do update set name = excluded.name, signature = excluded.signature, mapping = excluded.mapping,
       answers = excluded.answers, version = excluded.version, modified_at = excluded.modified_at`,
  )
  const byId = db.prepare<[string, string], MappingRow>(
    'select * from csv_mappings where user_id = ? and id = ? and account_id is null',
  )
  const bySignature = db.prepare<[string, string, string, string], MappingRow>(
    `select * from csv_mappings where user_id = ? and ledger_id = ? and subject = ? and signature = ?
     order by modified_at desc limit 1`,
  )
  const ofLedger = db.prepare<[string, string], MappingRow>(
    `select * from csv_mappings where user_id = ? and ledger_id = ? and subject = 'statement' order by modified_at desc`,
  )
  const remove = db.prepare('delete from csv_mappings where id = ?')
  return {
    put: (mapping: MappingPut) => put.run(mapping),
    byId: (userId: string, id: string) => byId.get(userId, id) ?? null,
    bySignature: (userId: string, ledgerId: string, subject: string, signature: string) =>
      bySignature.get(userId, ledgerId, subject, signature) ?? null,
    ofLedger: (userId: string, ledgerId: string) => ofLedger.all(userId, ledgerId),
    remove: (id: string) => remove.run(id),
  }
}
