import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { compareNames, rateNames } from '../../main/core/matching/names/compare.ts'
import { acceptance } from '../../main/core/matching/names/limits.ts'
import { prepareName } from '../../main/core/matching/names/prepare.ts'
import { projectRoot } from '../support/ports.ts'

interface Pair {
  readonly category: string
  readonly expected: string
  readonly actual: string
  readonly label: 'same' | 'different' | 'unknown'
}

const pairs = JSON.parse(readFileSync(join(projectRoot, 'test/fixtures/names/pairs.json'), 'utf8')) as Pair[]
const scoreOf = (expected: string, actual: string) => compareNames(prepareName(expected), prepareName(actual)).score
const isBooked = ({ expected, actual }: Pair) => scoreOf(expected, actual) >= acceptance

describe('the labelled pairs of names', () => {
  it('are many, of many kinds', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(400)
    expect(new Set(pairs.map((pair) => pair.category)).size).toBeGreaterThanOrEqual(10)
  })

  it('never book a payer whom an accountant would not', () => {
    expect(pairs.filter((pair) => pair.label !== 'same' && isBooked(pair))).toEqual([])
  })

  it('book at least 98 of 100 payers whom an accountant would', () => {
    const right = pairs.filter((pair) => pair.label === 'same')
    expect(right.filter(isBooked).length / right.length).toBeGreaterThanOrEqual(0.98)
  })

  it('are rated as they are compared: the reasons cost nothing of the result', () => {
    for (const { expected, actual } of pairs) {
      const [a, b] = [prepareName(expected), prepareName(actual)]
      expect(rateNames(a, b).score).toBe(compareNames(a, b).score)
    }
  })

  it.each([
    ['case', (name: string) => name.toLocaleUpperCase('es')],
    ['the form in which accents are written', (name: string) => name.normalize('NFD')],
  ])('do not change by %s', (_, change) => {
    const intact = pairs.filter(({ category }) => !category.includes('damage') && !category.includes('cut'))
    const changed = intact.filter((pair) => isBooked(pair) !== isBooked({ ...pair, expected: change(pair.expected) }))
    expect(changed).toEqual([])
  })

  it.each(['', ' ', 'X', '.', '—'])('say nothing about the name %j', (name) => {
    expect(compareNames(prepareName('Juan Pérez'), prepareName(name)).level).toBe('unknown')
  })
})
