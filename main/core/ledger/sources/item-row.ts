import { foldText } from '../../matching/fold.ts'
import { orderedId } from '../../ordered-id.ts'
import type { StatementEntry } from '../../statements/types.ts'
import type { ItemRow } from './stage-queries.ts'

/** Where a line belongs. */
export interface ItemPlace {
  readonly runId: string
  readonly ledgerId: string
  readonly fileId: string | null
  readonly statementId: string | null
  readonly movementId: string | null
  readonly parentId: string | null
  readonly at: number
}

export interface ItemIdentity {
  readonly strongKey: string | null
  readonly fingerprint: string
  readonly occurrence: number
}

const searched = (entry: StatementEntry): string =>
  foldText(
    [
      entry.counterpartyName,
      entry.ultimatePartyName,
      entry.counterpartyAccount,
      entry.remittanceText,
      entry.additionalInfo,
      entry.endToEndId,
      entry.bankReference,
      entry.transactionId,
      entry.chequeNo,
    ]
      .filter((part) => part !== undefined)
      .join(' '),
  )

/** What the bank says of a line, as columns. */
export type ItemContent = Pick<
  ItemRow,
  | 'position'
  | 'level'
  | 'amount'
  | 'currency'
  | 'is_reversal'
  | 'bank_status'
  | 'booking_date'
  | 'value_date'
  | 'counterparty_name'
  | 'counterparty_account'
  | 'bank_reference'
  | 'remittance_text'
  | 'search_text'
  | 'facts'
  | 'raw'
>

/** What has no column of its own goes into `facts`; nothing the bank said is dropped (principle 1). */
export function itemContent(entry: StatementEntry, accountCurrency: string): ItemContent {
  const {
    position,
    level,
    children: _,
    amount,
    currency,
    isReversal,
    bankStatus,
    bookingDate,
    valueDate,
    counterpartyName,
    counterpartyAccount,
    bankReference,
    remittanceText,
    raw,
    ...facts
  } = entry
  return {
    position,
    level,
    amount,
    currency: currency ?? accountCurrency,
    is_reversal: isReversal ? 1 : 0,
    bank_status: bankStatus,
    booking_date: bookingDate ?? valueDate ?? '',
    value_date: valueDate,
    counterparty_name: counterpartyName ?? null,
    counterparty_account: counterpartyAccount ?? null,
    bank_reference: bankReference ?? null,
    remittance_text: remittanceText ?? null,
    search_text: searched(entry),
    facts: JSON.stringify(facts),
    raw: raw ?? null,
  }
}

/** The line as a row, where it belongs and as it is known. */
export const itemRow = (content: ItemContent, place: ItemPlace, identity: ItemIdentity): ItemRow => ({
  ...content,
  id: orderedId(place.at),
  run_id: place.runId,
  ledger_id: place.ledgerId,
  source_file_id: place.fileId,
  statement_id: place.statementId,
  movement_id: place.movementId,
  parent_entry_id: place.parentId,
  strong_key: identity.strongKey,
  fingerprint: identity.fingerprint,
  occurrence: identity.occurrence,
  created_at: place.at,
  modified_at: place.at,
})
