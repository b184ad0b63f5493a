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
function ordered(links: readonly ChainLink[]): readonly ChainLink[] {
  return links
    .map((link, index) => ({ link, index }))
    .sort((a, b) => {
      const byDay = dayOf(a.link).localeCompare(dayOf(b.link))
      return byDay || (a.link.pageNo ?? 0) - (b.link.pageNo ?? 0) || a.index - b.index
    })
    .map(({ link }) => link)
}

function groups(links: readonly ChainLink[]): readonly (readonly ChainLink[])[] {
  const byKey = new Map<string, ChainLink[]>()
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

/** Paged statements of which a page or the last page is not there (specification 5.5). */
export function missingPages(links: readonly ChainLink[]): readonly StatementWarning[] {
  const paged = links.filter((link) => link.pageNo !== null)
  return groups(paged).flatMap((group) => missingOf(ordered(group)))
}

function missingOf(group: readonly ChainLink[]): readonly StatementWarning[] {
  const warnings: StatementWarning[] = []
  const warn = (page: number, account: string | null) =>
    warnings.push({
      code: 'page_missing',
      params: { page, account: account ?? '–' },
      message: `Page ${page} of the statement of ${account ?? 'the account'} is not in the file. Import the other part too.`,
    })
  let expected: number | null = null
  let account: string | null = null
  for (const link of group) {
    const page = link.pageNo ?? 0
    // Several statements of one message may carry the message's page number.
    if (expected !== null && page !== expected && page !== expected - 1) warn(expected, account)
    account = link.account
    expected = link.lastPage === false ? page + 1 : null
  }
  if (expected !== null) warn(expected, account)
  return warnings
}

/** Numbers missing between statements of an account whose bank counts without gaps (specification 5.4). */
export function sequenceGaps(links: readonly ChainLink[]): readonly StatementWarning[] {
  return groups(links).flatMap((group) => {
    const numbers = ordered(group).map(({ sequenceNo }) => sequenceNo)
    return gapsIn(numbers).map(([after, before]) => ({
      code: 'sequence_gap',
      params: { account: group[0]?.account ?? '–', after, before },
      message: `The statements of ${group[0]?.account ?? 'the account'} count from ${after} to ${before}: what lies between is missing.`,
    }))
  })
}

/** Pairs around a gap; none where a number is missing, falls, or hardly any follows the one before. */
function gapsIn(texts: readonly (string | null)[]): readonly (readonly [after: number, before: number])[] {
  const gaps: [number, number][] = []
  let steps = 0
  let previous: number | null = null
  for (const text of texts) {
    if (text === null || !/^\d{1,9}$/.test(text)) return []
    const number = Number(text)
    if (previous !== null) {
      // The same again on the next page, one more, or the first of a new year.
      if (number === previous || number === previous + 1 || number === 1) steps += 1
      else if (number > previous) gaps.push([previous, number])
      else return []
    }
    previous = number
  }
  return steps > gaps.length ? gaps : []
}
