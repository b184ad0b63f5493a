import { describe, expect, test } from 'vitest'
import { groupByType } from '../../../renderer/features/reconciliation/discrepancies/group-by-type.ts'
import { accountsIn, ledgerFor, unanswered } from '../../../renderer/features/reconciliation/import/read-preview.ts'
import type {
  Discrepancy,
  Ledger,
  PreviewFile,
  QueueRow,
} from '../../../renderer/features/reconciliation/ledger-api.ts'
import { nextGroup } from '../../../renderer/features/reconciliation/worklist/find-sum.ts'
import { toggled } from '../../../renderer/features/reconciliation/worklist/manual-selection.ts'

const discrepancy = (type: string, severity: Discrepancy['severity']) =>
  ({ type, severity, id: type + severity }) as Discrepancy

describe('discrepancies by type', () => {
  test('the gravest type first; a type is as grave as its gravest row', () => {
    const groups = groupByType([
      discrepancy('value_date_gap', 'info'),
      discrepancy('missing_in_ledger', 'warning'),
      discrepancy('missing_in_ledger', 'critical'),
      discrepancy('amount_difference', 'warning'),
    ])
    expect(groups.map(({ type, severity, rows }) => [type, severity, rows.length])).toEqual([
      ['missing_in_ledger', 'critical', 2],
      ['amount_difference', 'warning', 1],
      ['value_date_gap', 'info', 1],
    ])
  })
})

describe('a preview', () => {
  const file = (
    account: string | null,
    questions: { code: string; changesAmounts: boolean; isRemembered?: true }[] = [],
  ) => ({ statements: [{ account }, { account }], questions }) as unknown as PreviewFile
  const ledger = { id: 'L', account_identifiers: [{ scheme: 'iban', value: 'DE89 3704' }] } as unknown as Ledger

  test('names each account once and finds its ledger', () => {
    expect(accountsIn([file('DE893704'), file(null)])).toEqual(['DE893704'])
    expect(ledgerFor([ledger], ['de893704'])).toBe(ledger)
    expect(ledgerFor([ledger], ['XX'])).toBeUndefined()
  })

  test('waits for every answer that the import asks for, and not for what is remembered', () => {
    const asked = file('X', [
      { code: 'date_order', changesAmounts: false },
      { code: 'decimal_sign', changesAmounts: true },
      { code: 'amount_sign', changesAmounts: false, isRemembered: true },
    ])
    expect(unanswered([asked], {})).toBe(2)
    expect(unanswered([asked], { decimal_sign: ',', date_order: 'dmy' })).toBe(0)
  })
})

test('choosing a row twice takes it out again', () => {
  const row = { id: 'a' } as QueueRow
  expect(toggled(toggled([], row), { ...row })).toEqual([])
})

test('asked again, the next group that sums is chosen, and after the last the first', () => {
  const groups = [['a', 'b'], ['c']]
  expect(nextGroup(groups, [])).toEqual(['a', 'b'])
  expect(nextGroup(groups, ['b', 'a'])).toEqual(['c'])
  expect(nextGroup(groups, ['c'])).toEqual(['a', 'b'])
  expect(nextGroup([], [])).toBeUndefined()
})
