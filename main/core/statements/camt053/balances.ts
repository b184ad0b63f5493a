import type { DeclaredTotals, StatementBalance } from '../types.ts'
import { codeAt, find, textAt, type XmlNode } from './node.ts'
import { amountIn, type Context, dateText, informativeAmount, plainDate, signOf } from './values.ts'

interface ReadBalance extends StatementBalance {
  readonly currency: string | null
  readonly subtype: string | undefined
}

export interface Balances {
  readonly opening: StatementBalance | null
  readonly closing: StatementBalance | null
  readonly otherBalances: readonly StatementBalance[]
}

const earliest = (a: ReadBalance, b: ReadBalance) => (a.date ?? '').localeCompare(b.date ?? '')

/** Opening and closing among a statement's Bal elements, in whatever order they stand (specification 4.3.3). */
export function balancesOf(nodes: readonly XmlNode[], currency: string | null, context: Context): Balances {
  const read = nodes.flatMap((node) => balanceIn(node, currency, context))
  const named = (kind: string) => read.filter((balance) => standardKind(balance.kind) === kind).sort(earliest)
  const interim = named('ITBD')
  const openings = interim.filter(({ subtype }) => subtype !== 'CIBD')
  const closings = interim.filter(({ subtype }) => subtype !== 'OIBD')
  const [booked] = named('OPBD')
  const [previous] = named('PRCD')
  const closing = named('CLBD').at(-1) ?? closings.find(({ subtype }) => subtype === 'CIBD') ?? closings.at(-1) ?? null
  const firstInterim = openings.find(({ subtype }) => subtype === 'OIBD') ?? openings[0] ?? null
  // One interim balance alone cannot be both ends.
  const opening = booked ?? previous ?? (firstInterim === closing ? null : firstInterim)
  if (booked !== undefined && previous !== undefined && booked.amount !== previous.amount)
    context.remarks.warn(
      'opening_differs_from_previous',
      'The opening balance differs from the previous closing balance in the same statement; the opening balance counts.',
    )
  for (const end of [opening, closing])
    if (end !== null && end.currency !== null && end.currency !== currency)
      context.remarks.warn(
        'balance_currency_differs',
        `A balance is given in ${end.currency}, the account is in ${currency ?? 'no currency'}; its number was taken as it stands.`,
        undefined,
        { own: end.currency ?? '–', account: currency ?? '–' },
      )
  return {
    opening: opening && plain(opening),
    closing: closing && plain(closing),
    otherBalances: read.filter((balance) => balance !== opening && balance !== closing).map(plain),
  }
}

/** Proprietary types that mean a standard one: the numbers of BAI2 that American banks write, and plain words. */
function standardKind(kind: string): string {
  if (kind === '010' || /^OPENING(?![\s\S]*AVAIL)/i.test(kind)) return 'OPBD'
  if (kind === '015' || /^CLOSING(?![\s\S]*AVAIL)/i.test(kind)) return 'CLBD'
  return kind
}

const plain = ({ amount, date, kind }: ReadBalance): StatementBalance => ({ amount, date, kind })

function balanceIn(node: XmlNode, currency: string | null, context: Context): readonly ReadBalance[] {
  const place = find(node, 'Amt')
  const kind = codeAt(node, 'Tp', 'CdOrPrtry') ?? codeAt(node, 'Tp') ?? ''
  if (place === undefined) return []
  const isProof = /^(?:OPBD|PRCD|CLBD|ITBD)$/.test(standardKind(kind))
  // Balances that are only shown may be odd without harm; those of the proof may not.
  const amount = isProof ? amountIn(place, currency, context) : informativeAmount(place, currency, context)
  if (amount === undefined) return []
  const signed = amount * (signOf(node) ?? 1) || 0
  const subtype = codeAt(node, 'Tp', 'SubTp')
  return [{ amount: signed, date: plainDate(dateText(find(node, 'Dt'))), kind, currency: place.currency, subtype }]
}

/** The currency that the balances name, if any does. */
export const currencyOfBalances = (nodes: readonly XmlNode[]): string | null =>
  nodes.map((node) => find(node, 'Amt')?.currency).find((currency) => currency) ?? null

/** Counts and sums of TxsSummry; sums as absolute values, for some banks write the debit sum with a minus. */
export function declaredTotals(
  node: XmlNode | undefined,
  currency: string | null,
  context: Context,
): DeclaredTotals | null {
  if (node === undefined) return null
  const count = (...path: readonly string[]) => {
    const text = textAt(node, ...path, 'NbOfNtries')
    return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined
  }
  const sum = (...path: readonly string[]) => {
    const amount = informativeAmount(find(node, ...path, 'Sum'), currency, context)
    return amount === undefined ? undefined : Math.abs(amount)
  }
  const totals: Record<keyof DeclaredTotals, number | undefined> = {
    entries: count('TtlNtries'),
    sum: sum('TtlNtries'),
    creditCount: count('TtlCdtNtries'),
    creditSum: sum('TtlCdtNtries'),
    debitCount: count('TtlDbtNtries'),
    debitSum: sum('TtlDbtNtries'),
  }
  const known = Object.entries(totals).filter(([, value]) => value !== undefined)
  return known.length > 0 ? (Object.fromEntries(known) as DeclaredTotals) : null
}
