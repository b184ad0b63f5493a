import type { EngineEntry, EngineItem } from '../types.ts'
import type { DocumentIndex, Known } from './document-index.ts'
import { isAmount, isDate, isPlaceholder } from './guards.ts'
import { expandLists } from './lists.ts'
import { hasValidCheck, schemeByForm, schemeNamed } from './schemes.ts'
import { normalReference, type TextWord, withoutZeros, wordsOf } from './words.ts'

export type ReferenceCode = 'R1' | 'R2' | 'R3' | 'R4' | 'R5'

/** How an item names an entry. */
export interface Hit {
  readonly entry: number
  readonly code: ReferenceCode
  /** Exactly as the item carries it. */
  readonly fragment: string
  /** As the books carry it. */
  readonly value: string
  readonly isCheque: boolean
}

const order: Readonly<Record<ReferenceCode, number>> = { R1: 0, R2: 1, R3: 2, R4: 3, R5: 4 }
/** A number is printed in at most so many groups. */
const mostGroups = 7
const longest = 40
/** Between two groups of one number stand at most so many characters. */
const widestGap = 3
const chequeWords = /cheque|check|scheck|\bchq|\bchk|schq/i

interface Found extends Hit {
  readonly start: number
  readonly end: number
}

/** The entries that an item names, each by its best evidence, in the order of the entries. */
export function findReferences(item: EngineItem, index: DocumentIndex, entries: readonly EngineEntry[]): Hit[] {
  const best = new Map<number, Found>()
  const add = (hit: Found): void => {
    const entry = entries[hit.entry] as EngineEntry
    if (Math.sign(entry.open) !== Math.sign(item.open)) return
    const known = best.get(hit.entry)
    if (!known || order[hit.code] < order[known.code]) best.set(hit.entry, hit)
  }
  fromFields(item, index, entries, add)
  const texts = new Set([
    item.text,
    item.textJoined,
    item.endToEndId ?? '',
    ...item.referredDocuments.map((d) => d.number),
  ])
  for (const text of texts) if (/\d/.test(text)) fromText(text, item, index, entries, add)
  if (best.size === 0) return []
  return withoutInner([...best.values()])
    .sort((a, b) => a.entry - b.entry)
    .map(({ entry, code, fragment, value, isCheque }) => ({ entry, code, fragment, value, isCheque }))
}

type Add = (hit: Found) => void
const nowhere = { start: -1, end: -1 }

function fromFields(item: EngineItem, index: DocumentIndex, entries: readonly EngineEntry[], add: Add): void {
  for (const { scheme: named, value, check } of item.structuredReferences) {
    const normal = normalReference(value)
    for (const known of sameSide(
      index.byNumber.get(normal) ?? index.byNumber.get(withoutZeros(normal)),
      item,
      entries,
    )) {
      const scheme = schemeNamed(named) ?? known.scheme ?? schemeByForm(normal)
      const verdict = scheme && hasValidCheck(scheme, normal, item.amount, value)
      const isChecked = verdict ?? (check === 'valid' && schemeNamed(named) !== undefined)
      const code = isChecked ? 'R1' : known.strength === 'full' ? 'R3' : 'R5'
      add({ entry: known.entry, code, fragment: value, value: known.normal, isCheque: false, ...nowhere })
    }
  }
  for (const id of [item.endToEndId, item.transactionId, item.bankReference, item.paymentInfoId]) {
    const normal = normalReference(id ?? '')
    if (id === null || normal.length < 4 || isPlaceholder(normal)) continue
    for (const entry of index.byPaymentId.get(normal) ?? [])
      add({ entry, code: 'R2', fragment: id, value: normal, isCheque: false, ...nowhere })
  }
  if (item.chequeNo !== null) {
    const cheque = withoutZeros(normalReference(item.chequeNo))
    for (const entry of index.byCheque.get(cheque) ?? [])
      add({ entry, code: 'R2', fragment: item.chequeNo, value: cheque, isCheque: true, ...nowhere })
  }
}

function fromText(
  text: string,
  item: EngineItem,
  index: DocumentIndex,
  entries: readonly EngineEntry[],
  add: Add,
): void {
  const words = wordsOf(text)
  const isChequeLine = index.byCheque.size > 0 && chequeWords.test(`${text} ${item.bankCode ?? ''}`)
  for (let from = 0; from < words.length; from++) {
    let normal = ''
    let hasDigit = false
    for (let to = from; to < Math.min(words.length, from + mostGroups); to++) {
      const word = words[to] as TextWord
      if (word.isTaken || normal.length + word.normal.length > longest) break
      if (to > from && word.start - (words[to - 1] as TextWord).end > widestGap) break
      normal += word.normal
      hasDigit ||= word.hasDigit
      if (!hasDigit || !word.hasDigit) continue
      const place = { start: (words[from] as TextWord).start, end: word.end }
      const fragment = text.slice(place.start, place.end)
      lookUp({ normal, groups: to - from + 1, fragment, place, text }, item, index, entries, add)
      if (isChequeLine && to === from)
        for (const entry of index.byCheque.get(withoutZeros(normal)) ?? [])
          add({ entry, code: 'R2', fragment, value: normal, isCheque: true, ...place })
    }
  }
  for (const { entry, fragment, start, end } of shortLists(text, words, index))
    add({ entry, code: 'R5', fragment, value: fragment, isCheque: false, start, end })
}

interface Candidate {
  readonly normal: string
  readonly groups: number
  readonly fragment: string
  readonly place: { readonly start: number; readonly end: number }
  readonly text: string
}

function lookUp(
  { normal, groups, fragment, place, text }: Candidate,
  item: EngineItem,
  index: DocumentIndex,
  entries: readonly EngineEntry[],
  add: Add,
): void {
  const isNumber = /^\d+$/.test(normal)
  if (isNumber && (isAmount(normal, item.amount) || (groups === 1 && isDate(normal)))) return
  const found = index.byNumber.get(normal) ?? index.byNumber.get(withoutZeros(normal))
  if (found) {
    const same = sameSide(found, item, entries)
    for (const known of same) {
      const isChecked =
        known.scheme !== undefined &&
        hasValidCheck(known.scheme, known.normal, item.amount) === true &&
        normal.length === known.normal.length
      const isOnly = same.length === 1 && known.strength === 'full' && !isDoubtful(normal, groups, place, text)
      const code = isChecked ? 'R1' : isOnly ? 'R3' : 'R5'
      add({ entry: known.entry, code, fragment, value: known.normal, isCheque: false, ...place })
    }
    const [only] = same
    if (only && same.length === 1 && only.strength === 'full')
      for (const more of expandLists(text, place, only.normal))
        for (const known of sameSide(index.byNumber.get(more.normal), item, entries))
          add({ entry: known.entry, code: 'R3', value: known.normal, isCheque: false, ...more })
    return
  }
  const digits = withoutZeros(normal.replace(/\D/g, ''))
  if (digits.length < 6 || !/^[A-Z]{0,6}\d+$/.test(normal)) return
  const same = sameSide(index.byDigits.get(digits), item, entries)
  if (same.length !== 1) return
  const [known] = same
  if (known) add({ entry: known.entry, code: 'R4', fragment, value: known.normal, isCheque: false, ...place })
}

/** Bare digits that may be a postal code (five before a place's name) or were put together from short groups. */
function isDoubtful(normal: string, groups: number, { end }: { readonly end: number }, text: string): boolean {
  if (!/^\d+$/.test(normal)) return false
  if (normal.length === 5 && groups === 1) return /^\s\p{Lu}\p{L}{2,}/u.test(text.slice(end, end + 12))
  return groups > 2 && normal.length < 8
}

/** Entries of the item's direction, each once. */
const sameSide = (known: readonly Known[] | undefined, item: EngineItem, entries: readonly EngineEntry[]): Known[] =>
  (known ?? []).filter(
    ({ entry }, at, all) =>
      Math.sign((entries[entry] as EngineEntry).open) === Math.sign(item.open) &&
      all.findIndex((other) => other.entry === entry) === at,
  )

/** "INV 7+8+9": the company's own letters and short numbers behind them. */
function* shortLists(text: string, words: readonly TextWord[], index: DocumentIndex) {
  for (let at = 0; at + 1 < words.length; at++) {
    const numbers = index.byPrefix.get((words[at] as TextWord).normal)
    if (!numbers) continue
    for (let next = at + 1; next < Math.min(words.length, at + 30); next++) {
      const word = words[next] as TextWord
      const gap = text.slice((words[next - 1] as TextWord).end, word.start)
      if (!/^\d{1,4}$/.test(word.normal) || word.isTaken || !/^\s*[-#.:+,&/]?\s*$/.test(gap)) break
      const found = numbers.get(withoutZeros(word.normal)) ?? []
      if (found.length === 1)
        yield {
          entry: found[0] as number,
          fragment: text.slice(word.start, word.end),
          start: word.start,
          end: word.end,
        }
    }
  }
}

/** Of two numbers one of which is written inside the other, the longer was meant. */
const withoutInner = (hits: readonly Found[]): Found[] =>
  hits.filter(
    (hit) =>
      hit.start < 0 ||
      !hits.some(
        (other) =>
          other !== hit &&
          other.start >= 0 &&
          other.start <= hit.start &&
          other.end >= hit.end &&
          other.end - other.start > hit.end - hit.start &&
          order[other.code] <= order[hit.code] &&
          other.fragment.includes(hit.fragment),
      ),
  )
