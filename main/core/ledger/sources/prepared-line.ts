import { fingerprintOf, strongKeyOf } from '../../statements/identity.ts'
import type { StatementEntry } from '../../statements/types.ts'
import { type ItemContent, itemContent } from './item-row.ts'

/** A line as the thread that reads hands it to the thread that stores: what can be known without the data file. */
export interface PreparedLine {
  readonly content: ItemContent
  /** The bank's own key, if it is worth the name; whether it is unique is not known yet. */
  readonly bankKey: string | null
  readonly fingerprint: string
  readonly parts: readonly { readonly content: ItemContent; readonly fingerprint: string }[]
  /** The line itself where another reading of its sign may be adopted; else null. */
  readonly doubtful: StatementEntry | null
}

/** `currency` is the ledger's, for lines that name none. */
export function prepareLine(entry: StatementEntry, currency: string): PreparedLine {
  return {
    content: itemContent(entry, currency),
    bankKey: strongKeyOf(entry),
    fingerprint: fingerprintOf(entry, currency),
    parts: (entry.children ?? []).map((child, at) => ({
      content: itemContent(child, currency),
      fingerprint: fingerprintOf(child, currency, at + 1),
    })),
    doubtful: entry.isReversal || entry.isNegativeText === true ? entry : null,
  }
}
