import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decide } from '../../main/core/matching/assignment/decide.ts'
import type { Decision, FreeMovement, OpenRequest } from '../../main/core/matching/assignment/types.ts'
import { parseMinor } from '../../main/core/money.ts'
import { day, hour } from '../../main/core/time.ts'
import { projectRoot } from '../support/ports.ts'

type Outcome = { readonly movement: string } | 'ambiguous' | 'not_found' | 'suggestion'

interface Situation {
  readonly note: string
  readonly orders: readonly { id: string; name?: string; day?: number; amount?: string; currency?: string }[]
  readonly movements: readonly {
    id: string
    sender?: string | null
    text?: string
    day?: number
    amount?: string
    currency?: string
  }[]
  readonly outcomes: Readonly<Record<string, Outcome>>
  readonly match_without_sender?: boolean
}

const file = join(projectRoot, 'test/fixtures/names/situations.json')
const situations = JSON.parse(readFileSync(file, 'utf8')) as Situation[]
const registered = Date.parse('2026-05-12T10:00:00Z')
const minor = (amount = '1500.00') => parseMinor(amount) ?? Number.NaN

const requestsOf = ({ orders }: Situation): OpenRequest[] =>
  orders.map((order) => ({
    id: order.id,
    externalId: order.id,
    name: order.name ?? null,
    amountMinor: minor(order.amount),
    currency: order.currency ?? 'UYU',
    createdAt: registered + (order.day ?? 0) * day,
  }))
const movementsOf = ({ movements }: Situation): FreeMovement[] =>
  movements.map((movement) => ({
    id: movement.id,
    sender: movement.sender ?? null,
    text: movement.text ?? null,
    amountMinor: minor(movement.amount),
    currency: movement.currency ?? 'UYU',
    receivedAt: registered + (movement.day ?? 0) * day - 2 * hour,
  }))
const decideSituation = (situation: Situation, requests = requestsOf(situation), movements = movementsOf(situation)) =>
  decide({ requests, movements, settings: { matchWithoutSender: situation.match_without_sender ?? false } })

const outcomeOf = (decision: Decision): Outcome => {
  if (decision.outcome === 'matched') return { movement: decision.movementId }
  if (decision.outcome === 'ambiguous') return 'ambiguous'
  return decision.suggestions.length > 0 ? 'suggestion' : 'not_found'
}
const outcomesOf = (decisions: readonly Decision[]) =>
  Object.fromEntries(decisions.map((decision) => [decision.requestId, outcomeOf(decision)]))

describe('the labelled situations', () => {
  it('are many', () => {
    expect(situations.length).toBeGreaterThanOrEqual(150)
  })

  it('never end in a wrong automatic match', () => {
    const wrong = situations.flatMap((situation) =>
      decideSituation(situation).flatMap((decision) => {
        const right = situation.outcomes[decision.requestId]
        const isRight =
          typeof right === 'object' && decision.outcome === 'matched' && right.movement === decision.movementId
        return decision.outcome === 'matched' && !isRight ? [{ note: situation.note, decision, right }] : []
      }),
    )
    expect(wrong).toEqual([])
  })

  it('find at least 98 of 100 right matches', () => {
    const labelled = situations.flatMap((situation) => {
      const outcomes = outcomesOf(decideSituation(situation))
      return Object.entries(situation.outcomes).flatMap(([id, right]) =>
        typeof right === 'object' ? [{ note: situation.note, right, got: outcomes[id] }] : [],
      )
    })
    const found = labelled.filter(({ right, got }) => typeof got === 'object' && got.movement === right.movement)
    expect(found.length / labelled.length).toBeGreaterThanOrEqual(0.98)
  })

  it('are decided alike in whatever order they come, and no movement serves two requests', () => {
    fc.assert(
      fc.property(fc.constantFrom(...situations), fc.infiniteStream(fc.nat()), (situation, numbers) => {
        const shuffled = <T>(rows: readonly T[]): T[] =>
          rows
            .map((row) => ({ row, key: numbers.next().value as number }))
            .sort((a, b) => a.key - b.key)
            .map(({ row }) => row)
        const decisions = decideSituation(situation, shuffled(requestsOf(situation)), shuffled(movementsOf(situation)))
        expect(outcomesOf(decisions)).toEqual(outcomesOf(decideSituation(situation)))
        const used = decisions.flatMap((decision) => (decision.outcome === 'matched' ? [decision.movementId] : []))
        expect(new Set(used).size).toBe(used.length)
      }),
    )
  })

  it('do not change by a movement of another amount', () => {
    fc.assert(
      fc.property(fc.constantFrom(...situations), fc.integer({ min: 1, max: 9 }), (situation, cents) => {
        const stranger: FreeMovement = {
          id: 'stranger',
          sender: 'Somebody Else',
          text: null,
          amountMinor: 987_650_000 + cents,
          currency: 'UYU',
          receivedAt: registered,
        }
        const movements = [...movementsOf(situation), stranger]
        const matched = (decisions: readonly Decision[]) =>
          decisions.flatMap((d) => (d.outcome === 'matched' ? [[d.requestId, d.movementId]] : []))
        expect(matched(decideSituation(situation, requestsOf(situation), movements))).toEqual(
          matched(decideSituation(situation)),
        )
      }),
    )
  })
})
