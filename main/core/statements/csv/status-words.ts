import { normaliseHeader } from './match-header.ts'

// Announced, reserved, not yet booked.
const announced =
  'pending|prel|authorized|authorised|processing|in progress|in process|awaiting|awaiting approval|scheduled|upcoming|planned|' +
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
  'anulat|anulata|respinsa|交易关闭|已关闭|失败|已退款关闭|取消|失敗|취소|gagal|dibatalkan'

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
