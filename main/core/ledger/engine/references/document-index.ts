import type { EngineEntry } from '../types.ts'
import { isPlaceholder, strengthOf } from './guards.ts'
import { type Scheme, schemeByForm, schemeNamed } from './schemes.ts'
import { normalReference, withoutZeros } from './words.ts'

/** An entry known by a key, and how. */
export interface Known {
  readonly entry: number
  readonly normal: string
  readonly strength: 'full' | 'short'
  /** The scheme its books name, or that its form shows. */
  readonly scheme: Scheme | undefined
}

/** What is found by a key, in the order in which it came. */
interface Lists<T> {
  readonly size: number
  get(key: string): readonly T[] | undefined
}

/** All numbers by which open entries may be named in a text. Keys are unique per direction of money or not used. */
export interface DocumentIndex {
  /** Normal form, also without leading zeros. */
  readonly byNumber: Lists<Known>
  /** Its digits alone, six at least: other prefixes and separators name the same number. */
  readonly byDigits: Lists<Known>
  /** Payment ids and other references as they stand in the books. */
  readonly byPaymentId: Lists<number>
  readonly byCheque: Lists<number>
  /** Letters in front of the company's numbers → last group of digits → entries: "INV 7+8+9". */
  readonly byPrefix: ReadonlyMap<string, Lists<number>>
}

const fewestDigits = 6

/** `openEntries`: in their fixed order. */
export function indexDocuments(openEntries: readonly EngineEntry[]): DocumentIndex {
  const byNumber = createLists<Known>()
  const byDigits = createLists<Known>()
  const byPaymentId = createLists<number>()
  const byCheque = createLists<number>()
  const byPrefix = new Map<string, GrowingLists<number>>()

  openEntries.forEach((entry, at) => {
    const numbers = [
      { kind: '', value: entry.documentNo },
      { kind: '', value: entry.externalDocumentNo },
      ...entry.references,
    ]
    for (const { kind, value } of numbers) {
      const normal = normalReference(value ?? '')
      const strength = strengthOf(normal)
      if (strength) {
        const known = { entry: at, normal, strength, scheme: schemeNamed(kind) ?? schemeByForm(normal) }
        for (const key of new Set([normal, withoutZeros(normal)])) byNumber.push(key, known)
        const digits = withoutZeros(normal.replace(/\D/g, ''))
        if (digits.length >= fewestDigits && strength === 'full') byDigits.push(digits, known)
      }
      if (kind === '' && value) learnShape(byPrefix, value, at)
      if (kind !== '' && normal.length > 3 && !isPlaceholder(normal)) byPaymentId.push(normal, at)
    }
    if (entry.batchId !== null) {
      const normal = normalReference(entry.batchId)
      if (normal.length > 3) byPaymentId.push(normal, at)
    }
    const cheque = withoutZeros(normalReference(entry.chequeNo ?? ''))
    if (cheque !== '' && cheque !== '0') byCheque.push(cheque, at)
  })
  return { byNumber, byDigits, byPaymentId, byCheque, byPrefix }
}

function learnShape(byPrefix: Map<string, GrowingLists<number>>, documentNo: string, at: number): void {
  const prefix = /^\p{L}{1,6}/u.exec(documentNo)?.[0]
  const last = /(\d+)\D*$/.exec(documentNo)?.[1]
  if (!prefix || !last) return
  const key = prefix.toUpperCase()
  const numbers = byPrefix.get(key) ?? createLists<number>()
  byPrefix.set(key, numbers)
  numbers.push(withoutZeros(last), at)
}

interface GrowingLists<T> extends Lists<T> {
  push(key: string, value: T): void
}

/** Most numbers are those of one entry: the first of a key is kept by itself, and a list only where more follow. */
function createLists<T>(): GrowingLists<T> {
  const firsts = new Map<string, T>()
  const lists = new Map<string, T[]>()
  return {
    get size() {
      return firsts.size
    },
    get(key) {
      const first = firsts.get(key)
      return first === undefined ? undefined : (lists.get(key) ?? [first])
    },
    push(key, value) {
      const first = firsts.get(key)
      const list = lists.get(key)
      if (first === undefined) firsts.set(key, value)
      else if (list && list.at(-1) !== value) list.push(value)
      else if (!list && first !== value) lists.set(key, [first, value])
    },
  }
}
