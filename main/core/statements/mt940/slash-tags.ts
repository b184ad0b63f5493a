import { filled } from '../filled.ts'
import type { StructuredReference } from '../types.ts'
import type { Details } from './details.ts'
import { lineEnd, readParty, Sides } from './sides.ts'
import { bare, mended, searched, shown, type Wrapped } from './wrapped.ts'

// Code words of the Dutch layouts and of the SWIFT usage rules. A slash before and after makes a tag.
const words =
  'ACCW ADDR BBAN BENM BIC BUSP CDTRREF CDTRREFTP CHGS CNTP CREF CSID EREF EXCH IBAN ID INIT IREF ISDT KREF MARF NAME NRTX ' +
  'OCMT ORDP PREF PURP REMI RFB ROC RTRN SVCL SVWZ TRCD TRTP TXT ULTB ULTC ULTD UDTR UCRD'
const tag = new RegExp(`/(${words.replaceAll(' ', '|')})(?=/)`, 'g')
const start = new RegExp(`^\\s*(?:\\d{3}\\s?)?/(?:${words.replaceAll(' ', '|')})/`)

export const isSlashed = (joined: string): boolean => start.test(joined)

const parties: Readonly<Record<string, 'party' | 'ultimate' | 'other'>> = {
  BENM: 'party',
  ORDP: 'party',
  ULTB: 'ultimate',
  ULTC: 'ultimate',
  ULTD: 'ultimate',
  UDTR: 'ultimate',
  UCRD: 'ultimate',
  INIT: 'other',
}

const textWords = new Set(['REMI', 'TXT', 'SVWZ'])
const amountWords = new Set(['OCMT', 'CHGS', 'EXCH'])

/** Reads /EREF/…/BENM//NAME/…/REMI/…/ISDT/… . */
export function slashFields(text: Wrapped, isCredit: boolean): Details {
  const marks = [...text.joined.matchAll(tag)]
  const hasText = marks.some((mark) => textWords.has(mark[1] ?? ''))
  const values = new Map<string, string>()
  const remittance: [number, number][] = []
  const rest: string[] = []
  const sides = new Sides()
  let party: 'party' | 'ultimate' | 'other' = 'party'
  let ultimate = ''
  for (const [i, mark] of marks.entries()) {
    const word = mark[1] ?? ''
    const from = mark.index + mark[0].length + 1
    const to = marks[i + 1]?.index ?? text.joined.length
    const value = bare(mended(text, from, to))
    party = parties[word] ?? party
    if (word in parties) sides.turnTo(word)
    if (party === 'party' && word in parties && value !== '') {
      const { account, name, restFrom } = readParty(text, from, to, hasText)
      sides.add({ account, name })
      if (restFrom < to) remittance.push([restFrom, to])
    } else if (word === 'NAME' || (word in parties && value !== '')) {
      if (party === 'party') sides.add({ name: value })
      else if (party === 'ultimate') ultimate ||= value
    } else if (word === 'IBAN' || word === 'BBAN') sides.add({ account: compact(value) })
    else if (word === 'BIC') sides.add({ bank: compact(value) })
    else if (textWords.has(word)) remittance.push([from, to])
    else if (word === 'ROC' || word === 'NRTX') rest.push(value)
    else if (amountWords.has(word)) {
      const end = lineEnd(text, from, to)
      if (!values.has(word)) values.set(word, bare(mended(text, from, end)))
      if (bare(searched(text, end, to)) !== '') remittance.push([end, to])
    } else if (!values.has(word)) values.set(word, value)
  }
  const other = sides.other(isCredit)
  const [account, bank, contraName] = (values.get('CNTP') ?? '').split('/')
  const [accwAccount, accwBank] = (values.get('ACCW') ?? '').split(',')
  const reference = structured(remittance.map(([from, to]) => bare(searched(text, from, to))))
  const join = (form: typeof shown) =>
    remittance
      .map(([from, to]) => bare(form(text, from, to).replace(/^\/?(?:USTD\/\/?|STRD\/(?:[A-Z]+\/)?)/, '')))
      .filter((piece) => piece !== '')
      .join(' ')
  const code = /^\s*(\d{3})/.exec(text.joined)?.[1]
  return filled<Details>({
    code,
    counterpartyName: other.name || contraName?.trim(),
    ultimatePartyName: ultimate,
    counterpartyAccount: other.account || compact(account || accwAccount),
    counterpartyBank: other.bank || compact(bank || accwBank),
    endToEndId: values.get('EREF') || values.get('CREF'),
    paymentInfoId: values.get('PREF') || values.get('KREF'),
    instructionId: values.get('IREF') || values.get('RFB'),
    mandateId: values.get('MARF'),
    creditorId: compact(values.get('CSID')),
    purpose: values.get('PURP')?.replace(/^CD\//, ''),
    returnReason: values.get('RTRN'),
    remittanceText: join(shown),
    remittanceJoined: join(searched),
    structuredReferences: reference ? [reference] : undefined,
    additionalInfo: [values.get('TRTP'), ...rest].filter((piece) => piece !== undefined && piece !== '').join(' '),
    originalText: values.get('OCMT'),
    chargeText: values.get('CHGS'),
    exchangeRate: values.get('EXCH'),
  })
}

function structured(texts: readonly string[]): StructuredReference | null {
  for (const text of texts) {
    const found = /^\/?STRD\/(?:([A-Z]+)\/)?(.+)$/.exec(text)
    if (found?.[2]) return { scheme: found[1] ?? 'STRD', value: found[2], check: 'none' }
  }
  return null
}

const compact = (text = '') => text.replace(/\s+/g, '').toUpperCase()
