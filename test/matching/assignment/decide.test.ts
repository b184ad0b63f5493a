import { describe, expect, it } from 'vitest'
import { decide } from '../../../main/core/matching/assignment/decide.ts'
import type { DecideInput, Decision, FreeMovement, OpenRequest } from '../../../main/core/matching/assignment/types.ts'
import { prepareName } from '../../../main/core/matching/names/prepare.ts'
import { day, hour } from '../../../main/core/time.ts'
import { movementsOf, readSituations, requestsOf } from '../names/labelled-sets.ts'

const order = (id: string, name: string | null, at = 0): OpenRequest => ({
  id: `r-${id}`,
  externalId: id,
  name,
  amountMinor: 150_000,
  currency: 'UYU',
  createdAt: at,
})
const transfer = (id: string, sender: string | null, at = hour, text: string | null = null): FreeMovement => ({
  id,
  sender,
  text,
  amountMinor: 150_000,
  currency: 'UYU',
  receivedAt: at,
})
const decideOne = (requests: OpenRequest[], movements: FreeMovement[], more: Partial<DecideInput> = {}): Decision =>
  decide({ requests, movements, ...more })[0] as Decision

describe('the labelled situations', () => {
  it.each(readSituations().map((situation) => [`${situation.category}: ${situation.note}`, situation] as const))(
    '%s',
    (_, situation) => {
      const settings = { matchWithoutSender: situation.match_without_sender ?? false }
      const decisions = decide({ requests: requestsOf(situation), movements: movementsOf(situation), settings })
      const outcomes = decisions.map((decision) => {
        const wanted = situation.outcomes[decision.requestId.replace('request ', '')]
        if (decision.outcome === 'matched') return { movement: decision.movementId }
        if (decision.outcome === 'ambiguous') return 'ambiguous'
        return wanted === 'suggestion' && decision.suggestions.length > 0 ? 'suggestion' : 'not_found'
      })
      expect(outcomes).toEqual(situation.orders.map(({ id }) => situation.outcomes[id]))
    },
  )
})

describe('a decision', () => {
  it('says what speaks for the match', () => {
    const decision = decideOne(
      [order('TS-1041', 'Juan Pérez', day)],
      [transfer('a', 'JUAN PEREZ', 2 * day, 'pago TS-1041')],
    )
    expect(decision).toMatchObject({ outcome: 'matched', movementId: 'a', reason: { code: 'clear' } })
    expect(decision.candidates[0]?.reasons).toMatchObject([
      { code: 'amount_equal' },
      { code: 'received', afterMs: day },
      { code: 'name', level: 'same' },
      { code: 'reference', reference: 'TS-1041', isChecked: false },
    ])
  })

  it('names the rivals of both sides', () => {
    const decision = decideOne(
      [order('A', 'Juan Pérez Gómez'), order('B', 'Juan Pérez López')],
      [transfer('a', 'JUAN PEREZ'), transfer('b', 'JUAN PEREZ')],
    )
    expect(decision).toMatchObject({ outcome: 'ambiguous', reason: { code: 'rivals' } })
    if (decision.outcome !== 'ambiguous') return
    expect(decision.rivals).toContainEqual(expect.objectContaining({ kind: 'movement', movementId: 'b' }))
    expect(decision.rivals).toContainEqual(
      expect.objectContaining({ kind: 'request', requestId: 'r-B', movementId: 'a' }),
    )
  })

  it('says that equal orders and transfers were paired in order of time', () => {
    const decisions = decide({
      requests: [order('B', 'Lucía Bentancor', day), order('A', 'Lucía Bentancor', 0)],
      movements: [transfer('b', 'LUCIA BENTANCOR', 2 * day), transfer('a', 'BENTANCOR LUCIA', day)],
    })
    expect(
      decisions.map((decision) => decision.outcome === 'matched' && [decision.requestId, decision.movementId]),
    ).toEqual([
      ['r-B', 'b'],
      ['r-A', 'a'],
    ])
    for (const { reason } of decisions) expect(reason).toEqual({ code: 'interchangeable', count: 2 })
  })

  it('says how many of each there are when they do not come out even', () => {
    const decision = decideOne(
      [order('A', 'Lucía Bentancor')],
      [transfer('a', 'LUCIA BENTANCOR'), transfer('b', 'LUCIA BENTANCOR'), transfer('c', 'ANA SOSA')],
    )
    expect(decision).toMatchObject({
      outcome: 'ambiguous',
      reason: { code: 'counts_differ', requests: 1, movements: 2 },
    })
  })

  it('offers what is not sure enough, and says so', () => {
    const decision = decideOne([order('A', 'Juan Pérez')], [transfer('a', 'J PEREZ')])
    expect(decision).toMatchObject({
      outcome: 'not_found',
      reason: { code: 'below_acceptance' },
      suggestions: [
        {
          movementId: 'a',
          reasons: expect.arrayContaining([expect.objectContaining({ code: 'name', level: 'weak' })]),
        },
      ],
    })
  })

  it('says that what fitted went to another order', () => {
    const [, second] = decide({
      requests: [order('A', 'Juan Pérez'), order('B', 'Juan Pérez Gómez')],
      movements: [transfer('a', 'JUAN PEREZ')],
    })
    expect(second).toMatchObject({ outcome: 'not_found', reason: { code: 'taken_by_others' } })
  })

  it('does not offer what the names exclude', () => {
    expect(decideOne([order('A', 'Juan Pérez')], [transfer('a', 'MARIA LOPEZ')])).toMatchObject({
      outcome: 'not_found',
      reason: { code: 'nothing_similar' },
      suggestions: [],
    })
  })

  it('uses an alias that a person has confirmed', () => {
    const aliases = new Map([[prepareName('Ferretería El Tornillo').key, new Set([prepareName('MARTA SOSA').key])]])
    const [orders, transfers] = [[order('A', 'Ferretería El Tornillo')], [transfer('a', 'SOSA, MARTA')]]
    expect(decideOne(orders, transfers).outcome).toBe('not_found')
    const decision = decideOne(orders, transfers, { aliases })
    expect(decision).toMatchObject({ outcome: 'matched', movementId: 'a' })
    expect(decision.candidates[0]?.reasons).toContainEqual({ code: 'alias' })
  })

  it('lets an exact name outweigh two doubtful ones', () => {
    const decisions = decide({
      requests: [order('A', 'Juan Pérez'), order('B', 'Juan Pérez López')],
      movements: [transfer('a', 'JUAN PEREZ'), transfer('b', 'JUAN PEREZ GOMEZ')],
    })
    expect(decisions.map(({ outcome }) => outcome)).toEqual(['matched', 'not_found'])
  })
})

describe('a very large group', () => {
  it('is paired in order of time when all of it is one payer, equally often', () => {
    const many = Array.from({ length: 600 }, (_, i) => i)
    const decisions = decide({
      requests: many.map((i) => order(`A${i}`, 'Club de Leones Salto', i)),
      movements: many.map((i) => transfer(`m${i}`, 'CLUB DE LEONES SALTO', hour + i)),
    })
    expect(decisions.every((decision, i) => decision.outcome === 'matched' && decision.movementId === `m${i}`)).toBe(
      true,
    )
  })

  it('is left to a person when it cannot be solved exactly', () => {
    const letters = 'bcdfghjklmnpqrstvwxz'
    const surname = (i: number): string => `Q${letters[i % 20]}a${letters[Math.floor(i / 20) % 20]}oxu`
    const many = Array.from({ length: 260 }, (_, i) => i)
    const decisions = decide({
      requests: many.map((i) => order(`A${i}`, `Juan Pérez ${surname(i)}`)),
      movements: [
        ...many.map((i) => transfer(`m${i}`, `JUAN PEREZ ${surname(i).toUpperCase()}`)),
        transfer('all', 'JUAN PEREZ'),
      ],
    })
    for (const decision of decisions)
      expect(decision).toMatchObject({ outcome: 'ambiguous', reason: { code: 'group_too_large', nodes: 521 } })
  })

  it('finds the same pairs whether all or only likely ones are compared', () => {
    const names = [
      'Juan Pérez',
      'Ana Gómez',
      'Lucía Inés Bentancor',
      'Сергей Иванов',
      'Begoña Muñoz',
      'Harbour Fabrics Ltd',
    ]
    const bank = ['PEREZ JUAN', 'ANA GOMES X', 'LUCIAINESBENTANCOR', 'SERGEI IVANOV', 'BEGO?A MU?OZ', 'HARBOURFABRICS']
    const strangers = Array.from({ length: 1_000 }, (_, i) => transfer(`s${i}`, `QUENTIN ZUBIRI ${i}`))
    const requests = names.map((name, i) => order(`A${i}`, name))
    const movements = bank.map((sender, i) => transfer(`m${i}`, sender))
    const alone = decide({ requests, movements }).map((decision) => [
      decision.outcome,
      decision.outcome === 'matched' && decision.movementId,
    ])
    const among = decide({ requests, movements: [...strangers, ...movements] }).map((decision) => [
      decision.outcome,
      decision.outcome === 'matched' && decision.movementId,
    ])
    expect(among).toEqual(alone)
  })
})
