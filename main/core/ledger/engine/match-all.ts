import { stableKey } from '../matches/stable-key.ts'
import type { EngineEntry, EngineInput, EngineItem, EngineResult, Proposal } from './types.ts'

/** Changes with every change of what is proposed, so that a run says what proposed its matches. */
const engineVersion = '0.1'

const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000

/** Pairs of equal open amount that are alone with it on both sides, within the ordinary window. */
export function matchAll(input: EngineInput): EngineResult {
  const proposals = input.items.flatMap((item): Proposal[] => {
    const partners = input.entries.filter((entry) => isPair(item, entry, input))
    const [entry] = partners
    if (!entry || partners.length > 1) return []
    if (input.items.filter((other) => isPair(other, entry, input)).length > 1) return []
    const legs = [
      { side: 'source' as const, id: item.id, amount: item.open },
      { side: 'ledger' as const, id: entry.id, amount: entry.open },
    ]
    const reasons = [
      { code: 'A1', points: 35, text: 'Open amounts are equal', evidence: {} },
      { code: 'U1', points: 10, text: 'The amount occurs once on each side', evidence: {} },
    ]
    return [
      {
        stableKey: stableKey(legs),
        kind: 'one_to_one',
        legs,
        difference: 0,
        treatment: { kind: 'none' },
        score: 50,
        band: 'possible',
        reasons,
        ambiguousWith: [],
        mayBeUnattended: false,
        pass: 3,
      },
    ]
  })
  return { proposals, closings: [], findings: [], engineVersion }
}

function isPair(item: EngineItem, entry: EngineEntry, { profile }: EngineInput): boolean {
  if (item.open !== entry.open || item.currency !== entry.currency) return false
  const days = dayNumber(item.bookingDate) - dayNumber(entry.bookingDate)
  return days >= profile.days[0] && days <= profile.days[1]
}
