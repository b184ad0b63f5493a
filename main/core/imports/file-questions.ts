import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import type { Accounts } from '../accounts/types.ts'
import type { Store } from '../db/store.ts'
import { missing } from '../errors.ts'
import type { Events } from '../events.ts'
import type { Clock } from '../ports.ts'
import { day, iso } from '../time.ts'
import type { DayCount, WaitingSource } from '../waiting-source.ts'
import type { ImportRow } from './queries.ts'

/** A file of a watched folder that was not imported and of which nobody has said what is to become of it. */
export interface WaitingFile {
  /** Of its import. */
  readonly id: string
  readonly accountId: string
  readonly fileName: string
  /** Why it was not imported, e.g. `confirmation_required`. */
  readonly code: string | null
  /** When it was tried, ms UTC. */
  readonly createdAt: number
}

/** What a watched folder could not import by itself: asked in the inbox until a person imports the file or dismisses it. */
export interface FileQuestions {
  /** They wait since they were tried. */
  readonly waiting: WaitingSource<WaitingFile>
  /** Asks about the last file of these bytes that could not be imported; `path` is where it lies now. */
  ask(accountId: string, sha256: string, path: string): void
  /** The file itself, to be imported by a person. 404 when it no longer lies where it was put. */
  file(userId: string, accountId: string, importId: string): Promise<ReadableStream<Uint8Array>>
  /** Nothing is to be done about a file that could not be imported. Twice changes nothing. */
  dismiss(userId: string, accountId: string, importId: string): ImportRow
  /** Takes the dismissal back: it is asked again. */
  reopen(userId: string, accountId: string, importId: string): ImportRow
}

export function createFileQuestions(deps: {
  readonly store: Store
  readonly accounts: Pick<Accounts, 'owned' | 'find'>
  readonly events: Events
  readonly now: Clock
}): FileQuestions {
  const { store, accounts, events, now } = deps
  const { db } = store
  // Whatever was tried with the same bytes later says more: an answer, or the same question again.
  const asked = `
    from statement_imports i
   where i.account_id in (select id from accounts where user_id = @userId) and i.kept_path is not null
     and i.status = 'failed' and i.dismissed_at is null
     and not exists (select 1 from statement_imports n where n.account_id = i.account_id and n.sha256 = i.sha256
                        and n.rowid > i.rowid)`
  const columns = `select i.id, i.account_id as accountId, i.file_name as fileName, i.error ->> 'code' as code,
                          i.created_at as createdAt`
  const days = db.prepare(`select i.created_at / ${day} as day, count(*) as count ${asked} group by 1`)
  const between = db.prepare(`
    ${columns} ${asked} and i.created_at >= @from and i.created_at < @to
     order by i.created_at / ${day}, i.id limit @limit`)
  const one = db.prepare(`${columns} ${asked} and i.id = @id`)
  const find = db.prepare<[string], ImportRow>('select * from statement_imports where id = ?')
  const keep = db.prepare<[string, string, string], { id: string }>(`
    update statement_imports set kept_path = ? where id = (
      select id from statement_imports where account_id = ? and sha256 = ? and origin = 'folder' and status = 'failed'
       order by rowid desc limit 1) returning id`)
  const setDismissed = db.prepare('update statement_imports set dismissed_at = ?, dismissed_by = ? where id = ?')

  function tell(userId: string, accountId: string, id: string): void {
    const data = { id, status: 'failed' }
    events.emit({ type: 'import.updated', userId, accountId, data, occurredAt: iso(now()) })
  }

  function owned(userId: string, accountId: string, importId: string): ImportRow {
    accounts.owned(userId, accountId)
    const row = find.get(importId)
    if (row?.account_id !== accountId || row.status !== 'failed')
      throw missing('import.noQuestion', 'Under this import there is no file that could not be imported.')
    return row
  }

  function decide(userId: string, accountId: string, importId: string, at: number | null): ImportRow {
    const row = owned(userId, accountId, importId)
    if ((row.dismissed_at === null) === (at === null)) return row
    store.write(() => setDismissed.run(at, at === null ? null : userId, importId))
    tell(userId, accountId, importId)
    return find.get(importId) as ImportRow
  }

  return {
    waiting: {
      days: (userId) => days.all({ userId }) as DayCount[],
      between: (userId, from, to, limit) => between.all({ userId, from, to, limit }) as WaitingFile[],
      one: (userId, id) => (one.get({ userId, id }) as WaitingFile | undefined) ?? null,
    },
    ask(accountId, sha256, path) {
      const kept = store.write(() => keep.get(path, accountId, sha256))
      const account = accounts.find(accountId)
      if (kept && account) tell(account.userId, accountId, kept.id)
    },
    async file(userId, accountId, importId) {
      const { kept_path: path } = owned(userId, accountId, importId)
      if (path === null)
        throw missing('import.fileNotKept', 'The file was sent and not kept. Choose it again where it lies.')
      const found = await stat(path).catch(() => null)
      if (!found?.isFile())
        throw missing(
          'import.fileGone',
          `The file is no longer at ${path}. Choose it where it lies now, or dismiss the question.`,
        )
      return Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>
    },
    dismiss: (userId, accountId, importId) => decide(userId, accountId, importId, now()),
    reopen: (userId, accountId, importId) => decide(userId, accountId, importId, null),
  }
}
