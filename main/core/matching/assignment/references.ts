import { isIban, schemeOf } from '../check-digits.ts'
import { foldText } from '../fold.ts'

/** `full`: long, mixed or with check digits; `short`: five to seven digits, or four characters of both kinds. */
export type ReferenceStrength = 'full' | 'short'

export interface FoundReference {
  /** The order's reference as it was registered. */
  readonly reference: string
  readonly strength: ReferenceStrength
  /** The order's reference carries valid check digits. */
  readonly isChecked: boolean
}

/** Looks for the references of open orders in texts; built once for all orders. */
export interface ReferenceFinder {
  /** `amountMinor`: the movement's own amount, which is no reference even if an order's number looks like it. */
  find(text: string, amountMinor: number): readonly FoundReference[]
}

/** Fewest digits of a number that is evidence by itself; with letters among them, fewest characters (ledger spec 6.4). */
const fewestDigits = 5
const fewestMixed = 4
const fullDigits = 8
const fullMixed = 6
/** A reference is printed in at most so many groups ("RF18 5390 0754 7034"). */
const mostGroups = 8
const longestReference = 40

const placeholders = /^(?:NOTPROVIDED|NONREF|NOREF|NA|NONE|NULL|SINREFERENCIA|SINREF|X+|0+)$/
/** An account number begins so, also where blanks part it. */
const mayBeginIban = /^[A-Z](?:$|[A-Z](?:$|\d(?:$|\d)))/
const mandates = /\b(?:MREF|MANDAT\w*|MANDATE|MDT|UMR|SEPAMANDAT)\W{0,3}\S+/gi

interface Registered extends FoundReference {
  readonly normal: string
}

/** References that are no evidence (too short, dates, placeholders, shared by two orders) are never found. */
export function createReferenceFinder(references: readonly string[]): ReferenceFinder {
  const known = new Map<string, Registered | null>()
  for (const reference of new Set(references)) {
    const registered = register(reference)
    if (!registered) continue
    for (const form of formsOf(registered.normal)) known.set(form, known.has(form) ? null : registered)
  }

  return {
    find: (text, amountMinor) => {
      // Every reference that is evidence holds a digit; most senders do not.
      if (known.size === 0 || !/\d/.test(text)) return []
      const found = new Map<string, Registered>()
      for (const { text: candidate, groups } of candidatesIn(text)) {
        const registered = known.get(candidate) ?? known.get(withoutZeros(candidate))
        if (registered && mayBeReference(registered, candidate, groups, amountMinor))
          found.set(registered.reference, registered)
      }
      return [...found.values()]
    },
  }
}

/** As stored beside an order to find it by the texts of movements; null when it is no evidence. */
export function referenceKey(reference: string): string | null {
  const registered = register(reference)
  return registered ? withoutZeros(registered.normal) : null
}

/** What in a text may be the key of an order. */
export const referenceKeysIn = (text: string): string[] =>
  /\d/.test(text) ? [...new Set([...candidatesIn(text)].map((found) => withoutZeros(found.text)))] : []

/** Upper case without separators: `ts-1041` → `TS1041`. */
const normalReference = (reference: string): string =>
  foldText(reference)
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

function register(reference: string): Registered | undefined {
  const normal = normalReference(reference)
  const digits = normal.replace(/\D/g, '').replace(/^0+/, '').length
  const isMixed = /\p{L}/u.test(normal)
  if (placeholders.test(normal) || isDate(normal)) return undefined
  if (isMixed ? normal.length < fewestMixed || digits < 2 : digits < fewestDigits) return undefined
  const isChecked = schemeOf(normal) !== undefined
  const isFull = isChecked || (isMixed ? normal.length >= fullMixed : digits >= fullDigits)
  return { reference, normal, strength: isFull ? 'full' : 'short', isChecked }
}

const withoutZeros = (text: string): string => (/^\d+$/.test(text) ? text.replace(/^0+(?=.)/, '') : text)

const formsOf = (normal: string): string[] => [...new Set([normal, withoutZeros(normal)])]

/** Eight digits that are a day, in either order. */
function isDate(text: string): boolean {
  const parts = /^(\d\d)(\d\d)((?:19|20)\d\d)$/.exec(text) ?? undefined
  const reversed = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(text) ?? undefined
  const isDay = (day = '', month = ''): boolean =>
    Number(day) >= 1 && Number(day) <= 31 && Number(month) >= 1 && Number(month) <= 12
  return (
    (parts !== undefined && isDay(parts[1], parts[2])) || (reversed !== undefined && isDay(reversed[3], reversed[2]))
  )
}

/** Whole words of the text, alone and joined with those that follow; account numbers and mandates are taken out first. */
function* candidatesIn(text: string): Generator<{ text: string; groups: number }> {
  const words = foldText(text.replace(mandates, ' '))
    .toUpperCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const isTaken = words.map(() => false)
  for (const [from, word] of words.entries()) {
    if (!mayBeginIban.test(word)) continue
    for (let to = from + 1; to <= Math.min(words.length, from + mostGroups + 1); to++)
      if (isIban(words.slice(from, to).join(''))) isTaken.fill(true, from, to)
  }
  for (let from = 0; from < words.length; from++) {
    let joined = ''
    for (let to = from; to < Math.min(words.length, from + mostGroups) && !isTaken[to]; to++) {
      joined += words[to]
      if (joined.length > longestReference) break
      yield { text: joined, groups: to - from + 1 }
    }
  }
}

/** Joined groups of bare digits make any number; and the amount stands in many texts. */
function mayBeReference(registered: Registered, candidate: string, groups: number, amountMinor: number): boolean {
  const isDigits = /^\d+$/.test(registered.normal)
  if (isDigits && groups > 1 && registered.strength === 'short') return false
  const amount = [String(amountMinor), String(amountMinor / 100)]
  return !isDigits || registered.isChecked || !amount.includes(withoutZeros(candidate))
}
