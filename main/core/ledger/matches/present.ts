import { z } from '@hono/zod-openapi'
import { iso, isoOrNull } from '../../time.ts'
import { money, moneySchema } from '../money.ts'
import type { Match } from './types.ts'

const instant = z.string().openapi({ format: 'date-time' })
const treatmentSchema = z.object({
  kind: z.enum(['none', 'leave_open', 'write_off']),
  ledger_id: z.string().nullable().optional(),
  reason: z.string().optional(),
})

export const matchSchema = z
  .object({
    id: z.string(),
    run_id: z.string(),
    status: z.enum(['suggested', 'accepted', 'rejected']),
    origin: z.enum(['automatic', 'manual', 'rule']),
    kind: z.enum(['one_to_one', 'one_to_many', 'many_to_one', 'many_to_many', 'netting']),
    legs: z.array(
      z.object({
        side: z.enum(['source', 'ledger']),
        source_entry_id: z.string().nullable(),
        ledger_entry_id: z.string().nullable(),
        amount: moneySchema,
      }),
    ),
    difference: moneySchema,
    difference_treatment: treatmentSchema,
    write_off_transaction_id: z.string().nullable(),
    score: z.number().int(),
    band: z.enum(['strong', 'likely', 'possible']),
    reasons: z.array(
      z.object({
        code: z.string(),
        points: z.number().int(),
        text: z.string(),
        evidence: z.record(z.string(), z.unknown()),
      }),
    ),
    ambiguous_with: z.array(z.string()),
    unattended: z.boolean(),
    note: z.string().nullable(),
    reject_reason: z.string().nullable(),
    decided_by: z.string().nullable(),
    decided_at: instant.nullable(),
    stable_key: z.string(),
    version: z.number().int(),
    created_at: instant,
    modified_at: instant,
  })
  .openapi('ReconciliationMatch')

const treatmentBody = ({ treatment }: Match): z.infer<typeof treatmentSchema> =>
  treatment.kind === 'write_off'
    ? { kind: 'write_off', ledger_id: treatment.ledgerId, reason: treatment.reason }
    : { kind: treatment.kind }

export const matchBody = (
  match: Match,
  currency: string,
  override: number | null = null,
): z.infer<typeof matchSchema> => ({
  id: match.id,
  run_id: match.runId,
  status: match.status,
  origin: match.origin,
  kind: match.kind,
  legs: match.legs.map((leg) => ({
    side: leg.side,
    source_entry_id: leg.sourceEntryId,
    ledger_entry_id: leg.ledgerEntryId,
    amount: money(leg.amount, currency, override),
  })),
  difference: money(match.difference, currency, override),
  difference_treatment: treatmentBody(match),
  write_off_transaction_id: match.writeOffTransactionId,
  score: match.score,
  band: match.band,
  reasons: match.reasons.map((reason) => ({ ...reason, evidence: { ...reason.evidence } })),
  ambiguous_with: [...match.ambiguousWith],
  unattended: match.unattended,
  note: match.note,
  reject_reason: match.rejectReason,
  decided_by: match.decidedBy,
  decided_at: isoOrNull(match.decidedAt),
  stable_key: match.stableKey,
  version: match.version,
  created_at: iso(match.createdAt),
  modified_at: iso(match.modifiedAt),
})
