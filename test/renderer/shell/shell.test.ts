import { describe, expect, test } from 'vitest'
import type { Overview } from '../../../renderer/api-types.ts'
import { createChord } from '../../../renderer/features/shell/chord.ts'
import { crumbsOf } from '../../../renderer/features/shell/crumbs.ts'
import { heartbeat } from '../../../renderer/features/shell/heartbeat-state.ts'
import { matching } from '../../../renderer/features/shell/palette-entries.ts'
import { placesOf } from '../../../renderer/features/shell/places.ts'

const overview = (accounts: Overview['accounts']) => ({ accounts }) as Overview
const open = { kind: 'open' } as const

describe('the line at the bottom', () => {
  test.each([
    [{ total: 3, blocked: 0, paused: 0 }, { kind: 'running' }],
    [
      { total: 3, blocked: 1, paused: 1 },
      { kind: 'attention', accounts: 1 },
    ],
    [
      { total: 3, blocked: 0, paused: 1 },
      { kind: 'paused', paused: 1, all: false },
    ],
    [
      { total: 2, blocked: 0, paused: 2 },
      { kind: 'paused', paused: 2, all: true },
    ],
    [{ total: 0, blocked: 0, paused: 0 }, { kind: 'empty' }],
  ])('%j is %j', (accounts, state) => {
    expect(heartbeat(open, overview(accounts), false)).toEqual(state)
  })

  test('an account that waits for a person counts like a blocked one', () => {
    expect(heartbeat(open, overview({ total: 3, blocked: 1, paused: 0 }), false, 1)).toEqual({
      kind: 'attention',
      accounts: 2,
    })
  })

  test('says nothing that it does not know', () => {
    const fine = overview({ total: 3, blocked: 0, paused: 0 })
    expect(heartbeat({ kind: 'lost', retryAt: 5 }, fine, false)).toEqual({ kind: 'offline', retryAt: 5 })
    expect(heartbeat(open, null, true)).toEqual({ kind: 'unknown' })
    expect(heartbeat({ kind: 'connecting' }, null, false)).toEqual({ kind: 'connecting' })
  })
})

describe('G and a letter', () => {
  test('within a moment is a chord; the letter alone is not', () => {
    let now = 0
    const chord = createChord(() => now)
    expect(chord('g')).toEqual({ taken: true, letter: null })
    now += 500
    expect(chord('R')).toEqual({ taken: true, letter: 'r' })
    expect(chord('r')).toEqual({ taken: false, letter: null })
  })

  test('too late is no chord', () => {
    let now = 0
    const chord = createChord(() => now)
    chord('g')
    now += 5000
    expect(chord('r')).toEqual({ taken: false, letter: null })
  })
})

describe('the way to an address', () => {
  test.each([
    ['/accounts', ['/accounts']],
    ['/accounts/new', ['/accounts']],
    ['/accounts/7/requests/9', ['/accounts', '/accounts/7']],
    ['/deliveries/3', ['/deliveries']],
    ['/banks/scripts', ['/banks']],
    ['/banks/5', ['/banks', '/banks/5']],
    ['/banks/5/versions/8/source', ['/banks', '/banks/5', '/banks/5/versions/8']],
    ['/nowhere', []],
  ])('%s', (path, way) => {
    expect(crumbsOf(path).map(({ to }) => to)).toEqual(way)
  })
})

describe('the palette', () => {
  const run = () => undefined
  const groups = [
    {
      title: 'Accounts',
      entries: [
        { id: '1', label: 'Línea de crédito', about: 'North Bank', run },
        { id: '2', label: 'Run now: Main', onSearch: true, run },
      ],
    },
    { title: 'Empty', entries: [] },
  ]
  const found = (query: string) => matching(groups, query).flatMap(({ entries }) => entries.map(({ id }) => id))

  test('finds every word, without accents and case', () => {
    expect(found('CREDITO north')).toEqual(['1'])
    expect(found('credito south')).toEqual([])
  })

  test('shows long lists of commands only when searched for, and no empty group', () => {
    expect(found('')).toEqual(['1'])
    expect(found('run')).toEqual(['2'])
    expect(matching(groups, '').map(({ title }) => title)).toEqual(['Accounts'])
  })
})

test('a place that does not apply to the mode is absent', () => {
  expect(placesOf('passthrough').map(({ name }) => name)).not.toContain('requests')
  expect(placesOf('reconcile').map(({ name }) => name)).toContain('requests')
})
