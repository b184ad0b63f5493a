import { describe, expect, test } from 'vitest'
import { conditions, findingSeverity } from '../../../main/core/ledger/discrepancies/conditions.ts'
import { wordsOf } from '../../../main/core/ledger/discrepancies/words.ts'
import { discrepancyTexts as english } from '../../../renderer/i18n/en/reconciliation-discrepancies.ts'
import { discrepancyTexts as spanish } from '../../../renderer/i18n/es/reconciliation-discrepancies.ts'

/** The types of section 7 of the ledger specification. */
const types = [
  ...['statement_not_proved', 'statement_gap', 'statement_overlap', 'sequence_gap', 'page_missing'],
  ...['declared_totals_differ', 'account_mismatch', 'currency_mismatch', 'missing_in_ledger', 'missing_on_statement'],
  ...['amount_difference', 'partial_settlement', 'batch_sum_mismatch', 'duplicate_source_entry'],
  ...['possible_duplicate_ledger_entry', 'ambiguous_match', 'search_incomplete', 'bank_reference_reused'],
  ...['bank_correction', 'unlinked_return', 'value_date_gap', 'period_mismatch', 'currency_difference'],
  ...['wrong_counterparty', 'accepted_match_broken', 'closed_period_changed', 'transfer_counterpart_missing'],
  ...['encoding_fallback', 'value_date_adjusted', 'booking_date_inferred', 'interpretation_chosen'],
]
const parts = ['types', 'text', 'todo'] as const
type Words = Readonly<Record<(typeof parts)[number], Readonly<Record<string, string>>>>
const of = (texts: { discrepancies: Words }, part: (typeof parts)[number], type: string) =>
  texts.discrepancies[part][type]

describe.each(types)('%s', (type) => {
  test.each(parts)('has its %s in both languages', (part) => {
    expect(of(english, part, type)).toMatch(/\S/)
    expect(of(spanish, part, type)).toMatch(/\S/)
    expect(of(spanish, part, type)).not.toBe(of(english, part, type))
  })
  test('has words of its own in the API', () => expect(wordsOf(type).title).not.toBe(type))
})

test('nothing is raised that has no words', () => {
  const raised = [...conditions.map(({ type }) => type), ...Object.keys(findingSeverity)]
  expect(raised.filter((type) => !types.includes(type))).toEqual([])
})
