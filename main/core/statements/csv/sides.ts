import { headerMeanings, normaliseHeader } from './match-header.ts'

/** Which side of the account a cell names. */
export type Side = 'debit' | 'credit'
export type SideOf = (cell: string) => Side | null

const debits =
  'd|dr|db|nota débito|nota debito|nota de débito|nota de debito|n/d|dbit|dbt|debit|debet|debito|débito|débit|debits|s|soll|sollbuchung|belastung|lastschrift|af|out|outflow|outgoing|' +
  'money out|withdrawal|withdraw|withdrawn|paid out|cargo|cargos|debe|egreso|egresos|dare|addebito|uscita|u|ut|ud|ausgang|ausgabe|sortie|saída|saida|' +
  'salida|otto|meno|winien|wn|obciążenie|obciazenie|wychodząca|wychodzące|odchozí|odchozi|výdaj|vydej|terhelés|terheles|kiadás|kiadas|tartozik|t|-|debit card|deb|' +
  'spending|sent|expense|payment out|gasto|uttag|utbetaling|hævet|' +
  'дебет|дебит|расход|списание|дт|видаток|списання|разход|borç|borc|çıkan|gider|χρέωση|χρεωση|χ|χρ|duguje|isplata|terećenje|breme|odliv|' +
  'deebet|debets|debetas|debitare|ieșire|借|借方|支出|支払い|支払|出金|转出|取款|출금|지급|ghi nợ|nợ|keluar|debitas|חובה|مدين|ödeme'
const credits =
  'c|cr|crdt|nota crédito|nota credito|nota de crédito|nota de credito|n/c|crt|credit|kredit|credito|crédito|crédit|credits|h|haben|habenbuchung|gutschrift|bij|in|inflow|incoming|money in|' +
  'deposit|paid in|abono|abonos|haber|ingreso|ingresos|avere|accredito|entrata|e|inn|ind|eingang|einnahme|entrée|entree|entrada|pano|' +
  'tulo|ma|uznanie|przychodząca|przychodzące|příchozí|prichozi|příjem|prijem|jóváírás|jovairas|bevétel|bevetel|követel|kovetel|j|k|+|cred|received|income|' +
  'payment in|insättning|innbetaling|indsat|' +
  'кредит|приход|зачисление|кт|надходження|зарахування|поступление|alacak|giren|gelir|πίστωση|πιστωση|π|πι|potražuje|uplata|odobrenje|dobro|priliv|' +
  'kreedit|kredīts|kreditas|creditare|intrare|贷|贷方|貸|收入|入金|预入|转入|存款|입금|ghi có|có|masuk|זכות|دائن'

const sides: ReadonlyMap<string, Side> = new Map([
  ...debits.split('|').map((word) => [word, 'debit'] as const),
  ...credits.split('|').map((word) => [word, 'credit'] as const),
])

const phrase = (words: string) => new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu')
// Within a few words: "Outgoing transfer", "Transferencia recibida", "Bonifico in entrata".
const outgoing = phrase(
  'outgoing|outbound|sent|ausgehende?r?|gesendete?r?|enviad[oa]s?|salientes?|emitid[oa]s?|sortante?s?|émise?s?|envoyée?s?|inviat[oi]|' +
    'in uscita|uitgaande|verzonden|utgående|wychodząc[aey]|odchozí',
)
const incoming = phrase(
  'incoming|inbound|received|eingehende?r?|empfangene?r?|erhaltene?r?|recibid[oa]s?|entrantes?|recebid[oa]s?|reçue?s?|ricevut[oi]|' +
    'in entrata|inkomende|ontvangen|inkommande|ingående|mottag(?:en|na)|przychodząc[aey]|příchozí',
)

/** The same side in two languages: "借 Dr". */
function bothSay(text: string): Side | undefined {
  const [first, second, more] = text.split(/[\s/()]+/)
  if (first === undefined || second === undefined || more !== undefined) return undefined
  const side = sides.get(first)
  return side === sides.get(second) ? side : undefined
}

/** What an indicator cell says by itself: debit, credit, or nothing known. */
export const indicatorOf: SideOf = (text) => {
  const word = text.trim().toLowerCase()
  const known = sides.get(word) ?? bothSay(word)
  if (known !== undefined) return known
  if (text.length < 6 || text.length > 40) return null
  const [isOut, isIn] = [outgoing.test(text), incoming.test(text)]
  return isOut === isIn ? null : isOut ? 'debit' : 'credit'
}

// Letters that say nothing alone, or something else: cargo and abono, dare and avere, borç and alacak, ingreso and egreso.
const pairs: ReadonlyMap<string, string> = new Map([
  ['ac', 'c'],
  ['ad', 'd'],
  ['ab', 'b'],
  ['dp', 'd'],
  ['ei', 'e'],
  ['gi', 'g'],
  ['ou', 'o'],
])

/** The letters for which the words of a header stand ("CARGO/ABONO"), when it names one side each. */
function lettersOf(header: string): ReadonlyMap<string, Side> | null {
  const named = new Map<string, Side>()
  for (const word of normaliseHeader(header).split(' ')) {
    const side = word.length > 2 ? indicatorOf(word) : null
    const letter = word.slice(0, 1)
    if (side === null) continue
    if (named.has(letter) && named.get(letter) !== side) return null
    named.set(letter, side)
  }
  return new Set(named.values()).size === 2 ? named : null
}

/** How the cells of one column name the sides, judged by its header and by all the words that stand in it. */
export function sidesOf(header: string, cells: Iterable<string>): SideOf {
  const letters = lettersOf(header)
  if (letters) return (cell) => letters.get(cell.trim().toLowerCase()) ?? indicatorOf(cell)
  // Two letters under any other header are texts.
  if (!headerMeanings(header).some(({ role }) => role === 'indicator' || role === 'type')) return indicatorOf
  const seen = new Set<string>()
  for (const cell of cells) {
    const word = cell.trim().toLowerCase()
    if (word !== '') seen.add(word)
    if (seen.size > 2) return indicatorOf
  }
  const debit = pairs.get([...seen].sort().join(''))
  if (debit === undefined || [...seen].some((word) => word.length !== 1)) return indicatorOf
  return (cell) => (cell.trim() === '' ? null : cell.trim().toLowerCase() === debit ? 'debit' : 'credit')
}
