import type { Database } from '../../db/open.ts'
import type { Actor } from '../audit/service.ts'

/** Work on a run that is decided; `payload` is what its end needs to know. */
export interface RunJob {
  readonly runId: string
  readonly kind: 'match' | 'import' | 'movements' | 'remove_file' | 'delete_run'
  readonly actor: Actor
  readonly payload: unknown
}

interface JobRow {
  readonly run_id: string
  readonly user_id: string
  readonly kind: RunJob['kind']
  readonly actor: string
  readonly payload: string
}

/**
 * Jobs of runs past the transaction that decides them, one per run: whoever begins one ends it, or the next start does.
 * For the main connection and for those of threads; call `keep` and `end` in the transactions they belong to.
 */
export function runJobs(db: Database) {
  const columns = `j.run_id, r.user_id, j.kind, j.actor, j.payload from run_jobs j join reconciliation_runs r on r.id = j.run_id`
  const keep = db.prepare(
    'insert into run_jobs (run_id, kind, actor, payload, findings) values (@runId, @kind, @actor, @payload, @findings)',
  )
  const one = db.prepare<[string], JobRow>(`select ${columns} where j.run_id = ?`)
  const all = db.prepare<[], JobRow>(`select ${columns} order by j.rowid`)
  const findings = db.prepare<[string], string | null>('select findings from run_jobs where run_id = ?').pluck()
  const end = db.prepare('delete from run_jobs where run_id = ?')
  const toJob = ({ run_id: runId, user_id: userId, kind, actor, payload }: JobRow): RunJob => ({
    runId,
    kind,
    actor: { userId, name: actor },
    payload: JSON.parse(payload) as unknown,
  })
  return {
    keep: (job: Omit<RunJob, 'actor'> & { readonly actor: string; readonly findings?: unknown }) =>
      keep.run({
        runId: job.runId,
        kind: job.kind,
        actor: job.actor,
        payload: JSON.stringify(job.payload),
        findings: job.findings === undefined ? null : JSON.stringify(job.findings),
      }),
    find(runId: string): RunJob | null {
      const row = one.get(runId)
      return row ? toJob(row) : null
    },
    /** What its end needs to know. */
    payload(runId: string): unknown {
      const row = one.get(runId)
      if (!row) throw new Error(`run ${runId} has no job to end`)
      return toJob(row).payload
    },
    all: () => all.all().map(toJob),
    /** JSON; null for other jobs than matching passes. */
    findings: (runId: string) => findings.get(runId) ?? null,
    end: (runId: string) => end.run(runId),
  }
}
export type RunJobs = ReturnType<typeof runJobs>
