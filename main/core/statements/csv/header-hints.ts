import { headerMeanings, normaliseHeader } from './match-header.ts'

// The amounts of the payments that one line sums up; they stand in lines of their own beneath it.
const detailName =
  /^(?:einzelbetrag|betrag einzelzahlung(?:en)?|betrag detail|detailbetrag|montant individuel|montant detail|importo singolo|importo individuale|individual amount|single amount)\b/

/** Whether a header names the amounts of the parts of a line. */
export const isDetailAmount = (header: string): boolean => detailName.test(normaliseHeader(header))

const postedName =
  /\b(?:post(?:ed|ing)?|book(?:ed|ing)?|buchung\w*|verbucht|comptabilisation|contable|contabile|registrazione|bokfor\w*|bogfor\w*|ksiegowania|zauctovani|processed|entry)\b|обработки|проводки|入账|记账/
const madeName =
  /\b(?:transaction|trans|trade|purchase|abschlussdatum|kaufdatum|einkaufsdatum|operation|operacion|operazione|achat|compra|transaktions\w*|kop\w*)\b|операции|交易/

/** The column of the day a payment was made, beside that of the day it was booked; -1 where no such pair is named. */
export function purchaseColumn(header: readonly string[] | null, booking: number): number {
  if (!header || booking < 0 || !postedName.test(normaliseHeader(header[booking] ?? ''))) return -1
  return header.findIndex((name, column) => {
    const plain = normaliseHeader(name)
    return (
      column !== booking &&
      madeName.test(plain) &&
      !postedName.test(plain) &&
      headerMeanings(name).some(({ role, exactness }) => role === 'bookingDate' && exactness === 3)
    )
  })
}
