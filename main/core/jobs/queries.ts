import type { Database } from '../db/open.ts'
import type { Job, JobKind } from './types.ts'

interface JobRow {
  readonly id: string
  readonly kind: JobKind
  readonly account_id: string
  readonly subject_id: string
  readonly attempt: number
}

export function jobQueries(db: Database) {
  const findOpen = db
    .prepare(
      `select id from jobs where kind = ? and account_id = ? and subject_id = ? and state in ('ready', 'running')`,
    )
    .pluck()
  const insert = db.prepare(`
    insert into jobs (id, kind, account_id, subject_id, due_at, created_at)
    values (@id, @kind, @accountId, @subjectId, @dueAt, @at)`)
  const hasten = db.prepare(`update jobs set due_at = @dueAt where id = @id and state = 'ready' and due_at > @dueAt`)
  const claim = db.prepare(`
    update jobs set state = 'running', attempt = attempt + 1, lease_until = @leaseUntil
     where id = (select id from jobs
                  where kind = @kind and due_at <= @now
                    and (state = 'ready' or (state = 'running' and lease_until < @now))
                    and id not in (select value from json_each(@mine))
                  order by due_at limit 1)
    returning id, kind, account_id, subject_id, attempt`)
  const nextDue = db
    .prepare(`
      select min(case state when 'ready' then due_at else lease_until end) from jobs
       where state in ('ready', 'running') and id not in (select value from json_each(?))`)
    .pluck()
  const finish = db.prepare(
    'update jobs set state = @state, last_error = @error, finished_at = @at, lease_until = null where id = @id',
  )
  const postpone = db.prepare(
    `update jobs set state = 'ready', last_error = @error, due_at = @dueAt, lease_until = null where id = @id`,
  )
  const failInterrupted = db.prepare(
    `update jobs set state = 'failed', last_error = @error, finished_at = @at, lease_until = null
      where kind = @kind and state = 'running'`,
  )
  const releaseInterrupted = db.prepare(`update jobs set state = 'ready', lease_until = null where state = 'running'`)
  const prune = db.prepare(`delete from jobs where state in ('done', 'failed') and finished_at < ?`)

  return {
    findOpen: (kind: JobKind, accountId: string, subjectId: string) =>
      (findOpen.get(kind, accountId, subjectId) as string | undefined) ?? null,
    insert: (row: { id: string; kind: JobKind; accountId: string; subjectId: string; dueAt: number; at: number }) =>
      insert.run(row),
    /** A job that waits for its next try is brought forward when somebody asks for it now. */
    hasten: (id: string, dueAt: number) => hasten.run({ id, dueAt }),
    /** `mine` are the jobs that this process is running: an overlong one of ours is not started twice. */
    claim: (kind: JobKind, now: number, leaseUntil: number, mine: readonly string[]): Job | null => {
      const row = claim.get({ kind, now, leaseUntil, mine: JSON.stringify(mine) }) as JobRow | undefined
      return row
        ? { id: row.id, kind: row.kind, accountId: row.account_id, subjectId: row.subject_id, attempt: row.attempt }
        : null
    },
    nextDue: (mine: readonly string[]) => nextDue.get(JSON.stringify(mine)) as number | null,
    finish: (id: string, state: 'done' | 'failed', error: string | null, at: number) =>
      finish.run({ id, state, error, at }),
    postpone: (id: string, error: string, dueAt: number) => postpone.run({ id, error, dueAt }),
    failInterrupted: (kind: JobKind, error: string, at: number) => failInterrupted.run({ kind, error, at }),
    releaseInterrupted: () => releaseInterrupted.run(),
    prune: (before: number) => prune.run(before),
  }
}
