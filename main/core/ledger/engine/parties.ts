import { foldText } from '../../matching/fold.ts'
import { rateNames } from '../../matching/names/compare.ts'
import { acceptance, sameLevel } from '../../matching/names/limits.ts'
import { prepareName } from '../../matching/names/prepare.ts'
import type { PreparedName } from '../../matching/names/types.ts'
import { createPairTable } from './pair-table.ts'
import type { EngineCounterparty, EngineEntry, EngineItem } from './types.ts'

export type PartyCode = 'C1' | 'C2' | 'C3' | 'C4' | 'C5'

/** Who stands on one side: the same account, counterparty and name are one party, however many lines it has. */
interface Party {
  readonly account: string
  readonly counterparty: EngineCounterparty | undefined
  readonly name: string
  /** Folded, without punctuation. */
  readonly plain: string
  /** The counterparty's own name, folded. */
  readonly ownPlain: string
  /** The line has no name of its own; its whole text may hold one. */
  readonly text: string
}

type Usual = NonNullable<EngineCounterparty['usualDeduction']>

/** Compares who paid with whom the books expect (C1–C5 of 6.5); every pair of parties is compared once. */
export interface Parties {
  ofItem(item: EngineItem): number
  ofEntry(entry: EngineEntry): number
  code(itemParty: number, entryParty: number): PartyCode | null
  /** What a line says beside the name of who pays, as `isNamedIn` reads it; empty where no one is named as paying. */
  textBeside(item: EngineItem): string
  /** The text has the whole name, of several words. */
  isNamedIn(text: string, entryParty: number): boolean
  /** Entry parties that may agree with the item's: same account or counterparty, or a word of the name in common. */
  like(itemParty: number): readonly number[]
  /** Name similarity, 0 to 1 (6.3). */
  similarity(itemParty: number, entryParty: number): number
  counterparty(entryParty: number): EngineCounterparty | undefined
  /** Usual deductions of counterparties that may be the item's. */
  usualDeductions(itemParty: number): readonly Usual[]
  itemName(itemParty: number): string
  entryName(entryParty: number): string
}

/** Entry parties that share most words, looked at for one item, and those read of each word. */
const mostAlike = 60
const mostPerWord = 500
/** Words of the item's name by which alike parties are looked up, the rarest first. */
const mostLookups = 3
const mostText = 300
const noCode = 0
const codes: readonly (PartyCode | null)[] = [null, 'C1', 'C2', 'C3', 'C4', 'C5']

const plainAccount = (account: string | null): string => (account ?? '').replace(/[^\p{L}\p{N}]/gu, '').toUpperCase()
const plainName = (name: string): string =>
  foldText(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
const wordsIn = (plain: string): string[] => plain.split(' ').filter((word) => word.length > 2)

export function createParties(counterparties: readonly EngineCounterparty[]): Parties {
  const byId = new Map(counterparties.map((one) => [one.id, one]))
  const byAccount = new Map(
    counterparties.flatMap((one) => one.accounts.map((account) => [plainAccount(account), one] as const)),
  )
  const aliases = new Map(counterparties.map((one) => [one.id, new Set(one.aliases.map(plainName))]))
  const itemParties = registry()
  const entryParties = registry()
  const byWord = new Map<string, number[]>()
  const byKey = new Map<string, number[]>()
  const compared = createPairTable()
  const alike = new Map<number, readonly number[]>()
  const prepared = new Map<string, PreparedName>()
  const knowledge = {
    frequency: (word: string) =>
      entryParties.list.length < 20 ? 0 : (byWord.get(word)?.length ?? 0) / entryParties.list.length,
  }

  const prepare = (name: string): PreparedName => {
    const known = prepared.get(name)
    if (known) return known
    const read = prepareName(name)
    prepared.set(name, read)
    return read
  }
  function rate(left: string, leftPlain: string, right: string, rightPlain: string): number {
    if (leftPlain === '' || rightPlain === '') return 0
    if (leftPlain === rightPlain) return 1
    const [a, b] = [prepare(left), prepare(right)]
    const { level, score } = rateNames(a, b, knowledge)
    // One word that is all of both names says too little to settle a payment by; here an amount stands beside it.
    const least = a.key !== '' && a.key === b.key ? acceptance : 0
    // All that one name says is in the other: too little to settle a payment by, enough for a person to look at.
    return level === 'unknown' ? least : level === 'weak' ? acceptance : Math.max(score, least)
  }
  function similarity(item: Party, entry: Party): number {
    const own = entry.counterparty?.name ?? ''
    if (item.name !== '')
      return Math.max(
        rate(item.name, item.plain, entry.name, entry.plain),
        own === entry.name ? 0 : rate(item.name, item.plain, own, entry.ownPlain),
      )
    return item.text === '' ? 0 : Math.max(inText(item.text, entry.plain), inText(item.text, entry.ownPlain))
  }
  function compare(item: Party, entry: Party): PartyCode | null {
    if (item.counterparty && entry.counterparty) {
      if (item.counterparty !== entry.counterparty) return 'C5'
      return 'C1'
    }
    if (item.account !== '' && item.account === entry.account) return 'C1'
    if (entry.counterparty && aliases.get(entry.counterparty.id)?.has(item.plain)) return 'C2'
    const like = similarity(item, entry)
    return like >= sameLevel ? 'C3' : like >= acceptance ? 'C4' : null
  }

  /** Entry parties of counterparties that usually take something off. */
  const withDeduction: number[] = []
  const deductions = new Map<number, readonly Usual[]>()
  const like = (itemParty: number): readonly number[] => {
    const known = alike.get(itemParty)
    if (known) return known
    const party = itemParties.list[itemParty] as Party
    const shared = new Map<number, number>()
    for (const key of keysOf(party)) for (const at of byKey.get(key) ?? []) shared.set(at, Number.POSITIVE_INFINITY)
    const lists = [...new Set(wordsIn(party.plain || party.text))]
      .map((word) => byWord.get(word) ?? [])
      .filter((list) => list.length > 0)
      .sort((a, b) => a.length - b.length)
    for (const list of lists.slice(0, mostLookups))
      for (const at of list.slice(0, mostPerWord)) shared.set(at, (shared.get(at) ?? 0) + 1)
    const result = [...shared.keys()]
      .sort((a, b) => (shared.get(b) as number) - (shared.get(a) as number) || a - b)
      .slice(0, mostAlike)
      .sort((a, b) => a - b)
    alike.set(itemParty, result)
    return result
  }
  const deductionsLike = (itemParty: number): readonly Usual[] => {
    const known = deductions.get(itemParty)
    if (known) return known
    const parties = withDeduction.length > mostAlike ? like(itemParty) : withDeduction
    const found = parties.flatMap((party) => {
      const usual = entryParties.list[party]?.counterparty?.usualDeduction
      const agreeing = usual ? code(itemParty, party) : null
      return usual && agreeing !== null && agreeing !== 'C5' ? usual : []
    })
    const result = [...new Set(found)]
    deductions.set(itemParty, result)
    return result
  }
  const code = (itemParty: number, entryParty: number): PartyCode | null => {
    const known = compared.get(itemParty, entryParty)
    if (known >= 0) return codes[known] ?? null
    const found = compare(itemParties.list[itemParty] as Party, entryParties.list[entryParty] as Party)
    compared.add(itemParty, entryParty, found === null ? noCode : codes.indexOf(found))
    return found
  }

  return {
    ofItem: (item) => {
      const account = plainAccount(item.counterpartyAccount)
      return itemParties.add({
        account,
        counterparty: byId.get(item.counterpartyId ?? '') ?? byAccount.get(account),
        ...named(item.counterpartyName, undefined),
        text: item.counterpartyName ? '' : plainName(item.text.slice(0, mostText)),
      })
    },
    ofEntry: (entry) => {
      const account = plainAccount(entry.counterpartyAccount)
      const counterparty = byId.get(entry.counterpartyId ?? '') ?? byAccount.get(account)
      const before = entryParties.list.length
      const party = { account, counterparty, ...named(entry.counterpartyName, counterparty), text: '' }
      const at = entryParties.add(party)
      if (at === before) {
        const names = [party.name, counterparty?.name ?? '', ...(counterparty?.aliases ?? [])]
        for (const word of new Set(names.flatMap((name) => wordsIn(plainName(name))))) append(byWord, word, at)
        for (const key of keysOf(party)) append(byKey, key, at)
        if (counterparty?.usualDeduction) withDeduction.push(at)
      }
      return at
    },
    code,
    textBeside: (item) => (item.counterpartyName ? plainName(item.text.slice(0, mostText)) : ''),
    isNamedIn(text, entryParty) {
      if (text === '') return false
      const { plain, ownPlain } = entryParties.list[entryParty] as Party
      return inText(text, plain) >= sameLevel || (ownPlain !== plain && inText(text, ownPlain) >= sameLevel)
    },
    like,
    similarity: (itemParty, entryParty) =>
      similarity(itemParties.list[itemParty] as Party, entryParties.list[entryParty] as Party),
    usualDeductions: (itemParty) => (withDeduction.length > 0 ? deductionsLike(itemParty) : []),
    counterparty: (entryParty) => entryParties.list[entryParty]?.counterparty,
    itemName: (itemParty) => itemParties.list[itemParty]?.name ?? '',
    entryName: (entryParty) => {
      const party = entryParties.list[entryParty]
      return party?.name || party?.counterparty?.name || ''
    },
  }
}

/**
 * A name of several words written out in a text without a name field counts as the same; a single long one as alike,
 * since a word may stand there for something else.
 */
function inText(text: string, name: string): number {
  if (name.length < 6 || !text.includes(name) || !` ${text} `.includes(` ${name} `)) return 0
  return wordsIn(name).length > 1 ? sameLevel : acceptance
}

const named = (name: string | null, counterparty: EngineCounterparty | undefined) => ({
  name: name?.trim() ?? '',
  plain: plainName(name ?? ''),
  ownPlain: plainName(counterparty?.name ?? ''),
})

const keysOf = ({ account, counterparty, plain }: Party): string[] => [
  ...(plain === '' ? [] : [`n:${plain}`]),
  ...(account === '' ? [] : [`a:${account}`]),
  ...(counterparty ? [`c:${counterparty.id}`] : []),
]

/** Numbers parties in the order in which they come. */
function registry() {
  const list: Party[] = []
  const known = new Map<string, number>()
  return {
    list: list as readonly Party[],
    add(party: Party): number {
      const key = `${party.account}\n${party.counterparty?.id ?? ''}\n${party.name}\n${party.text}`
      const found = known.get(key)
      if (found !== undefined) return found
      known.set(key, list.length)
      list.push(party)
      return list.length - 1
    },
  }
}

function append(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
