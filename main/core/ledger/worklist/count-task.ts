import SqliteDatabase from 'better-sqlite3'
import type { TaskContext } from '../../worker/messages.ts'
import { worklistQueries } from './queries.ts'
import { type Asked, type Counts, type Page, readPage } from './worklist.ts'

export type CountInput = { readonly counts: Asked['scope'] } | { readonly page: Asked }

/** The counts of a large worklist, or a page of what is searched for in one: both look at every open line. */
export async function countWorklist(input: CountInput, { dataFile }: TaskContext): Promise<Counts | Page> {
  const db = new SqliteDatabase(dataFile, { readonly: true })
  try {
    if ('counts' in input) return worklistQueries(db).counts(input.counts)
    return readPage(db, input.page, worklistQueries(db).counts(input.page.scope))
  } finally {
    db.close()
  }
}
