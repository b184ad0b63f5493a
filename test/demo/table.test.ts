import { expect, it } from 'vitest'
import { textTable } from '../../main/demo/table.ts'

it('lines columns up by characters, not by code units', () => {
  expect(
    textTable(
      ['Payer', 'State'],
      [
        ['João 𝒜', 'matched'],
        ['Li', ''],
      ],
    ),
  ).toBe(['Payer   State', '───────────────', 'João 𝒜  matched', 'Li'].join('\n'))
})
