import type { RowKey } from '../row-list.ts'
import type { Ledger } from './types.ts'

/** What lists of ledgers are filtered and sorted by. */
export const chartKeys = {
  id: { kind: 'text', of: ({ id }) => id },
  num_id: { kind: 'number', of: ({ numId }) => numId },
  code: { kind: 'text', of: ({ code }) => code },
  description: { kind: 'text', of: ({ description }) => description },
  type: { kind: 'text', of: ({ type }) => type },
  currency_code: { kind: 'text', of: ({ currency }) => currency },
  is_reconcilable: { kind: 'boolean', of: ({ isReconcilable }) => isReconcilable },
  active: { kind: 'boolean', of: ({ active }) => active },
} as const satisfies Record<string, RowKey<Ledger>>
