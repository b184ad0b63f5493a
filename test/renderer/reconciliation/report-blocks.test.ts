import { expect, test } from 'vitest'
import { readReport } from '../../../renderer/features/reconciliation/closing/report-blocks.ts'

test('a report is read in blocks: pairs, and tables under their columns', () => {
  const csv = [
    '\ufeffReconciliation statement',
    'Ledger,"1810 ""Bank"", main"',
    '',
    'Difference,0.00',
    '',
    'Open items',
    'Date,Name,Amount',
    "2026-11-05,'=HYPERLINK,-12.50",
    '2026-11-06,"Line\nbreak",1.00',
    '',
  ].join('\r\n')
  expect(readReport(csv)).toEqual([
    { title: 'Reconciliation statement', head: [], rows: [['Ledger', '1810 "Bank", main']] },
    { title: '', head: [], rows: [['Difference', '0.00']] },
    {
      title: 'Open items',
      head: ['Date', 'Name', 'Amount'],
      rows: [
        ['2026-11-05', '=HYPERLINK', '-12.50'],
        ['2026-11-06', 'Line\nbreak', '1.00'],
      ],
    },
  ])
})
