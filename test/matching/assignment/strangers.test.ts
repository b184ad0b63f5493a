import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPairs } from '../../../main/core/matching/assignment/find-pairs.ts'
import { defaults } from '../../../main/core/matching/assignment/limits.ts'
import {
  type ReadMovement,
  type ReadRequest,
  type Scoring,
  scorePair,
} from '../../../main/core/matching/assignment/pairs.ts'
import { areClearlyDifferent } from '../../../main/core/matching/names/clearly-different.ts'
import { rateNames } from '../../../main/core/matching/names/compare.ts'
import { ceilings } from '../../../main/core/matching/names/limits.ts'
import { prepareName } from '../../../main/core/matching/names/prepare.ts'
import { readLaterPairs, readNewestPairs, readPairs } from '../names/labelled-sets.ts'

// Words that share beginnings, letters and endings, stand for each other, or are made of each other.
const words =
  'Juan Ana Juana Juanperez Perez Pérez Peres Gomez Gmoez Gomezana Ruiz Ruis Ana María Ma Mariana Comercial Hotel Sol Solana Norte Müller Muller Zentrova Zentrvoa Etchart Castro Castor Rosa de la y Jr SA 12 J'.split(
    ' ',
  )
const names = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map((some) => some.join(' '))

const isDifferent = (expected: string, actual: string): boolean => {
  const { level, score } = rateNames(prepareName(expected), prepareName(actual))
  return level === 'different' && score <= ceilings.different
}
const areStrangers = (expected: string, actual: string): boolean =>
  areClearlyDifferent(prepareName(expected), prepareName(actual))

describe('names that are clearly different', () => {
  it('are different when they are compared, whatever their words', () => {
    fc.assert(
      fc.property(names, names, (one, other) => {
        if (areStrangers(one, other)) expect(isDifferent(one, other), `${one} / ${other}`).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  it('are different in the labelled pairs and across them, and most strangers are seen to be', () => {
    const all = [...readPairs(), ...readLaterPairs(), ...readNewestPairs()]
    const across = all.map(({ expected }, i) => ({ expected, actual: (all[i * 7] ?? all[0])?.actual ?? '' }))
    let seen = 0
    for (const { expected, actual } of [...all, ...across]) {
      if (!areStrangers(expected, actual)) continue
      seen++
      expect(isDifferent(expected, actual), `${expected} / ${actual}`).toBe(true)
    }
    expect(seen).toBeGreaterThan(200)
  })
})

describe('the pairs of a crowd', () => {
  const scoring: Scoring = { settings: defaults, knowledge: undefined, aliases: undefined, isBarred: undefined }

  // What decides; a person may be offered less than every weak likeness there is.
  const decides = ({ score }: { readonly score: number }): boolean => score > defaults.acceptance - defaults.margin

  it('that decide are those of comparing every name with every other', () => {
    const crowd = fc.array(names, { minLength: 21, maxLength: 26 })
    fc.assert(
      fc.property(crowd, crowd, (customers, senders) => {
        const requests = customers.map(
          (name, i): ReadRequest => ({
            request: {
              id: `r${i}`,
              externalId: `TS-${1000 + i}`,
              name,
              amountMinor: 100,
              currency: 'UYU',
              createdAt: i,
            },
            name: prepareName(name),
          }),
        )
        const movements = senders.map(
          (sender, i): ReadMovement => ({
            movement: { id: `m${i}`, sender, text: null, amountMinor: 100, currency: 'UYU', receivedAt: i },
            name: prepareName(sender),
            references: [],
          }),
        )
        const lists = findPairs(requests, movements, scoring)
        requests.forEach((own, row) => {
          const wanted = movements
            .map((other, column) => ({ column, ...scorePair(own, other, scoring) }))
            .filter(decides)
          const found = lists.find(({ rows }) => rows.includes(row))?.pairs ?? []
          expect(found.filter(decides).sort((a, b) => a.column - b.column)).toEqual(wanted)
        })
      }),
      { numRuns: 60 },
    )
  })
})
