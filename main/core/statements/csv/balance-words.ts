import { isCurrency } from '../currencies.ts'
import { normaliseHeader } from './match-header.ts'

/** What balance rows and the lines around the table say about a balance. */
export type BalanceKind = 'opening' | 'closing' | 'other'

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

const phrases: readonly (readonly [string, BalanceKind])[] = [
  ['balance brought forward', 'opening'],
  ['brought forward', 'opening'],
  ['balance b f', 'opening'],
  ['balance forward', 'opening'],
  ['saldovortrag', 'opening'],
  ['saldo vortrag', 'opening'],
  ['balance carried forward', 'closing'],
  ['carried forward', 'closing'],
  ['balance c f', 'closing'],
]

// One word that says everything.
const openings = words(
  'anfangssaldo eroffnungssaldo startsaldo beginsaldo openingssaldo alkusaldo nyitoegyenleg anfangsbestand algsaldo',
)
const closings = words(
  'endsaldo schlusssaldo schlussaldo abschlusssaldo abschlussaldo eindsaldo slotsaldo loppusaldo zaroegyenleg endbestand loppsaldo',
)
const balances = words(
  'balance balances bal saldo saldos solde soldes kontostand kontosaldo tagessaldo zustatek stav egyenleg egyenlege stan likutis atlikums stand ' +
    'остаток остатка сальдо салдо наличност залишок bakiye sold stanje υπολοιπο zostatok jaak baki',
)
const opening = words(
  `opening beginning begin starting start initial previous prior first anfang anfangs alter alt alte letzter eroffnung eroffnungs
  debut initiale precedent precedente precedant ancien ouverture depart inicial anterior apertura inicio iniziale iniziali inizio oud vorig vorige
  ingaende inngaende indgaende primo alku alkava poczatkowe poczatkowy poczatku pocatecni nyito pradziai pradinis sakuma
  входящии входящее начальныи начальное начало начален начално вхіднии початковии вхідныи acilis devreden onceki devir
  pocetno prethodno zacetno prejsnje zaciatocny pociatocny pociatku προηγουμενο αρχικο alg awal`,
)
const closing = words(
  `closing ending end final new last dernier derniere laatste senaste siste sidste ostatnie posledni neuer neu neue schluss abschluss ende fin finale finales nouveau cloture final cierre fine finali
  chiusura eind nieuw einde nieuwe slot utgaende utgaaende udgaende ultimo loppu koncowe koncowy konca konecny konci zaro pabaigai galutinis beigu
  исходящии исходящее конечныи конечное конец краен краино вихіднии кінцевии kapanis son zavrsno novo koncno konecny konecneho final τελικο νεο lopp akhir`,
)
const neutral = words(
  `account ledger current book booked actual actuel actuelle attuale atual huidig aktueller aktuelle contable contabile contabilistico
  konto konta compte cuenta conta conto rekening uctu available disponible disponibile disponivel verfugbarer beschikbaar dostepne
  of at on per as the for by in and to date period periode periodo periodu month statement day mois mes mese monat monats okres okresu
  vom am zum der des du au en de la le les el del al a em op van pr den till dne k na w dniu dnia dzien il dia do da dos das
  total totaal corrente corriente courant lopende
  contabil на за период начало конец по счету дату периода день на кінець період la data perioadei tarihi itibari λογιστικο μικτο διαθεσιμο`,
)
const reserved = words('available disponible disponibile disponivel verfugbarer beschikbaar dostepne')
const month =
  /^(?:jan|feb|f[ei]v|mar|mrz|maa|apr|abr|avr|may|mai|mei|mag|maj|jun|jui|giu|jul|lug|aug|aou|ago|sep|set|oct|okt|out|ott|nov|dec|dez|dic|des)[a-z]*$/

/** Whether a text names a balance and nothing else ("Opening balance", "Solde en fin de période", "Kontostand vom 31.01.2025:"). */
export function balanceKind(text: string): BalanceKind | null {
  if (text.length > 60 || text.length < 4) return null
  const normal = normaliseHeader(text)
  // Spaced out for emphasis: "S A L D O".
  const plain = /^(?:\p{L} )+\p{L}$/u.test(normal) ? normal.replaceAll(' ', '') : normal
  for (const [phrase, kind] of phrases) if (plain === phrase || plain.startsWith(`${phrase} `)) return kind
  let isBalance = false
  let isOpening = false
  let isClosing = false
  let isReserved = false
  for (const word of plain.split(' ')) {
    const isWhole = openings.has(word) || closings.has(word)
    isBalance ||= isWhole || balances.has(word)
    isOpening ||= openings.has(word) || opening.has(word)
    isClosing ||= closings.has(word) || closing.has(word)
    isReserved ||= reserved.has(word)
    const isKnown =
      isWhole || balances.has(word) || opening.has(word) || closing.has(word) || neutral.has(word) || month.test(word)
    if (!isKnown && !/^\d+$/.test(word) && !isCurrency(word.toUpperCase())) return null
  }
  // A bare "stand" or "stav" is a word of many meanings.
  if (!isBalance || /^(?:bal|stan|stand|stav)$/.test(plain)) return null
  if (isReserved || isOpening === isClosing) return 'other'
  return isOpening ? 'opening' : 'closing'
}

const carries = words('ubertrag uberhang riporto report transport transporte')

/** Whether a text is what stands at the foot and the head of a page; beside a date it is a kind of payment. */
export const isCarry = (text: string): boolean => {
  if (text.length > 20) return false
  const plain = normaliseHeader(text)
  return carries.has(plain) || /^(?:a riportare|a reporter|suma y sigue|suma anterior|a transportar)$/.test(plain)
}
