import { z } from '@hono/zod-openapi'
import { id } from './field-schemas.ts'

/** Why something was decided as it was, as facts; the window puts them into sentences. */
const score = z.number().openapi({ description: '0 to 1; above 1 when a reference speaks for the pair as well' })

const nameEvidenceSchema = z
  .object({
    kind: z.enum([
      'agrees',
      'cut',
      'abbreviated',
      'initial',
      'typo',
      'joined',
      'damaged',
      'missing',
      'extra',
      'contradicts',
      'noise',
      'legal-form',
      'title',
      'transliterated',
    ]),
    expected: z.string().optional(),
    actual: z.string().optional(),
  })
  .openapi('NameEvidence', { description: 'Words of the expected and of the actual name as they were written' })

/** One reason for or against a pair of a request and a movement. */
export const pairReasonSchema = z
  .discriminatedUnion('code', [
    z.object({
      code: z.literal('name'),
      level: z.enum(['same', 'likely', 'weak', 'different', 'unknown']),
      evidence: z.array(nameEvidenceSchema),
    }),
    z.object({ code: z.literal('amount_equal') }),
    z.object({ code: z.literal('amount_differs'), byMinor: z.number().int() }),
    z.object({ code: z.literal('currency_differs') }),
    z.object({ code: z.literal('received'), afterMs: z.number() }),
    z.object({ code: z.literal('reference'), reference: z.string(), isChecked: z.boolean() }),
    z.object({ code: z.literal('reference_of_other_order'), references: z.array(z.string()) }),
    z.object({ code: z.literal('alias') }),
    z.object({ code: z.literal('no_sender') }),
  ])
  .openapi('PairReason')

const decisionReasonSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('clear') }),
  z.object({ code: z.literal('interchangeable'), count: z.number().int() }),
  z.object({ code: z.literal('rivals') }),
  z.object({ code: z.literal('counts_differ'), requests: z.number().int(), movements: z.number().int() }),
  z.object({ code: z.literal('waits_for_person') }),
  z.object({ code: z.literal('unsure_as_a_whole') }),
  z.object({ code: z.literal('group_too_large'), nodes: z.number().int() }),
  z.object({ code: z.literal('below_acceptance') }),
  z.object({ code: z.literal('nothing_similar') }),
  z.object({ code: z.literal('taken_by_others') }),
])

const rivalSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('movement'), movementId: id, score }),
  z.object({ kind: z.literal('request'), requestId: id, movementId: id, score }),
])

/** The reason of a whole decision, with those who were as likely. */
export const decisionSchema = z
  .object({ reason: decisionReasonSchema, rivals: z.array(rivalSchema) })
  .openapi('DecisionReason')

export const suggestionKinds = [
  'pair',
  'one_transfer_many_orders',
  'many_transfers_one_order',
  'near_amount',
  'unknown_payer',
] as const

/** Why a candidate fits or not, in one word. */
export const reasonWord = z.enum([
  'same_name',
  'likely_name',
  'weak_name',
  'unknown_name',
  'no_sender',
  'other_name',
  'reference',
  'alias',
  'outside_window',
  'other_amount',
  'other_currency',
  'taken',
  'rejected',
])
