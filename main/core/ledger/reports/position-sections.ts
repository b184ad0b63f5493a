import type { OpenEntry, OpenItem } from './positions.ts'
import { type LineRow, lineColumns, type SectionBase, type SectionColumn } from './section-base.ts'

const dayMs = 86_400_000
const ageOf = (day: string, asOf: string) => Math.max(0, Math.round((Date.parse(asOf) - Date.parse(day)) / dayMs))
const bucketOf = (days: number) => {
  if (days <= 30) return '0-30'
  if (days <= 60) return '31-60'
  if (days <= 90) return '61-90'
  return days <= 180 ? '91-180' : '180+'
}

/** What only one side knows, with its age at the day of the report. */
export function positionSections({ section, named }: SectionBase, asOf: string) {
  const ageColumns: readonly SectionColumn<{ booking_date: string; open: number }>[] = [
    ['open', 'money', 13, (row) => row.open],
    ['age', 'integer', 6, (row) => ageOf(row.booking_date, asOf)],
    ['bucket', 'text', 8, (row) => bucketOf(ageOf(row.booking_date, asOf))],
  ]
  const bankOutstanding = (items: readonly OpenItem[]) =>
    section<OpenItem>(
      'bank_outstanding',
      [
        ...lineColumns(10, 22, 30),
        ['reference', 'text', 16, (item) => item.bank_reference],
        ...ageColumns,
        ['reason', 'text', 12, (item) => named('reason', item.closed_reason)],
      ],
      items,
    )
  const ledgerOutstanding = (entries: readonly OpenEntry[]) =>
    section<OpenEntry & LineRow>(
      'ledger_outstanding',
      [...lineColumns(10, 22, 30), ['reference', 'text', 16, (entry) => entry.document_no], ...ageColumns],
      entries.map((entry) => ({ ...entry, remittance_text: entry.description })),
    )

  return { bankOutstanding, ledgerOutstanding }
}
