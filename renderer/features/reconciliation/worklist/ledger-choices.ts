import { ledgerName, useBooks } from '../../books/store.ts'

/** Ledgers that something can be booked to, besides the run's own. */
export function useLedgerChoices(exceptId: string) {
  const ledgers = useBooks((state) => state.ledgers)
  return (ledgers ?? [])
    .filter(({ id, active, direct_booking: direct }) => active && direct && id !== exceptId)
    .map((ledger) => ({ value: ledger.id, label: ledgerName(ledger) }))
}
