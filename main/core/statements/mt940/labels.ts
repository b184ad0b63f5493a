import { filled } from '../filled.ts'
import type { Details } from './details.ts'
import { mended, searched, shown, type Wrapped } from './wrapped.ts'

type Kind =
  | 'account'
  | 'bank'
  | 'name'
  | 'text'
  | 'transaction'
  | 'endToEnd'
  | 'mandate'
  | 'creditor'
  | 'reference'
  | 'other'

// Polish and Dutch statements label their text; a label begins the text or a line, or follows a blank or a semicolon.
// One Dutch bank parts account and name by a slash, and writes what was paid for before both without a label.
const labels: readonly (readonly [Kind, string])[] = [
  ['account', 'Z RACH\\.?|NA RACH\\.?|RACHUNEK|IBAN|REKENING|REK'],
  ['bank', 'BIC'],
  ['name', 'OD|DLA|/?NAAM|NADAWCA|ODBIORCA'],
  ['text', 'TYT\\.?|TYTU[LŁ]|OMSCHRIJVING'],
  ['transaction', 'TNR'],
  ['endToEnd', 'KENMERK'],
  ['mandate', 'MACHTIGING'],
  ['creditor', 'INCASSANT'],
  ['reference', 'BETALINGSKENM\\.?'],
  ['other', 'ID IPH'],
]
const label = new RegExp(`(?:${labels.map(([, words]) => `(${words})`).join('|')})\\s?:`, 'gi')

/** Reads "Z RACH.: …; OD: …; TYT.: …; TNR: …" and "IBAN: … NAAM: … OMSCHRIJVING: …"; null with fewer than two labels. */
export function labelFields(text: Wrapped): Details | null {
  const starts = new Set([0, ...text.cuts.map((cut) => cut.at)])
  const marks = [...text.joined.matchAll(label)].filter(
    ({ 0: mark, index }) => mark.startsWith('/') || starts.has(index) || /[\s;]/.test(text.joined[index - 1] ?? ''),
  )
  const [first] = marks
  if (first === undefined || marks.length < 2) return null
  const found = marks.map((mark, i) => ({
    kind: labels[mark.slice(1).findIndex((group) => group !== undefined)]?.[0] ?? 'other',
    from: mark.index + mark[0].length,
    to: marks[i + 1]?.index ?? text.joined.length,
    whole: mark.index,
  }))
  const range = (kind: Kind) => found.find((value) => value.kind === kind)
  const value = (kind: Kind) => {
    const at = range(kind)
    return at === undefined ? '' : ended(mended(text, at.from, at.to))
  }
  // A name is padded with blanks before the address that follows it.
  const column = (kind: Kind) => {
    const at = range(kind)
    return at === undefined
      ? ''
      : ended(
          text.joined
            .slice(at.from, at.to)
            .trim()
            .split(/\s{2,}/)[0] ?? '',
        )
  }
  const compact = (kind: Kind) => column(kind).replace(/\s+/g, '').toUpperCase()
  const title = range('text')
  const other = range('other')
  const before = /^\s*(?:\d{3}[\s;]\s*)?/.exec(text.joined)?.[0].length ?? 0
  // Without a label for it, the text is what stands before the labels.
  const untitled = title === undefined ? { from: before, to: first.index } : title
  const reference = compact('reference')
  return filled<Details>({
    code: /^\s*(\d{3})(?=[\s;])/.exec(text.joined)?.[1],
    counterpartyAccount: compact('account'),
    counterpartyBank: compact('bank'),
    counterpartyName: column('name'),
    transactionId: compact('transaction'),
    endToEndId: value('endToEnd'),
    mandateId: value('mandate'),
    creditorId: compact('creditor'),
    structuredReferences: reference === '' ? undefined : [{ scheme: 'NL', value: reference, check: 'none' }],
    remittanceText: ended(shown(text, untitled.from, untitled.to)),
    remittanceJoined: ended(searched(text, untitled.from, untitled.to)),
    additionalInfo: [
      title && ended(mended(text, before, first.index)),
      other && ended(mended(text, other.whole, other.to)),
    ]
      .filter((piece) => piece)
      .join(' '),
  })
}

const ended = (text: string) => text.replace(/[\s;]+$/, '').trim()
