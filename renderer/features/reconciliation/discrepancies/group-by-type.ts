import type { Discrepancy } from '../ledger-api.ts'

export interface TypeGroup {
  readonly type: string
  readonly severity: Discrepancy['severity']
  readonly rows: readonly Discrepancy[]
}

const rank = { critical: 0, warning: 1, info: 2 } as const

/** Discrepancies by type, the gravest type first; a type is as grave as its gravest row. */
export function groupByType(rows: readonly Discrepancy[]): TypeGroup[] {
  const byType = new Map<string, Discrepancy[]>()
  for (const row of rows) byType.set(row.type, [...(byType.get(row.type) ?? []), row])
  return [...byType]
    .map(([type, group]) => {
      const sorted = group.toSorted((a, b) => rank[a.severity] - rank[b.severity])
      return { type, severity: sorted[0]?.severity ?? 'info', rows: sorted }
    })
    .toSorted((a, b) => rank[a.severity] - rank[b.severity] || a.type.localeCompare(b.type))
}
