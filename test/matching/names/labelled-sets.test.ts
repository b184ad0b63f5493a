import { describe, expect, it } from 'vitest'
import { decide } from '../../../main/core/matching/assignment/decide.ts'
import { compareNames } from '../../../main/core/matching/names/compare.ts'
import { prepareName } from '../../../main/core/matching/names/prepare.ts'
import { compareRules, isAutomatic } from './compare-rules.ts'
import {
  movementsOf,
  readFifthPairs,
  readFifthSituations,
  readFourthPairs,
  readFourthSituations,
  readLastPairs,
  readLaterPairs,
  readLaterSituations,
  readNewestPairs,
  readNewestSituations,
  readPairs,
  readSituations,
  readSixthPairs,
  readSixthSituations,
  requestsOf,
  type Situation,
} from './labelled-sets.ts'

const pairs = readPairs()
const show = ({ category, expected, actual, label }: (typeof pairs)[number]): string =>
  `${category}: "${expected}" / "${actual}" (${label})`

describe('the labelled pairs', () => {
  it('are at least 400 over ten languages and many look-alikes', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(400)
    expect(pairs.filter(({ label }) => label === 'different').length).toBeGreaterThanOrEqual(150)
    expect(new Set(pairs.map(({ category }) => category)).size).toBeGreaterThanOrEqual(20)
    expect(new Set(pairs.map(({ expected, actual }) => `${expected}|${actual}`)).size).toBe(pairs.length)
  })

  it('are never matched when they are different people or nobody can tell', () => {
    const wrong = pairs.filter(({ label, expected, actual }) => label !== 'same' && isAutomatic(expected, actual))
    expect(wrong.map(show)).toEqual([])
  })

  it('are found in at least 98 of 100 cases when they are the same payer', () => {
    const same = pairs.filter(({ label }) => label === 'same')
    const missed = same.filter(({ expected, actual }) => !isAutomatic(expected, actual))
    expect(missed.length / same.length, missed.map(show).join('\n')).toBeLessThanOrEqual(0.02)
  })

  it('are found in every category', () => {
    for (const category of new Set(pairs.map((pair) => pair.category))) {
      const same = pairs.filter((pair) => pair.category === category && pair.label === 'same')
      const missed = same.filter(({ expected, actual }) => !isAutomatic(expected, actual))
      // Two rare surnames a letter apart may be two families; those are left to a person.
      const share = category === 'typing-errors' ? 0.25 : 0.06
      expect(missed.length, missed.map(show).join('\n')).toBeLessThanOrEqual(Math.ceil(same.length * share))
    }
  })

  it('always come with reasons, unless nothing can be compared', () => {
    for (const pair of pairs) {
      const { level, evidence } = compareNames(prepareName(pair.expected), prepareName(pair.actual))
      expect(evidence.length > 0, show(pair)).toBe(level !== 'unknown')
    }
  })
})

const decisionsOf = (situation: Situation) =>
  decide({
    requests: requestsOf(situation),
    movements: movementsOf(situation),
    settings: { matchWithoutSender: situation.match_without_sender ?? false },
  }).map((decision) => {
    const outcome = situation.outcomes[decision.requestId.replace('request ', '')]
    return {
      note: situation.note,
      matched: decision.outcome === 'matched' ? decision.movementId : undefined,
      right: typeof outcome === 'object' ? outcome.movement : undefined,
    }
  })

describe('the set that came last', () => {
  const later = readLaterPairs()

  it('has no pair of others that is matched', () => {
    expect(later.length).toBeGreaterThanOrEqual(300)
    const wrong = later.filter(({ label, expected, actual }) => label !== 'same' && isAutomatic(expected, actual))
    expect(wrong.map(show)).toEqual([])
  })

  it('is found nearly whole; slips in rare names and Chinese names in Latin letters are left to a person', () => {
    const same = later.filter(({ label }) => label === 'same')
    const missed = same.filter(({ expected, actual }) => !isAutomatic(expected, actual))
    expect(missed.length / same.length, missed.map(show).join('\n')).toBeLessThanOrEqual(0.1)
  })

  it('is followed by one more, of which nobody else is matched', () => {
    const last = readLastPairs()
    const wrong = last.filter(({ label, expected, actual }) => label === 'different' && isAutomatic(expected, actual))
    expect(wrong.map(show)).toEqual([])
    const same = last.filter(({ label }) => label === 'same')
    expect(same.filter(({ expected, actual }) => isAutomatic(expected, actual)).length / same.length).toBeGreaterThan(
      0.9,
    )
  })

  it('is followed by the newest, of which no other payer is matched and nearly all are found', () => {
    const newest = readNewestPairs()
    expect(newest.length).toBeGreaterThanOrEqual(400)
    const wrong = newest.filter(({ label, expected, actual }) => label !== 'same' && isAutomatic(expected, actual))
    expect(wrong.map(show)).toEqual([])
    const same = newest.filter(({ label }) => label === 'same')
    const missed = same.filter(({ expected, actual }) => !isAutomatic(expected, actual))
    expect(missed.length / same.length, missed.map(show).join('\n')).toBeLessThanOrEqual(0.02)
  })

  it('is followed by a fourth, of which no other payer is matched', () => {
    const fourth = readFourthPairs()
    expect(fourth.length).toBeGreaterThanOrEqual(500)
    const wrong = fourth.filter(({ label, expected, actual }) => label !== 'same' && isAutomatic(expected, actual))
    expect(wrong.filter(({ label }) => label === 'different').map(show)).toEqual([])
    // 't for van: not decided otherwise yet.
    expect(wrong.length, wrong.map(show).join('\n')).toBeLessThanOrEqual(1)
    const same = fourth.filter(({ label }) => label === 'same')
    const missed = same.filter(({ expected, actual }) => !isAutomatic(expected, actual))
    expect(missed.length / same.length, missed.map(show).join('\n')).toBeLessThanOrEqual(0.09)
  })

  it.each([
    // A firm of which all that tells it apart is cut off, two letters of a short name swapped.
    { which: 'fifth', read: readFifthPairs, pairs: 470, undecided: 2, missed: 0.05 },
    // A word of no list before a surname from where middle names are borne, a place cut to its saint, a lost letter.
    { which: 'sixth', read: readSixthPairs, pairs: 150, undecided: 5, missed: 0.09 },
  ])('is followed by a $which, of which no other payer is matched', ({ read, pairs: least, undecided, missed }) => {
    const found = read()
    expect(found.length).toBeGreaterThanOrEqual(least)
    const wrong = found.filter(({ label, expected, actual }) => label !== 'same' && isAutomatic(expected, actual))
    expect(wrong.filter(({ label }) => label === 'different').map(show)).toEqual([])
    expect(wrong.length, wrong.map(show).join('\n')).toBeLessThanOrEqual(undecided)
    const same = found.filter(({ label }) => label === 'same')
    const lost = same.filter(({ expected, actual }) => !isAutomatic(expected, actual))
    expect(lost.length / same.length, lost.map(show).join('\n')).toBeLessThanOrEqual(missed)
  })

  it('has no situation that is decided wrongly, nor has the newest', () => {
    const [later, newest] = [readLaterSituations(), readNewestSituations()]
    expect(Math.min(later.length, newest.length)).toBeGreaterThanOrEqual(60)
    for (const { matched, right, note } of [...later, ...newest].flatMap(decisionsOf)) expect(matched, note).toBe(right)
  })

  it('has no situation in the fourth that is decided wrongly; slips and lost bytes are left to a person', () => {
    const fourth = readFourthSituations()
    expect(fourth.length).toBeGreaterThanOrEqual(60)
    const others = fourth.flatMap(decisionsOf).filter(({ matched, right }) => matched !== right)
    expect(others.filter(({ matched }) => matched !== undefined)).toEqual([])
    expect(others.length, others.map(({ note }) => note).join('\n')).toBeLessThanOrEqual(4)
  })
})

describe('the situations of the fifth and the sixth', () => {
  it('are decided rightly, but for a slip that differs from another order in its last letter', () => {
    const others = [...readFifthSituations(), ...readSixthSituations()]
      .flatMap(decisionsOf)
      .filter(({ matched, right }) => matched !== right)
    expect(others.filter(({ matched }) => matched !== undefined).map(({ note }) => note)).toEqual([
      'a slip that is as near to another customer',
    ])
    expect(others.length, others.map(({ note }) => note).join('\n')).toBeLessThanOrEqual(2)
  })
})

describe('the table against the reference rule', () => {
  const { names, situations } = compareRules()

  it('shows no wrong match of ours and nearly all right ones', () => {
    expect(names.ours.wrong).toBe(0)
    expect(names.ours.foundShare).toBeGreaterThanOrEqual(0.98)
    expect(situations.ours.wrong).toBe(0)
    expect(situations.ours.foundShare).toBeGreaterThanOrEqual(0.98)
  })

  it('shows what the reference rule does on the same sets', () => {
    expect(names.reference.wrong).toBeGreaterThan(100)
    expect(names.reference.foundShare).toBeLessThan(0.95)
    expect(situations.reference.wrong).toBeGreaterThan(20)
    expect(situations.reference.toFind).toBe(situations.ours.toFind)
    expect(readSituations().length).toBeGreaterThanOrEqual(150)
  })
})
