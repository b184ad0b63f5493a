import { describe, expect, test } from 'vitest'
import { toggledIn } from '../../../renderer/features/import/choices.ts'
import { fieldsOf, noChoices } from '../../../renderer/features/reconciliation/import/choices.ts'
import { linesFor } from '../../../renderer/features/reconciliation/import/read-preview.ts'
import type { Ledger, Match, PreviewFile } from '../../../renderer/features/reconciliation/ledger-api.ts'
import { shareOf } from '../../../renderer/features/reconciliation/worklist/manual-selection.ts'
import { countByGroup } from '../../../renderer/features/reconciliation/worklist/marks.ts'
import { canLeaveOut, withoutMembers } from '../../../renderer/features/reconciliation/worklist/members.ts'
import { readParts } from '../../../renderer/features/reconciliation/worklist/split-parts.ts'

const euro = (amount: string) => ({ amount, currency: 'EUR', precision: 2 })

describe('parts of a line', () => {
  test.each([
    ['one empty part takes the rest', '70000', ['600,50', ''], ['60050', '9950'], '0', true],
    ['two empty parts take nothing', '70000', ['600', '', ''], ['60000', null, null], '10000', false],
    ['a debit is typed without a sign', '-1250', ['10', '2.50'], ['-1000', '-250'], '0', true],
    ['a sign that is typed all the same', '-1250', ['-10', ''], ['-1000', '-250'], '0', true],
    ['too much is no part of it', '1000', ['12', ''], ['1200', null], '-200', false],
    ['all of it leaves nothing for another part', '1000', ['10', ''], ['1000', null], '0', false],
    ['nothing readable', '1000', ['ten', ''], [null, '1000'], '0', false],
    ['nothing at all is no part', '1000', ['0', '10'], [null, '1000'], '0', false],
    ['one part is no split', '1000', ['10'], ['1000'], '0', false],
  ] as const)('%s', (_, whole, texts, amounts, rest, isComplete) => {
    expect(readParts(euro(whole), texts)).toEqual({ amounts, rest: euro(rest), isComplete })
  })
})

describe('a share of a row', () => {
  test.each([
    ['nothing typed: all that is open', '45000', undefined, '45000'],
    ['blank: all that is open', '-45000', ' ', '-45000'],
    ['a part', '45000', '200', '20000'],
    ['a part of a debit', '-45000', '200', '-20000'],
    ['all of it', '45000', '450.00', '45000'],
    ['more than is open', '45000', '450.01', null],
    ['more than is open of a debit', '-45000', '450.01', null],
    ['nothing readable', '45000', 'half', null],
    ['zero', '45000', '0', null],
  ] as const)('%s', (_, open, typed, share) => {
    expect(shareOf({ amount: euro(open) }, typed)).toBe(share)
  })
})

describe('members of a group', () => {
  const leg = (side: 'source' | 'ledger', id: string, amount: string) => ({
    side,
    source_entry_id: side === 'source' ? id : null,
    ledger_entry_id: side === 'ledger' ? id : null,
    amount: euro(amount),
  })
  const match = {
    legs: [leg('source', 's', '1000'), leg('ledger', 'a', '400'), leg('ledger', 'b', '600')],
    difference: euro('0'),
  } as unknown as Match
  const [source, a, b] = match.legs

  test('without one the difference and the match by hand follow', () => {
    const rest = withoutMembers(match, ['a'])
    expect([rest.source.amount, rest.ledger.amount, rest.difference.amount]).toEqual(['1000', '600', '400'])
    expect(rest.input).toEqual({
      source_entry_ids: ['s'],
      ledger_entry_ids: ['b'],
      allocations: { s: '1000', b: '600' },
    })
  })

  test('the last of a side stays, and who was left out may come back', () => {
    if (!source || !a || !b) throw new Error('three legs')
    expect(canLeaveOut(match, [], source)).toBe(false)
    expect(canLeaveOut(match, [], a)).toBe(true)
    expect(canLeaveOut(match, ['a'], b)).toBe(false)
    expect(canLeaveOut(match, ['a'], a)).toBe(true)
  })
})

test('marked proposals are counted by group', () => {
  expect(
    countByGroup([
      { id: '1', group: 'strong' },
      { id: '2', group: 'likely' },
      { id: '3', group: 'strong' },
    ]),
  ).toEqual([
    ['strong', 2],
    ['likely', 1],
  ])
})

describe('choices of an import', () => {
  test('only what was said is sent', () => {
    expect(fieldsOf(noChoices)).toEqual({})
    expect(
      fieldsOf({ ...noChoices, answers: { columns: 'x' }, excludedLines: [3, 5], excludedMembers: ['a.xml'] }),
    ).toEqual({ answers: '{"columns":"x"}', exclude_lines: '3,5', exclude_members: '["a.xml"]' })
  })

  test('a value goes in and out', () => {
    expect(toggledIn([1], 2)).toEqual([1, 2])
    expect(toggledIn([1, 2], 1)).toEqual([2])
  })

  test('of a file with several accounts only the lines of the ledger’s own are counted', () => {
    const file = {
      knownCount: 0,
      statements: [
        { account: 'DE1', creditCount: 2, debitCount: 1 },
        { account: 'DE2', creditCount: 10, debitCount: 0 },
      ],
    } as unknown as PreviewFile
    const ledger = (value: string | null) =>
      ({ account_identifiers: value === null ? [] : [{ scheme: 'iban', value }] }) as unknown as Ledger
    expect(linesFor([file], ledger('de1'))).toBe(3)
    expect(linesFor([file], ledger(null))).toBe(13)
    expect(linesFor([file], undefined)).toBe(13)
    expect(linesFor([{ ...file, knownCount: 2 }], ledger('de1'))).toBe(1)
  })
})
