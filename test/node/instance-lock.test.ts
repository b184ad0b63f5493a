import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { lockInstance } from '../../main/node/instance-lock.ts'
import { makeFolder } from '../support/folder.ts'

const module = pathToFileURL(join(import.meta.dirname, '../../main/node/instance-lock.ts')).href

/** Another process that holds the lock until it is killed. */
async function holderProcess(dir: string) {
  const script = `const { lockInstance } = await import(${JSON.stringify(module)})
    lockInstance(${JSON.stringify(dir)}).describe('http://127.0.0.1:7385')
    console.log('held'); setInterval(() => {}, 1000)`
  const holder = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(holder.stdout, 'data')
  return holder
}

it('tells a second start who holds the data folder', async () => {
  const dir = makeFolder()
  const holder = await holderProcess(dir)
  try {
    expect(() => lockInstance(dir)).toThrow(
      expect.objectContaining({
        code: 'host.already_running',
        message: expect.stringContaining(`(process ${holder.pid}, http://127.0.0.1:7385)`),
      }),
    )
  } finally {
    holder.kill('SIGKILL')
  }
})

it('is free again after the holder was killed', async () => {
  const dir = makeFolder()
  const holder = await holderProcess(dir)
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  const lock = lockInstance(dir)
  lock.release()
  expect(existsSync(join(dir, 'instance.json'))).toBe(false)
})

it('can be taken again after it was given back', () => {
  const dir = makeFolder()
  lockInstance(dir).release()
  lockInstance(dir).release()
})
