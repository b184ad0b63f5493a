const longest = 1000

/** Names under which banks show what a payment is for, in the languages of their sites. The bank's own id is none. */
const telling =
  /concept|descri|detal|detail|memo|remittance|glosa|motivo|subject|narrati|purpose|verwendung|libell|objet|causal|mensaje|message|nota|note|asunto|observ|payment_?ref|pago_?ref/i

/** What a bank's raw row says beside the sender, or null. Only text of telling fields: ids and dates are no evidence. */
export function referenceText(raw: unknown): string | null {
  if (typeof raw !== 'object' || raw === null) return null
  const texts = Object.entries(raw).flatMap(([name, value]) =>
    typeof value === 'string' && telling.test(name) && value.trim() !== '' ? [value.trim()] : [],
  )
  return texts.length === 0 ? null : texts.join(' ').slice(0, longest)
}
