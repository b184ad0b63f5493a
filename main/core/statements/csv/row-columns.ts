import type { AmountColumns } from './amounts.ts'
import type { DateOrder } from './date-text.ts'
import { isDetailAmount, purchaseColumn } from './header-hints.ts'
import { amountColumns, columnsOf, type Plan } from './plan.ts'

/** Where everything stands that decides what a row is; -1 for a column that the table has not. */
export interface RowColumns extends AmountColumns {
  readonly booking: number
  readonly value: number
  /** The column that says whether a row is dated. */
  readonly date: number
  readonly balance: number
  readonly opening: number
  readonly fee: number
  readonly currency: number
  readonly own: number
  readonly statuses: readonly number[]
  /** The day a payment was made, where another column says when it was booked. */
  readonly purchase: number
  /** Amounts of the parts of the line above. */
  readonly details: ReadonlySet<number>
  /** Columns of words, in which a balance may be named. */
  readonly texts: readonly number[]
  /** The first column of amounts, and all of them. */
  readonly amount: number
  readonly amounts: readonly number[]
  readonly order: (column: number) => DateOrder
  readonly isText: (column: number) => boolean
}

/** Looks the columns of a plan up once. */
export function rowColumns(plan: Plan): RowColumns {
  const { roles, dateOrders } = plan
  const columns = amountColumns(roles, plan.decimalSigns, plan.side, plan.minor, plan.isDebitSigned)
  const { at } = columns
  const [booking, value] = [at('bookingDate'), at('valueDate')]
  const amounts = [at('amount'), at('debit'), at('credit')].filter((column) => column >= 0)
  const texts = (['remittance', 'counterpartyName', 'type', 'reference'] as const).flatMap((role) =>
    columnsOf(roles, role),
  )
  return {
    ...columns,
    booking,
    value,
    date: booking >= 0 ? booking : value,
    balance: at('balance'),
    opening: at('openingBalance'),
    fee: at('fee'),
    currency: at('currency'),
    own: at('ownAccount'),
    statuses: columnsOf(roles, 'status'),
    purchase: purchaseColumn(plan.header, booking),
    details: new Set((plan.header ?? []).flatMap((name, column) => (isDetailAmount(name) ? [column] : []))),
    texts,
    amount: amounts[0] ?? -1,
    amounts,
    order: (column) => dateOrders.get(column) ?? 'ymd',
    isText: (column) => !roles.has(column) || texts.includes(column),
  }
}
