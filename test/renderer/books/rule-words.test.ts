import { expect, test } from 'vitest'
import type { Rule } from '../../../renderer/features/book-lists/books-api.ts'
import { conditionsIn, emptyRule, ruleInput, valuesOf } from '../../../renderer/features/book-rules/rule-words.ts'

const rule = {
  ledger_id: 'bank',
  conditions: { direction: 'debit', amount_to: 2000, contains: ['fee'], counterparty_id: 'p' },
  action: { kind: 'close', ledger_id: 'fees', reason: 'bank_fee', unattended_below: 500 },
} as unknown as Rule

test('a rule that is opened in its form and saved says the same, with what the form does not show', () => {
  const values = valuesOf(rule, 2)
  expect(values).toMatchObject({ direction: 'debit', from: '', to: '20.00', contains: ['fee'], below: '5.00' })
  expect(ruleInput(values, 2, { counterparty_id: 'p' })).toEqual({
    ledger_id: 'bank',
    conditions: rule.conditions,
    action: { ledger_id: 'fees', reason: 'bank_fee', unattended_below: 500 },
  })
})

test('what is empty is no condition; amounts take the decimals of the ledger', () => {
  expect(conditionsIn(emptyRule, 2)).toEqual({})
  expect(conditionsIn({ ...emptyRule, from: '1.234,5', pattern: '  ' }, 2)).toEqual({ amount_from: 123_450 })
  expect(conditionsIn({ ...emptyRule, from: '1234' }, 0)).toEqual({ amount_from: 1234 })
})
