import type { Database } from '../db/open.ts'
import type { FailureGroup } from './failures.ts'
import type { LoginReason } from './reasons.ts'
import type { FailureType, Stage } from './types.ts'

/** A stored run with its stage: the one that is under way, or the one that failed. Instants in ms UTC. */
export interface Run {
  readonly id: string
  readonly accountId: string
  readonly scriptVersion: string | null
  readonly status: 'running' | 'success' | 'failed'
  readonly stage: Stage | null
  readonly found: number | null
  readonly failureType: FailureType | null
  readonly reason: LoginReason | null
  readonly stopReason: string | null
  readonly errorMessage: string | null
  readonly refusedHosts: Record<string, number>
  readonly startedAt: number
  readonly finishedAt: number | null
  readonly durationMs: number | null
}

export interface Step {
  readonly index: number
  readonly step: Stage
  readonly status: 'started' | 'success' | 'failed'
  readonly failureType: FailureType | null
  readonly errorMessage: string | null
  readonly stack: string | null
  readonly url: string | null
  readonly durationMs: number | null
  readonly createdAt: number
}

export interface RunRow {
  readonly id: string
  readonly account_id: string
  readonly version: string | null
  readonly status: 'running' | 'success' | 'failed'
  readonly stage: Stage | null
  readonly transactions_found: number | null
  readonly failure_type: FailureType | null
  readonly reason: LoginReason | null
  readonly stop_reason: string | null
  readonly error_message: string | null
  readonly refused_hosts: string
  readonly started_at: number
  readonly finished_at: number | null
  readonly duration_ms: number | null
}

export const toRun = (row: RunRow): Run => ({
  id: row.id,
  accountId: row.account_id,
  scriptVersion: row.version,
  status: row.status,
  stage: row.stage,
  found: row.transactions_found,
  failureType: row.failure_type,
  reason: row.reason,
  stopReason: row.stop_reason,
  errorMessage: row.error_message,
  refusedHosts: JSON.parse(row.refused_hosts),
  startedAt: row.started_at,
  finishedAt: row.finished_at,
  durationMs: row.duration_ms,
})

// A failed close is only a warning and never the stage of a run; a step that never closed is where a crash happened.
export const runColumns = `
  select r.*, v.version,
         (select t.step from scrape_steps t where t.run_id = r.id and r.status <> 'success'
             and (t.status = 'started' or (t.status = 'failed' and t.step <> 'close'))
           order by t.status = 'failed' desc, t.step_index desc limit 1) as stage
    from scrape_runs r left join bank_scripts v on v.id = r.script_id`

/** A dry run only tries a version: it counts for nothing and stands in no list of readings. */
export type RunPurpose = 'reading' | 'dry_run'

export interface RunEnd {
  readonly runId: string
  readonly status: 'success' | 'failed'
  readonly failureType: FailureType | null
  readonly reason: LoginReason | null
  readonly stopReason: string | null
  readonly errorMessage: string | null
  readonly refusedHosts: Readonly<Record<string, number>>
  readonly at: number
}

/** SQL of runs, steps and failure streaks. */
export function sessionQueries(db: Database) {
  const insertRun = db.prepare(
    'insert into scrape_runs (id, account_id, script_id, purpose, started_at) values (@id, @accountId, @scriptId, @purpose, @at)',
  )
  const setFound = db.prepare('update scrape_runs set transactions_found = ? where id = ?')
  const endRun = db.prepare(`
    update scrape_runs set status = @status, failure_type = @failureType, reason = @reason,
           stop_reason = @stopReason, error_message = @errorMessage, refused_hosts = @refusedHosts, finished_at = @at, duration_ms = @at - started_at
     where id = @runId and status = 'running'`)
  const run = db.prepare(`${runColumns} where r.id = ?`)
  const runs = db.prepare(
    `${runColumns} where r.account_id = ? and r.purpose = 'reading' order by r.started_at desc, r.rowid desc limit ? offset ?`,
  )
  const countRuns = db.prepare("select count(*) from scrape_runs where account_id = ? and purpose = 'reading'").pluck()
  const closeOrphans = db.prepare(`
    update scrape_runs set status = 'failed', failure_type = 'orphaned', reason = 'program_ended', finished_at = @at, duration_ms = @at - started_at,
           error_message = 'The program ended during this reading'
     where status = 'running'`)
  const prune = db.prepare('delete from scrape_runs where started_at < ?')

  const openStep = db.prepare(`
    insert into scrape_steps (id, run_id, step_index, step, status, created_at)
    values (@id, @runId, @index, @step, 'started', @at)`)
  const endStep = db.prepare(`
    update scrape_steps set status = @status, failure_type = @failureType, error_message = @errorMessage, stack = @stack,
           url = @url, duration_ms = @at - created_at where id = @id`)
  const steps = db.prepare(`
    select step_index as "index", step, status, failure_type as failureType, error_message as errorMessage, stack, url,
           duration_ms as durationMs, created_at as createdAt
      from scrape_steps where run_id = ? order by step_index`)

  const addFailure = db
    .prepare(`
    insert into failure_streaks (account_id, failure_group, streak, alerted, updated_at)
    values (@accountId, @group, 1, 1 >= @alertAt, @at)
    on conflict (account_id, failure_group) do update
       set streak = streak + 1, alerted = max(alerted, streak + 1 >= @alertAt), updated_at = excluded.updated_at
    returning streak`)
    .pluck()
  const alertedGroups = db
    .prepare('select failure_group from failure_streaks where account_id = ? and alerted = 1 order by failure_group')
    .pluck()
  const resetStreaks = db.prepare(
    'update failure_streaks set streak = 0, alerted = 0, updated_at = ? where account_id = ? and streak > 0',
  )

  return {
    insertRun: (row: { id: string; accountId: string; scriptId: string; purpose?: RunPurpose; at: number }) =>
      void insertRun.run({ purpose: 'reading', ...row }),
    setFound: (runId: string, found: number) => void setFound.run(found, runId),
    endRun: (end: RunEnd) => void endRun.run({ ...end, refusedHosts: JSON.stringify(end.refusedHosts) }),
    run: (runId: string): Run | null => {
      const row = run.get(runId) as RunRow | undefined
      return row ? toRun(row) : null
    },
    runs: (accountId: string, limit: number, offset: number) =>
      (runs.all(accountId, limit, offset) as RunRow[]).map(toRun),
    countRuns: (accountId: string) => countRuns.get(accountId) as number,
    closeOrphans: (at: number) => closeOrphans.run({ at }).changes,
    prune: (before: number) => prune.run(before).changes,

    openStep: (row: { id: string; runId: string; index: number; step: Stage; at: number }) => void openStep.run(row),
    endStep: (row: {
      id: string
      status: 'success' | 'failed'
      failureType: FailureType | null
      errorMessage: string | null
      stack: string | null
      url: string | null
      at: number
    }) => void endStep.run(row),
    steps: (runId: string) => steps.all(runId) as Step[],

    /** Lengthens the streak of a group and returns it; from `alertAt` on the group counts as alerted. */
    addFailure: (row: { accountId: string; group: FailureGroup; alertAt: number; at: number }) =>
      addFailure.get(row) as number,
    alertedGroups: (accountId: string) => alertedGroups.all(accountId) as FailureGroup[],
    resetStreaks: (accountId: string, at: number) => void resetStreaks.run(at, accountId),
  }
}

export type SessionQueries = ReturnType<typeof sessionQueries>
