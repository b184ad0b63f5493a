import { mkdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { isFresh, stampOf } from '../../main/launch/fingerprint.ts'
import { makeFolder } from '../support/folder.ts'

/** A checkout with a finished build. */
function builtCheckout() {
  const root = makeFolder()
  const dist = join(root, 'dist')
  for (const folder of ['main/core', 'preload', 'renderer', 'dist']) mkdirSync(join(root, folder), { recursive: true })
  for (const file of [
    'main/core/a.ts',
    'main/b.ts',
    'preload/c.ts',
    'renderer/d.tsx',
    'vite.config.ts',
    'package-lock.json',
  ])
    writeFileSync(join(root, file), 'one')
  const stamp = stampOf(root)
  writeFileSync(join(dist, stamp.name), stamp.text)
  return { root, isFresh: () => isFresh(root, dist) }
}

it('keeps a build whose sources did not change', () => {
  expect(builtCheckout().isFresh()).toBe(true)
})

it.each<[string, (root: string) => void]>([
  ['was saved', (root) => writeFileSync(join(root, 'main/b.ts'), 'another')],
  ['was saved with the same length', (root) => utimesSync(join(root, 'main/b.ts'), new Date(), new Date(5e11))],
  ['was added', (root) => writeFileSync(join(root, 'main/core/new.ts'), '')],
  ['was removed', (root) => rmSync(join(root, 'renderer/d.tsx'))],
  ['was renamed', (root) => renameSync(join(root, 'main/b.ts'), join(root, 'main/e.ts'))],
  ['of the packages changed', (root) => writeFileSync(join(root, 'package-lock.json'), 'two packages')],
])('builds again when a file %s', (_what, change) => {
  const { root, isFresh } = builtCheckout()
  change(root)
  expect(isFresh()).toBe(false)
})

it('builds when there is no finished build', () => {
  const { root } = builtCheckout()
  expect(isFresh(root, join(root, 'elsewhere'))).toBe(false)
})
