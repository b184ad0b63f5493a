/**
 * SQL: an entry `e` opens its ledger. Such bookings are where both sides start: nothing on a statement is their partner.
 * The few transactions of that kind are found by an index of their own.
 */
export const opensLedger = `(coalesce(e.event, '') = 'opening_balance' or e.transaction_id in (
  select t.id from ledger_transactions t where t.type in ('opening_balance', 'opening')))`
