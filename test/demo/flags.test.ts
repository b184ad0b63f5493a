import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { parseDemoFlags } from '../../main/demo/flags.ts'

it('opens a window over a fresh folder when told nothing', () => {
  expect(parseDemoFlags([])).toEqual({ once: false, json: false, open: true, dataDir: null, port: 0 })
})

it('opens no window for a run that ends by itself', () => {
  expect(parseDemoFlags(['--once', '--json']).open).toBe(false)
  expect(parseDemoFlags(['--no-open']).open).toBe(false)
})

it('takes a folder and a port', () => {
  expect(parseDemoFlags(['--data-dir', 'kept', '--port', '7400'])).toMatchObject({
    dataDir: resolve('kept'),
    port: 7400,
  })
})

it.each([[['--port', '70000']], [['--port', 'x']], [['--data-dir', '']], [['--twice']]])(
  'refuses %j and tells the flags',
  (args) => {
    expect(() => parseDemoFlags(args)).toThrow(/Flags: --once/)
  },
)
