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

/** All numbers by which open entries may be named in a text. Keys are unique per direction of money or not used. */
export interface DocumentIndex {
  /** Normal form, also without leading zeros. */
  readonly byNumber: ReadonlyMap<string, readonly Known[]>
  /** Its digits alone, six at least: other prefixes and separators name the same number. */
  readonly byDigits: ReadonlyMap<string, readonly Known[]>
  /** Payment ids and other references as they stand in the books. */
  readonly byPaymentId: ReadonlyMap<string, readonly number[]>
  readonly byCheque: ReadonlyMap<string, readonly number[]>
  /** Letters in front of the company's numbers → last group of digits → entries: "INV 7+8+9". */
  readonly byPrefix: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>
}

const fewestDigits = 6

/** `openEntries`: in their fixed order. */
export function indexDocuments(openEntries: readonly EngineEntry[]): DocumentIndex {
  const byNumber = new Map<string, Known[]>()
  const byDigits = new Map<string, Known[]>()
  const byPaymentId = new Map<string, number[]>()
  const byCheque = new Map<string, number[]>()
  const byPrefix = new Map<string, Map<string, number[]>>()

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
        for (const key of new Set([normal, withoutZeros(normal)])) push(byNumber, key, known)
        const digits = withoutZeros(normal.replace(/\D/g, ''))
        if (digits.length >= fewestDigits && strength === 'full') push(byDigits, digits, known)
      }
      if (kind === '' && value) learnShape(byPrefix, value, at)
      if (kind !== '' && normal.length > 3 && !isPlaceholder(normal)) push(byPaymentId, normal, at)
    }
    if (entry.batchId !== null) {
      const normal = normalReference(entry.batchId)
      if (normal.length > 3) push(byPaymentId, normal, at)
    }
    const cheque = withoutZeros(normalReference(entry.chequeNo ?? ''))
    if (cheque !== '' && cheque !== '0') push(byCheque, cheque, at)
  })
  return { byNumber, byDigits, byPaymentId, byCheque, byPrefix }
}

function learnShape(byPrefix: Map<string, Map<string, number[]>>, documentNo: string, at: number): void {
  const prefix = /^\p{L}{1,6}/u.exec(documentNo)?.[0]
  const last = /(\d+)\D*$/.exec(documentNo)?.[1]
  if (!prefix || !last) return
  const key = prefix.toUpperCase()
  const numbers = byPrefix.get(key) ?? new Map<string, number[]>()
  byPrefix.set(key, numbers)
  push(numbers, withoutZeros(last), at)
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (!list) map.set(key, [value])
  else if (list.at(-1) !== value) list.push(value)
}
