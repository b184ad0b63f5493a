import { normaliseHeader } from './match-header.ts'

// Announced, reserved, not yet booked.
const announced =
  'pending|pend|prel|authorized|authorised|processing|in progress|in process|awaiting|awaiting approval|scheduled|upcoming|planned|' +
  'initiated|submitted|draft|on hold|unconfirmed|incomplete|pending approval|geplant|in bearbeitung|wird bearbeitet|ausstehend|' +
  'angekundigt|programado|programada|programmato|pianificato|agendado|agendada|planifie|prevu|gepland|planerad|planlagt|' +
  'zaplanowana|zaplanowane|planovana|tervezett|not posted|not booked|not yet posted|' +
  'not yet booked|reserved|unposted|en attente|en cours|a venir|vorgemerkt|umsatz vorgemerkt|reserviert|offen|' +
  'pendiente|en proceso|en transito|retenido|pendente|em processamento|a processar|in sospeso|' +
  'non contabilizzato|in lavorazione|in behandeling|gereserveerd|reservering|reserverad|reserverat|preliminar|' +
  'reservert|reserveret|afventer|venter|odottaa|katevaraus|varaus|oczekujaca|oczekujace|w toku|blokada|' +
  'zablokowane|w realizacji|ceka|cekajici|blokace|neuctovano|fuggo|fuggoben|zarolt|zarolas|в обработке|' +
  'обрабатывается|в процессе|ожидает|ожидание|холд|hold|авторизация|в обробці|очікує|блокування|bekliyor|' +
  'beklemede|provizyon|în așteptare|in asteptare|εκκρεμεί|na čekanju|cakajuce|未入账|处理中|待处理|処理中|未確定|대기|tertunda|' +
  'menunggu'

// Never to be booked.
const refused =
  'reverted|declined|failed|canceled|cancelled|rejected|denied|expired|voided|refused|abgelehnt|fehlgeschlagen|' +
  'storniert|abgebrochen|refuse|refusee|annule|annulee|echoue|rechazado|rechazada|anulado|anulada|cancelado|' +
  'cancelada|fallido|fallida|rejeitado|rejeitada|annullato|annullata|rifiutato|rifiutata|geweigerd|mislukt|' +
  'geannuleerd|avbruten|nekad|makuleret|afvist|avvist|hylatty|odrzucona|odrzucone|anulowana|zamitnuto|zamitnuta|' +
  'zruseno|elutasitva|sikertelen|torolt|geweigerd|niet uitgevoerd|отклонено|отклонен|отменено|отменен|ошибка|' +
  'неуспешно|не выполнено|неисполнено|відхилено|скасовано|отказана|iptal|iptal edildi|reddedildi|basarisiz|' +
  'memo|anulat|anulata|respinsa|交易关闭|已关闭|失败|已退款关闭|取消|失敗|취소|gagal|dibatalkan'

let known: ReadonlyMap<string, 'pending' | 'info'> | null = null
const words = (): ReadonlyMap<string, 'pending' | 'info'> => {
  known ??= new Map([
    ...announced.split('|').map((word) => [normaliseHeader(word), 'pending'] as const),
    ...refused.split('|').map((word) => [normaliseHeader(word), 'info'] as const),
  ])
  return known
}

/** What a status or a word in place of a date says: announced, never booked, or nothing. */
export function statusOf(text: string): 'pending' | 'info' | null {
  if (text === '' || text.length > 40) return null
  const plain = normaliseHeader(text)
  return words().get(plain) ?? (/^vorgemerkte? /.test(plain) ? 'pending' : null)
}

/** What the first of several columns of statuses says that says anything. */
export function statusIn(cells: readonly string[], columns: readonly number[]): 'pending' | 'info' | null {
  for (const column of columns) {
    const status = statusOf(cells[column] ?? '')
    if (status !== null) return status
  }
  return null
}

// Beside the word that tells, a heading names no more than the lines themselves.
const lines =
  /^(?:transactions?|items?|activity|charges?|payments?|authori[sz]ations?|movements?|purchases?|movimientos?|operaciones|transacciones|compras|cargos|mouvements?|operations?|achats|umsatze|umsatz|buchungen|zahlungen|transaktionen|movimenti|operazioni|transazioni|movimentos|lancamentos|transacoes|transacties|boekingen|betalingen|transaktioner|posteringer|kop|tapahtumat|transakcje|operacje|platby|transakce|tranzakciok)$/

/** What a heading says of the lines beneath it: "Pending transactions" announces them. */
export function statusOfHeading(cells: readonly string[]): 'pending' | 'info' | null {
  const filled = cells.filter((cell) => cell !== '')
  if (filled.length !== 1 || (filled[0] ?? '').length > 40) return null
  const words = normaliseHeader(filled[0] ?? '').split(' ')
  const told = words.filter((word) => !lines.test(word)).join(' ')
  return statusOf(told) ?? statusOf(told.replace(/(?:e[sn]?|[sn])$/, ''))
}
