import type { Database } from '../../db/open.ts'
import { foldText } from '../../matching/fold.ts'
import type { Actor, Audit } from '../audit/service.ts'
import type { Entry } from '../books/types.ts'
import type { Counterparties } from '../counterparties/service.ts'
import { type Alias, type Counterparty, type PartyAccount, plainAccount } from '../counterparties/types.ts'
import type { Item } from '../items/types.ts'
import type { Allocations } from '../matches/allocations.ts'
import type { Match } from '../matches/types.ts'
import type { Run } from '../runs/types.ts'

/** Acceptances from which a learned name counts, and from which a habit is one (6.8). */
const usesOfName = 2
const usesOfHabit = 5
const mostLooked = 5000

export interface PartyLearner {
  /** Names and accounts of counterparties, from matches with evidence of their account or of a reference. */
  decided(actor: Actor, match: Match, decision: 'accepted' | 'rejected' | 'undone'): void
  /** Usual days and usual deduction, from what was accepted in the run's ledger. */
  habits(actor: Actor, run: Run): void
}

export interface PartyLearnerDeps {
  readonly db: Database
  readonly audit: Audit
  readonly counterparties: Counterparties
  readonly allocations: Pick<Allocations, 'find'>
}

/** Learns only from what people accepted, and forgets what they take back. */
export function createPartyLearner({ db, audit, counterparties, allocations }: PartyLearnerDeps): PartyLearner {
  const accepted = db.prepare<[string, number], AcceptedPair>(
    `select e.counterparty_id, e.counterparty_name, julianday(i.booking_date) - julianday(e.booking_date) as lag,
       abs(gl.amount) as gross, abs(gs.amount) as net, json_extract(m.difference_treatment, '$.ledgerId') as fee_ledger
     from ledger_matches m
     join reconciliation_runs r on r.id = m.run_id
     join match_legs gs on gs.match_id = m.id and gs.side = 'source'
     join match_legs gl on gl.match_id = m.id and gl.side = 'ledger' and gl.ordinal = 1
     join source_entries i on i.id = gs.source_entry_id
     join ledger_entries e on e.id = gl.ledger_entry_id
     where r.ledger_id = ? and m.status = 'accepted' and m.kind = 'one_to_one'
     order by m.decided_at desc limit ?`,
  )

  function partyOf(actor: Actor, entries: readonly Entry[], isNewAllowed: boolean): Counterparty | null {
    const [entry, ...others] = entries
    if (!entry || others.some((other) => other.counterpartyName !== entry.counterpartyName)) return null
    if (entry.counterpartyId) return counterparties.find(actor.userId, entry.counterpartyId)
    const name = entry.counterpartyName?.trim()
    if (!name) return null
    const known = counterparties.byName(actor.userId, name)
    if (known || !isNewAllowed) return known
    const empty = { aliases: [], accounts: [], usualLedgerId: null, usualLagDays: null, usualDeduction: null }
    return counterparties.create({ ...actor, name: 'engine' }, { name, ...empty })
  }

  function withName(party: Counterparty, item: Item, step: number): readonly Alias[] {
    const text = item.counterpartyName?.trim()
    if (!text || foldText(text) === foldText(party.name)) return party.aliases
    const known = party.aliases.find((alias) => foldText(alias.text) === foldText(text))
    const uses = Math.max(0, (known?.uses ?? 0) + step)
    const alias: Alias = {
      ...(known ?? { text, origin: 'learned' }),
      uses,
      active: known?.isOff !== true && (known?.origin === 'user' || uses >= usesOfName),
    }
    const others = party.aliases.filter((one) => one !== known)
    return uses === 0 && alias.origin === 'learned' && alias.isOff !== true ? others : [...others, alias]
  }

  /** An account that several counterparties pay from tells nobody: a payment provider's, for example. */
  function isShared(actor: Actor, party: Counterparty, identifier: string): boolean {
    const others = counterparties.withAccount(actor.userId, identifier).filter(({ id }) => id !== party.id)
    for (const other of others) {
      const accounts = other.accounts.map((one) => (one.identifier === identifier ? { ...one, active: false } : one))
      counterparties.count({ ...other, accounts })
    }
    return others.length > 0
  }
  function withAccount(actor: Actor, party: Counterparty, item: Item, step: number): readonly PartyAccount[] {
    if (!item.counterpartyAccount) return party.accounts
    const identifier = plainAccount(item.counterpartyAccount)
    const known = party.accounts.find((account) => account.identifier === identifier)
    const uses = Math.max(0, (known?.uses ?? 0) + step)
    const others = party.accounts.filter((one) => one !== known)
    if (uses === 0 && known?.origin !== 'user') return others
    const days = [known?.firstSeen, known?.lastSeen, item.bookingDate].filter((day) => typeof day === 'string').sort()
    const account: PartyAccount = {
      identifier,
      origin: known?.origin ?? 'learned',
      firstSeen: days[0] ?? null,
      lastSeen: days.at(-1) ?? null,
      uses,
      active: known ? known.active : !isShared(actor, party, identifier),
    }
    return [...others, account]
  }

  function learnHabit(actor: Actor, party: Counterparty, pairs: readonly AcceptedPair[]): void {
    const lags = pairs.map(({ lag }) => lag).sort((a, b) => a - b)
    const found = { usualLagDays: lags[Math.floor(lags.length / 2)] ?? null, usualDeduction: deductionOf(pairs) }
    const last = audit.last('counterparty', party.id, ['learn'])?.after as Counterparty | undefined
    // What a person wrote, or took away, stays as it is.
    const isFree = (name: keyof typeof found) => JSON.stringify(party[name]) === JSON.stringify(last?.[name] ?? null)
    const change = {
      ...(isFree('usualLagDays') ? { usualLagDays: found.usualLagDays } : {}),
      ...(isFree('usualDeduction') ? { usualDeduction: found.usualDeduction } : {}),
    }
    const isNew = Object.entries(change).some(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(party[name as keyof typeof found]),
    )
    if (isNew) counterparties.change({ ...actor, name: 'engine' }, party.id, change, 'learn')
  }

  return {
    decided(actor, match, decision) {
      if (decision === 'rejected' || !match.reasons.some(({ code }) => /^(?:C1|R\d)$/.test(code))) return
      const found = match.legs.map((leg) => allocations.find(actor.userId, leg))
      const entries = found.flatMap((one) =>
        one.side === 'ledger' && one.entry.source !== 'closing_posting' ? one.entry : [],
      )
      const party = partyOf(actor, entries, decision === 'accepted')
      if (!party) return
      const step = decision === 'accepted' ? 1 : -1
      let after = party
      for (const one of found)
        if (one.side === 'source') {
          const aliases = withName(after, one.item, step)
          after = { ...after, aliases, accounts: withAccount(actor, after, one.item, step) }
        }
      counterparties.count(after)
    },
    habits(actor, run) {
      const byParty = new Map<string, AcceptedPair[]>()
      for (const pair of accepted.all(run.ledgerId, mostLooked)) {
        const key = pair.counterparty_id ?? `name:${pair.counterparty_name?.trim() ?? ''}`
        byParty.set(key, [...(byParty.get(key) ?? []), pair])
      }
      for (const [key, pairs] of byParty) {
        if (pairs.length < usesOfHabit) continue
        const party = key.startsWith('name:')
          ? counterparties.byName(actor.userId, key.slice('name:'.length))
          : counterparties.find(actor.userId, key)
        if (party) learnHabit(actor, party, pairs)
      }
    },
  }
}

interface AcceptedPair {
  readonly counterparty_id: string | null
  readonly counterparty_name: string | null
  readonly lag: number
  readonly gross: number
  readonly net: number
  readonly fee_ledger: string | null
}

/** A deduction that at least five acceptances agree on: the same rate to a tenth of a per cent, or the same amount. */
function deductionOf(pairs: readonly AcceptedPair[]): Counterparty['usualDeduction'] {
  const deducted = pairs.filter(({ gross, net }) => gross > net && net > 0)
  if (deducted.length < usesOfHabit || deducted.length * 2 < pairs.length) return null
  const [first] = deducted
  if (!first) return null
  const ledger = first.fee_ledger === null ? {} : { ledgerId: first.fee_ledger }
  const perMille = Math.round(((first.gross - first.net) * 1000) / first.gross)
  if (perMille > 0 && deducted.every(({ gross, net }) => Math.round((gross * perMille) / 1000) === gross - net))
    return { perMille, ...ledger }
  const fixed = first.gross - first.net
  return deducted.every(({ gross, net }) => gross - net === fixed) ? { fixed, ...ledger } : null
}
