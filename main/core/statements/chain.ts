import type { StatementBalance, StatementWarning } from './types.ts'

/** What a statement contributes to the chain of its account. */
export interface ChainLink {
  readonly account: string | null
  readonly currency: string | null
  readonly statementRef: string | null
  readonly sequenceNo: string | null
  readonly pageNo: number | null
  readonly lastPage: boolean | null
  readonly opening: StatementBalance | null
  readonly closing: StatementBalance | null
}

export interface ChainBreak {
  readonly kind: 'gap' | 'overlap'
  readonly account: string | null
  readonly currency: string | null
  readonly from: StatementBalance
  readonly to: StatementBalance
  /** Opening less the previous closing, minor units. */
  readonly difference: number
}

const keyOf = ({ account, currency }: ChainLink) => `${account ?? ''} ${currency ?? ''}`
const dayOf = (link: ChainLink) => link.opening?.date ?? link.closing?.date ?? ''

/** Links of one account and currency in the order of time; a file may hold its statements backwards. */
function ordered<T extends ChainLink>(links: readonly T[]): readonly T[] {
  return links
    .map((link, index) => ({ link, index }))
    .sort((a, b) => {
      const byDay = dayOf(a.link).localeCompare(dayOf(b.link))
      return byDay || (a.link.pageNo ?? 0) - (b.link.pageNo ?? 0) || a.index - b.index
    })
    .map(({ link }) => link)
}

function groups<T extends ChainLink>(links: readonly T[]): readonly (readonly T[])[] {
  const byKey = new Map<string, T[]>()
  for (const link of links) {
    const group = byKey.get(keyOf(link))
    if (group) group.push(link)
    else byKey.set(keyOf(link), [link])
  }
  return [...byKey.values()]
}

/** Each opening against the previous closing of the same account and currency (specification 5.3). */
export function chainBreaks(links: readonly ChainLink[]): readonly ChainBreak[] {
  return groups(links).flatMap((group) => breaksOf(ordered(group)))
}

function breaksOf(group: readonly ChainLink[]): readonly ChainBreak[] {
  const found: ChainBreak[] = []
  let previous: StatementBalance | null = null
  for (const { account, currency, opening, closing } of group) {
    if (previous !== null && opening !== null && opening.amount !== previous.amount) {
      const isBefore = opening.date !== null && previous.date !== null && opening.date < previous.date
      const difference = opening.amount - previous.amount
      found.push({ kind: isBefore ? 'overlap' : 'gap', account, currency, from: previous, to: opening, difference })
    }
    previous = closing
  }
  return found
}

export interface MissingPage<T extends ChainLink> {
  /** The page before the missing one. */
  readonly link: T
  readonly page: number
}

/** Pages, or last pages, of paged statements that are not there (specification 5.5). */
export function pagesMissing<T extends ChainLink>(links: readonly T[]): readonly MissingPage<T>[] {
  const paged = links.filter((link) => link.pageNo !== null)
  return groups(paged).flatMap((group) => missingOf(ordered(group)))
}

export const missingPages = (links: readonly ChainLink[]): readonly StatementWarning[] =>
  pagesMissing(links).map(({ link: { account }, page }) => ({
    code: 'page_missing',
    params: { page, account: account ?? '–' },
    message: `Page ${page} of the statement of ${account ?? 'the account'} is not in the file. Import the other part too.`,
  }))

function missingOf<T extends ChainLink>(group: readonly T[]): readonly MissingPage<T>[] {
  const missing: MissingPage<T>[] = []
  let awaited: MissingPage<T> | null = null
  for (const link of group) {
    const page = link.pageNo ?? 0
    // Several statements of one message may carry the message's page number.
    if (awaited !== null && page !== awaited.page && page !== awaited.page - 1) missing.push(awaited)
    awaited = link.lastPage === false ? { link, page: page + 1 } : null
  }
  return awaited === null ? missing : [...missing, awaited]
}

export interface SequenceGap<T extends ChainLink> {
  /** The statement behind the gap. */
  readonly link: T
  readonly after: number
  readonly before: number
}

/** Numbers missing between statements of an account whose bank counts without gaps (specification 5.4). */
export const gapsInSequence = <T extends ChainLink>(links: readonly T[]): readonly SequenceGap<T>[] =>
  groups(links).flatMap((group) => gapsIn(ordered(group)))

export const sequenceGaps = (links: readonly ChainLink[]): readonly StatementWarning[] =>
  gapsInSequence(links).map(({ link: { account }, after, before }) => ({
    code: 'sequence_gap',
    params: { account: account ?? '–', after, before },
    message: `The statements of ${account ?? 'the account'} count from ${after} to ${before}: what lies between is missing.`,
  }))

/** None where a number is missing, falls, or hardly any follows the one before. */
function gapsIn<T extends ChainLink>(group: readonly T[]): readonly SequenceGap<T>[] {
  const gaps: SequenceGap<T>[] = []
  let steps = 0
  let previous: number | null = null
  for (const link of group) {
    const { sequenceNo: text } = link
    if (text === null || !/^\d{1,9}$/.test(text)) return []
    const number = Number(text)
    if (previous !== null) {
      // The same again on the next page, one more, or the first of a new year.
      if (number === previous || number === previous + 1 || number === 1) steps += 1
      else if (number > previous) gaps.push({ link, after: previous, before: number })
      else return []
    }
    previous = number
  }
  return steps > gaps.length ? gaps : []
}
