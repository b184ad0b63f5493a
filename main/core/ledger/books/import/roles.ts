import { normaliseHeader } from '../../../statements/csv/match-header.ts'
import type { BookRole } from './book-roles.ts'

/** What exports of accounting programs call their columns: English, Spanish, German, French; the best names first. */
const words: Readonly<Record<BookRole, string>> = {
  date:
    'posting date|date|booking date|transaction date|entry date|gl date|fecha|fecha asiento|fecha contable|fecha de asiento|' +
    'buchungsdatum|belegdatum|datum|date comptable|date ecriture|ecriture date|date d ecriture|date de l ecriture|date piece',
  value_date: 'value date|fecha valor|wertstellung|valuta|valutadatum|date de valeur|date valeur',
  due_date: 'due date|fecha vencimiento|vencimiento|falligkeit|falligkeitsdatum|date d echeance|echeance|date echeance',
  voucher:
    'voucher|voucher no|voucher number|journal no|journal number|journal id|transaction no|transaction number|transaction id|' +
    'entry no|entry number|trans no|trans #|asiento|n asiento|no asiento|num asiento|numero asiento|numero de asiento|nº asiento|' +
    'buchungsnummer|journalnummer|belegnr|belegnummer|beleg nr|buchungsnr|satznr|buchungssatz|ecriture num|num ecriture|' +
    'numero ecriture|numero d ecriture|no ecriture|n ecriture|mouvement',
  account:
    'account|account code|account no|account number|gl account|ledger|ledger code|ledger account|cuenta|cuenta contable|' +
    'codigo cuenta|subcuenta|cod cuenta|konto|kontonummer|kontonr|konto nr|sachkonto|compte|numero compte|numero de compte|' +
    'compte num|no compte|n compte|compte general',
  contra_account:
    'contra account|offset account|balancing account|counter account|bal account no|contrapartida|cuenta contrapartida|' +
    'gegenkonto|gegenkontonummer|compte de contrepartie|contrepartie',
  debit: 'debit|debit amount|debits|dr|debe|cargo|importe debe|soll|sollbetrag|betrag soll|umsatz soll|montant debit',
  credit:
    'credit|credit amount|credits|cr|haber|abono|importe haber|haben|habenbetrag|betrag haben|umsatz haben|montant credit',
  amount:
    'amount|signed amount|net amount|importe|monto|saldo movimiento|betrag|umsatz|umsatz ohne soll haben kz|montant',
  side: 'd c|dc|dr cr|debit credit|debit credit indicator|type|d h|debe haber|s h|soll haben|soll haben kennzeichen|sh|sens|d c indicateur',
  currency: 'currency|currency code|ccy|moneda|divisa|wahrung|wkz umsatz|devise|code devise|idevise',
  document:
    'document|document no|document number|doc no|reference|ref|invoice|invoice no|invoice number|documento|n documento|' +
    'no documento|numero documento|referencia|factura|n factura|belegfeld 1|beleg|rechnungsnummer|rechnungsnr|referenz|' +
    'piece|piece ref|numero piece|n piece|no piece|reference piece',
  external_document:
    'external document no|external document|your reference|documento externo|referencia externa|belegfeld 2|externe belegnummer|reference externe',
  description:
    'description|memo|narration|details|text|particulars|line description|concepto|descripcion|glosa|detalle|buchungstext|' +
    'bezeichnung|beschreibung|verwendungszweck|libelle|ecriture lib|libelle ecriture|designation',
  counterparty:
    'counterparty|name|customer|vendor|supplier|payee|contact|partner|tercero|cliente|proveedor|razon social|nombre|' +
    'geschaftspartner|debitor|kreditor|kunde|lieferant|tiers|client|fournisseur|nom|comp aux lib|nom tiers',
  journal: 'journal|journal code|journal name|source|diario|tipo asiento|buchungskreis|journal lib|code journal',
}

const meanings = new Map(
  Object.entries(words).flatMap(([role, phrases]) =>
    phrases.split('|').map((phrase, rank) => [normaliseHeader(phrase), { role: role as BookRole, rank }] as const),
  ),
)

/** The role of each column by its header; the better name wins where two columns claim one role. */
export function rolesOf(headers: readonly string[]): (BookRole | null)[] {
  const claims = headers.map((header) => {
    const plain = normaliseHeader(header)
    return meanings.get(plain) ?? meanings.get(normaliseHeader(header.replace(/\([^)]*\)/g, ' '))) ?? null
  })
  const best = new Map<BookRole, number>()
  claims.forEach((claim, at) => {
    const holder = claim && best.get(claim.role)
    if (claim && (holder === undefined || holder === null || claim.rank < (claims[holder]?.rank ?? 0)))
      best.set(claim.role, at)
  })
  return claims.map((claim, at) => (claim && best.get(claim.role) === at ? claim.role : null))
}

/** Whether a header row names what an export of the books must have. */
export function isBooksHeader(headers: readonly string[]): boolean {
  const roles = new Set(rolesOf(headers))
  return roles.has('date') && roles.has('account') && (roles.has('amount') || roles.has('debit') || roles.has('credit'))
}

const opening =
  /\b(?:opening (?:balance|entry|entries)|balance brought forward|brought forward|asiento de apertura|apertura|saldo inicial|eroffnung\w*|eb wert\w*|saldovortrag\w*|a nouveau\w*|report a nouveau|ouverture)\b/

/** Whether a voucher opens the books: then it is where both sides start, and never outstanding. */
export const isOpening = (texts: readonly string[]): boolean =>
  texts.some((text) => opening.test(normaliseHeader(text)))
