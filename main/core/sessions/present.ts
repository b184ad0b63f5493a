import { z } from '@hono/zod-openapi'
import { runSchema } from '../http/schemas.ts'
import { iso, isoOrNull } from '../time.ts'
import type { FailedRun } from './failed-runs.ts'
import type { Run, Step } from './queries.ts'
import { adviceFor } from './reasons.ts'
import type { StoredReport } from './reports.ts'

const instant = z.string()

const stepSchema = z
  .object({
    step_index: z.number().int(),
    step: z.string().openapi({ description: 'One of the eleven stages' }),
    status: z.enum(['started', 'success', 'failed']),
    failure_type: z.string().nullable(),
    error_message: z.string().nullable(),
    stack: z.string().nullable(),
    url: z.string().nullable().openapi({ description: 'Address of the bank page at the failure, without its query' }),
    duration_ms: z.number().int().nullable(),
    created_at: instant,
  })
  .openapi('RunStep')

export const runDetailSchema = runSchema
  .extend({
    script_version: z.string().nullable(),
    stop_reason: z.string().nullable(),
    duration_ms: z.number().int().nullable(),
    steps: z.array(stepSchema),
    report: z
      .object({
        url: z.string().nullable(),
        trail: z.array(z.record(z.string(), z.unknown())),
        has_picture: z.boolean(),
      })
      .nullable()
      .openapi({ description: 'What a failed run left: events in order, and whether a covered picture is kept' }),
  })
  .openapi('RunDetail')

/** A run as the API and the event `run.updated` show it. */
export const runBody = (run: Run): z.infer<typeof runSchema> => ({
  id: run.id,
  account_id: run.accountId,
  status: run.status,
  stage: run.stage,
  transactions_found: run.found,
  failure_type: run.failureType,
  reason: run.reason,
  advice: run.reason && adviceFor(run.reason),
  error_message: run.errorMessage,
  refused_hosts: run.refusedHosts,
  started_at: iso(run.startedAt),
  finished_at: isoOrNull(run.finishedAt),
})

export const failedRunSchema = runSchema
  .extend({
    account_name: z.string(),
    bank: z.string(),
    script_version: z.string().nullable(),
    stop_reason: z.string().nullable(),
    duration_ms: z.number().int().nullable(),
  })
  .openapi('FailedRun')

export const failedRunBody = ({ run, accountName, bank }: FailedRun): z.infer<typeof failedRunSchema> => ({
  ...runBody(run),
  account_name: accountName,
  bank,
  script_version: run.scriptVersion,
  stop_reason: run.stopReason,
  duration_ms: run.durationMs,
})

export const runDetailBody = (
  run: Run,
  steps: readonly Step[],
  report: StoredReport | null,
): z.infer<typeof runDetailSchema> => ({
  ...runBody(run),
  script_version: run.scriptVersion,
  stop_reason: run.stopReason,
  duration_ms: run.durationMs,
  steps: steps.map((step) => ({
    step_index: step.index,
    step: step.step,
    status: step.status,
    failure_type: step.failureType,
    error_message: step.errorMessage,
    stack: step.stack,
    url: step.url,
    duration_ms: step.durationMs,
    created_at: iso(step.createdAt),
  })),
  report: report && { url: report.url, trail: [...report.trail], has_picture: report.hasPicture },
})
