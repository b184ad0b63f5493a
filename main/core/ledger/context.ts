import type { Database } from '../db/open.ts'
import type { Ledgers } from './books/ledgers.ts'
import { defaultProfile, type Profile } from './engine/types.ts'
import type { Run } from './runs/types.ts'

/** The ledger's matching profile: the defaults of 6.2 with what the user changed. */
export const profileOf = (changes: Readonly<Record<string, unknown>>): Profile => ({
  ...defaultProfile,
  ...Object.fromEntries(Object.entries(changes).filter(([name]) => Object.hasOwn(defaultProfile, name))),
})

/** `days` later (or, negative, earlier) than a day. */
export function shiftDay(day: string, days: number): string {
  const at = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(at) ? day : new Date(at + days * 86_400_000).toISOString().slice(0, 10)
}

/**
 * The days of the books that a run looks at: the earliest entry that is open, or matched in the run, to the period's end
 * plus the profile's window (10.1).
 */
export function createBookContext({ db, ledgers }: { db: Database; ledgers: Ledgers }) {
  const matched = db
    .prepare<[string], string | null>(
      `select min(e.booking_date) from ledger_matches m join match_legs g on g.match_id = m.id
         join ledger_entries e on e.id = g.ledger_entry_id where m.run_id = ? and m.status = 'accepted'`,
    )
    .pluck()
  return (run: Run): { from: string; to: string } => {
    const family = ledgers.family(run.userId, run.ledgerId)
    const ledger = ledgers.find(run.userId, run.ledgerId)
    const earliest = db
      .prepare<string[], string | null>(
        `select min(booking_date) from ledger_entries where ledger_id in (${family.map(() => '?').join(', ')})
           and signed <> allocated`,
      )
      .pluck()
      .get(...family)
    const [before] = profileOf(ledger.profile).days
    const starts = [earliest, matched.get(run.id), run.periodFrom].filter((day) => typeof day === 'string')
    return {
      from: starts.toSorted()[0] ?? '0000-01-01',
      // A ledger date may be later than the bank's by the window's negative end.
      to: run.periodTo === null ? '9999-12-31' : shiftDay(run.periodTo, -before),
    }
  }
}
