import { describe, expect, test } from 'vitest'
import { placeOf } from '../../../renderer/features/reconciliation/worklist/place-of.ts'

const rowsOf = (ids: string) => {
  const rows = [...ids].map((id) => ({ kind: 'match' as const, id }))
  return (index: number) => rows[index]
}

describe('the cursor after the list changed', () => {
  test('begins at the first row', () => {
    expect(placeOf({ key: null, at: 0 }, 3, rowsOf('abc'))).toEqual({ key: 'match:a', at: 0 })
  })

  test('stays with its row when rows came or went above it', () => {
    expect(placeOf({ key: 'match:c', at: 2 }, 2, rowsOf('bc'))).toEqual({ key: 'match:c', at: 1 })
    expect(placeOf({ key: 'match:a', at: 0 }, 3, rowsOf('xya'))).toEqual({ key: 'match:a', at: 2 })
  })

  test('stays at its place when its row is gone, and never jumps to the top', () => {
    expect(placeOf({ key: 'match:b', at: 1 }, 3, rowsOf('acd'))).toEqual({ key: 'match:c', at: 1 })
  })

  test('stands on the last row when the list became shorter', () => {
    expect(placeOf({ key: 'match:z', at: 7 }, 2, rowsOf('ab'))).toEqual({ key: 'match:b', at: 1 })
  })

  test('waits while the rows around it are not here yet', () => {
    expect(placeOf({ key: 'match:z', at: 4000 }, 50_000, () => undefined)).toBe('unknown')
  })

  test('is nowhere in an empty list', () => {
    expect(placeOf({ key: 'match:z', at: 3 }, 0, () => undefined)).toEqual({ key: null, at: 0 })
  })
})
