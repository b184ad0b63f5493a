import type { Faults } from '../faults.ts'
import { readFunds } from './funds.ts'
import { fieldsOf, type LogicalRecord } from './logical-records.ts'
import { minorOf } from './minor.ts'

export interface Summary {
  /** Type code: 010 opening ledger, 015 closing ledger, 100 total credits, 400 total debits … */
  readonly type: string
  readonly amount: number
  readonly count: number | null
}

export interface AccountRecord {
  readonly account: string
  readonly currency: string
  readonly summaries: readonly Summary[]
}

/** Record 03: account, currency, then groups of type, amount, item count and funds type with its extra fields. */
export function readAccountRecord(record: LogicalRecord, faults: Faults): AccountRecord {
  const fields = fieldsOf(record)
  let at = 0
  const next = () => fields[at++] ?? ''
  const account = next()
  const currency = next().toUpperCase()
  const summaries: Summary[] = []
  while (at < fields.length) {
    const type = next()
    const amountText = next()
    const count = next()
    readFunds(next)
    if (type === '' || amountText === '') continue
    const amount = minorOf(amountText)
    if (amount === null)
      faults.add('amount_invalid', `"${amountText.slice(0, 40)}" is not an amount.`, record.line, amountText)
    else summaries.push({ type, amount, count: /^\d{1,9}$/.test(count) ? Number(count) : null })
  }
  return { account, currency, summaries }
}
