import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FuseV1Options } from '@electron/fuses'
import { expect, it } from 'vitest'

const file = readFileSync(join(import.meta.dirname, '..', '..', 'electron-builder.yml'), 'utf8')

// The packer has no setting for this one; traps for WebAssembly stay at Electron's default.
const notOffered = new Set(['WasmTrapHandlers'])

const fuses = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)) && !notOffered.has(name))

it.each(fuses)('decides on the fuse %s and says why', (name) => {
  const setting = name[0]?.toLowerCase() + name.slice(1)
  expect(file).toMatch(new RegExp(`^ {2}# .+\\n {2}${setting}: (true|false)$`, 'm'))
})
