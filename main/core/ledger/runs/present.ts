import { z } from '@hono/zod-openapi'
import { iso, isoOrNull } from '../../time.ts'
import { money, moneySchema } from '../money.ts'
import type { Run, RunCounts } from './types.ts'

const instant = z.string().openapi({ format: 'date-time' })

export const runSchema = z
  .object({
    id: z.string(),
    ledger_id: z.string(),
    mode: z.enum(['manual', 'automatic']),
    source_type: z.enum(['upload', 'movements']),
    status: z.enum(['pending', 'running', 'completed', 'failed', 'closed']),
    idempotency_key: z.string().nullable(),
    note: z.string().nullable(),
    account_id: z.string().nullable(),
    currency: z.string(),
    period_from: z.string().nullable(),
    period_to: z.string().nullable(),
    opening_balance: moneySchema.nullable(),
    closing_balance: moneySchema.nullable(),
    proof_status: z.enum(['proved', 'not_proved', 'not_provable']).nullable(),
    proof_difference: moneySchema.nullable(),
    proof_override: z.string().nullable(),
    counts: z.object({
      entries: z.number().int(),
      unmatched: z.number().int(),
      partial: z.number().int(),
      matched: z.number().int(),
      closed: z.number().int(),
      suggested: z.number().int(),
      accepted: z.number().int(),
      rejected: z.number().int(),
      discrepancies: z.object({ info: z.number().int(), warning: z.number().int(), critical: z.number().int() }),
    }),
    settings: z.unknown().nullable(),
    started_at: instant.nullable(),
    completed_at: instant.nullable(),
    closed_at: instant.nullable(),
    closed_by: z.string().nullable(),
    close_statement: z.string().nullable(),
    failure: z.object({ code: z.string(), message: z.string(), details: z.unknown().optional() }).nullable(),
    carried_from_run_id: z.string().nullable(),
    version: z.number().int(),
    created_at: instant,
    modified_at: instant,
    created_by: z.string(),
    modified_by: z.string(),
  })
  .openapi('ReconciliationRun')

export function runBody(run: Run, counts: RunCounts, override: number | null = null): z.infer<typeof runSchema> {
  const shown = (minor: number | null) => (minor === null ? null : money(minor, run.currency, override))
  return {
    id: run.id,
    ledger_id: run.ledgerId,
    mode: run.mode,
    source_type: run.sourceType,
    status: run.status,
    idempotency_key: run.idempotencyKey,
    note: run.note,
    account_id: run.accountId,
    currency: run.currency,
    period_from: run.periodFrom,
    period_to: run.periodTo,
    opening_balance: shown(run.openingBalance),
    closing_balance: shown(run.closingBalance),
    proof_status: run.proofStatus,
    proof_difference: shown(run.proofDifference),
    proof_override: run.proofOverride,
    counts,
    settings: run.settings,
    started_at: isoOrNull(run.startedAt),
    completed_at: isoOrNull(run.completedAt),
    closed_at: isoOrNull(run.closedAt),
    closed_by: run.closedBy,
    close_statement: run.closeStatement,
    failure: run.failure,
    carried_from_run_id: run.carriedFromRunId,
    version: run.version,
    created_at: iso(run.createdAt),
    modified_at: iso(run.modifiedAt),
    created_by: run.createdBy,
    modified_by: run.modifiedBy,
  }
}
