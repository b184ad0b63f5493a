import type { Database } from '../../db/open.ts'
import type { StatementEntry } from '../../statements/types.ts'
import { textKey } from '../../text-key.ts'
import { pairWithKnown } from './enrich.ts'
import { prepareLine } from './prepared-line.ts'
import { sameAsKnown } from './same-as-known.ts'
import type { ReportedLine } from './same-lines.ts'
import { stageQueries } from './stage-queries.ts'

/** Since when a line is there: the file that brought it, or the movements of the ledger's account. */
export interface KnownFrom {
  readonly kind: 'file' | 'movement'
  readonly runId: string
  readonly fileName: string | null
  /** Instant, UTC milliseconds. */
  readonly at: number
}

/** A line of a looked-at file that is there already. Amount in minor units. */
export interface KnownEntry {
  readonly position: number
  readonly bookingDate: string | null
  readonly amount: number | null
  readonly currency: string | null
  readonly counterpartyName: string | null
  readonly remittanceText: string | null
  readonly knownFrom: KnownFrom
}

/** Lines of another form are compared in memory; of longer files only identity by key and content is told. */
const mostCompared = 20_000
/** No file of the ledger: all of its lines were there before. */
const noFile = ''

/**
 * Tells of each line of a file that is only looked at whether a ledger has it, as the import would (9.3). Lines are named
 * by their number in the file.
 */
export function createKnownTeller(db: Database, ledger: { readonly ledgerId: string; readonly currency: string }) {
  const queries = stageQueries(db)
  const origin = db.prepare<[string], { runId: string; fileName: string | null; at: number }>(
    `select e.run_id as runId, f.file_name as fileName, coalesce(f.created_at, e.created_at) as at
     from source_entries e left join source_files f on f.id = e.source_file_id where e.id = ?`,
  )
  const hasLines = queries.hasLines.get(ledger.ledgerId, ledger.ledgerId) === 1
  const keys = new Set<number>()
  const occurrences = new Map<number, number>()
  const known = new Map<number, { readonly id: string; readonly entry: ReportedLine & Place }>()
  const recognised = new Set<string>()
  let open: (ReportedLine & Place)[] = []
  let count = 0

  function firstKey(key: string | null): string | null {
    if (key === null || keys.has(textKey(key))) return null
    keys.add(textKey(key))
    return key
  }

  return {
    /** The next booked line, by its number. */
    take(n: number, entry: StatementEntry): void {
      if (!hasLines) return
      const { content, bankKey, fingerprint } = prepareLine(entry, ledger.currency)
      const occurrence = (occurrences.get(textKey(fingerprint)) ?? 0) + 1
      occurrences.set(textKey(fingerprint), occurrence)
      const strongKey = firstKey(bankKey)
      const { same } = sameAsKnown(
        queries,
        { ...ledger, fileId: noFile },
        { content, strongKey, fingerprint, occurrence },
      )
      const line = {
        id: String(n),
        day: content.booking_date,
        amount: content.amount ?? 0,
        name: content.counterparty_name,
        text: content.remittance_text,
        reference: content.bank_reference,
        position: content.position,
        currency: content.currency,
      }
      if (same) {
        recognised.add(same.same_as ?? same.id)
        known.set(n, { id: same.same_as ?? same.id, entry: line })
      } else if (content.amount !== null) {
        count += 1
        if (count <= mostCompared) open.push(line)
      }
    },
    /** Once the file was read to its end. */
    end(format: string): void {
      const byNumber = new Map(open.map((line) => [line.id, line]))
      const pairs = count > mostCompared ? [] : pairWithKnown(db, { ...ledger, format }, open, recognised)
      for (const pair of pairs) {
        const line = byNumber.get(pair.fresh)
        if (line) known.set(Number(pair.fresh), { id: pair.known, entry: line })
      }
      open = []
    },
    get count(): number {
      return known.size
    },
    /** Null for a line that is new. */
    fromOf(n: number): KnownFrom | null {
      const found = known.get(n)
      const row = found && origin.get(found.id)
      return row ? { kind: row.fileName === null ? 'movement' : 'file', ...row } : null
    },
    /** The first lines that are there already, in the file's order. */
    first(limit: number): KnownEntry[] {
      const numbers = [...known.keys()].sort((a, b) => a - b).slice(0, limit)
      return numbers.flatMap((n) => {
        const knownFrom = this.fromOf(n)
        const entry = known.get(n)?.entry
        if (!entry || !knownFrom) return []
        const { position, day, amount, currency, name, text } = entry
        return [
          {
            position,
            bookingDate: day || null,
            amount,
            currency,
            counterpartyName: name,
            remittanceText: text,
            knownFrom,
          },
        ]
      })
    },
  }
}

interface Place {
  readonly position: number
  readonly currency: string
}

export type KnownTeller = ReturnType<typeof createKnownTeller>
