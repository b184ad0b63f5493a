import { filled } from '../filled.ts'
import type { Details } from './details.ts'
import { mended, searched, shown, type Wrapped } from './wrapped.ts'

// Tags of the German remittance text. They begin anywhere, also in the middle of a piece or over two. The short ones
// also occur inside words, so no letter may stand before them; MTLG: is an older bank's "message". Two big banks spell
// the references out.
const tag =
  /(?:(EREF|KREF|MREF|BREF|RREF|CRED|COAM|OAMT|SVWZ|ABWA|ABWE|PURP|ANAM)\+|(?<!\p{L})(DEBT|IBAN|BIC)\+|(MTLG):|(End-to-End-Ref\.|Mandatsref\.?|Gl(?:ä|ae)ubiger-ID|Kundenreferenz) ?:)/gu

const spelled: Readonly<Record<string, string>> = { E: 'EREF', M: 'MREF', G: 'CRED', K: 'KREF' }

const nameOf = (mark: RegExpMatchArray): string => mark[1] ?? mark[2] ?? mark[3] ?? spelled[mark[4]?.[0] ?? ''] ?? ''

interface Tagged {
  readonly name: string
  readonly from: number
  readonly to: number
}

const textTags = new Set(['SVWZ', 'MTLG'])

/** Reads the tagged fields of a remittance text; null when it has no tag. */
export function sepaFields(text: Wrapped): Details | null {
  const marks = [...text.joined.matchAll(tag)]
  const [first] = marks
  if (first === undefined) return null
  const found: Tagged[] = marks.map((mark, i) => ({
    name: nameOf(mark),
    from: mark.index + mark[0].length,
    to: marks[i + 1]?.index ?? text.joined.length,
  }))
  const free: [number, number][] = first.index > 0 ? [[0, first.index]] : []
  const values = new Map<string, string>()
  for (const { name, from, to } of found) {
    if (textTags.has(name)) {
      free.push([from, to])
      continue
    }
    const end = valueEnd(text, from, to)
    if (end < to) free.push([end, to])
    if (!values.has(name)) values.set(name, mended(text, from, end))
  }
  const compact = (name: string) => values.get(name)?.replace(/\s+/g, '')
  const join = (form: typeof shown) =>
    free
      .map(([from, to]) => form(text, from, to))
      .filter((piece) => piece !== '')
      .join(' ')
  const rest = ['RREF', 'BREF', 'OAMT', 'COAM', 'DEBT']
    .filter((name) => values.has(name))
    .map((name) => `${name}+${values.get(name)}`)
  return filled<Details>({
    remittanceText: join(shown),
    remittanceJoined: join(searched),
    endToEndId: values.get('EREF'),
    paymentInfoId: values.get('KREF'),
    mandateId: values.get('MREF'),
    creditorId: compact('CRED'),
    purpose: values.get('PURP'),
    counterpartyName: values.get('ANAM'),
    ultimatePartyName: values.get('ABWA') || values.get('ABWE'),
    counterpartyAccount: compact('IBAN')?.toUpperCase(),
    counterpartyBank: compact('BIC')?.toUpperCase(),
    additionalInfo: rest.join(' '),
  })
}

/** A value goes on in the next piece only if its own piece was full; what follows a short piece is free text. */
function valueEnd(text: Wrapped, from: number, to: number): number {
  const cut = text.cuts.find((candidate) => candidate.at > from && candidate.at < to && !candidate.isFull)
  return cut?.at ?? to
}
