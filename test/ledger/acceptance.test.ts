import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** Cases of section 15 of the ledger specification. */
const cases = Array.from({ length: 133 }, (_, at) => at + 1)
const root = join(import.meta.dirname, '..')
const folders = ['ledger', 'statements', 'crash', 'e2e']

/** "12: …", "row 73: …", "case 125: …", or "… (84, 85)" somewhere in a title. */
function numbersIn(title: string): number[] {
  const [, first = ''] = /^(?:rows? |cases? )?(\d{1,3}(?:(?:, | and )\d{1,3})*):/.exec(title) ?? []
  const inside = [...title.matchAll(/\(([\d., ]+)\)/g)].flatMap(([, list = '']) => list.split(','))
  return [...first.split(/, | and /), ...inside].flatMap((text) => (/^\s*\d{1,3}\s*$/.test(text) ? Number(text) : []))
}

test('every acceptance case has a test that carries its number', () => {
  const found = new Set<number>()
  for (const folder of folders)
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }))
      if (/\.(?:test|spec)\.ts$/.test(file) && file !== 'acceptance.test.ts')
        for (const [, , title = ''] of readFileSync(join(root, folder, file), 'utf8').matchAll(
          /(['"`])((?:(?!\1)[^\\\n]|\\.){8,}?)\1\s*,/g,
        ))
          for (const number of numbersIn(title)) found.add(number)
  expect(cases.filter((number) => !found.has(number))).toEqual([])
})
