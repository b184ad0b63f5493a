import type { OpenEntry, OpenItem } from './positions.ts'
import { clip, type SectionBase } from './section-base.ts'
import type { CellValue } from './table.ts'

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
  const outstandingColumns = [
    ['date', 'day', 10],
    ['counterparty', 'text', 22],
    ['text', 'text', 30],
    ['reference', 'text', 16],
    ['open', 'money', 13],
    ['age', 'integer', 6],
    ['bucket', 'text', 8],
    ['reason', 'text', 12],
  ] as const
  const aged = (day: string): CellValue[] => {
    const days = ageOf(day, asOf)
    return [days, bucketOf(days)]
  }
  const bankOutstanding = (items: readonly OpenItem[]) =>
    section(
      'bank_outstanding',
      outstandingColumns,
      items.map((item) => [
        item.booking_date,
        clip(item.counterparty_name),
        clip(item.remittance_text),
        item.bank_reference,
        item.open,
        ...aged(item.booking_date),
        named('reason', item.closed_reason),
      ]),
    )
  const ledgerOutstanding = (entries: readonly OpenEntry[]) =>
    section(
      'ledger_outstanding',
      outstandingColumns.slice(0, -1),
      entries.map((entry) => [
        entry.booking_date,
        clip(entry.counterparty_name),
        clip(entry.description),
        entry.document_no,
        entry.open,
        ...aged(entry.booking_date),
      ]),
    )

  return { bankOutstanding, ledgerOutstanding }
}
