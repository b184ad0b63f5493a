import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { ensureBuilt } from '../../main/launch/build.ts'
import { runBrowserHost } from '../support/browser-host.ts'
import { makeFolder } from '../support/folder.ts'

// Each start is a process of its own, and the machine may be busy.
vi.setConfig({ testTimeout: 60_000 })

const root = join(import.meta.dirname, '..', '..')

beforeAll(() => ensureBuilt(root))

const refused = async (args: readonly string[], env: Record<string, string> = {}) => {
  const host = runBrowserHost(args, env)
  const code = await host.exit
  return { code, said: host.said().trim() }
}

describe('browser host', () => {
  it('prints one JSON object first, serves the window and the API, and ends on SIGTERM with code 0', async () => {
    const dataDir = makeFolder()
    const host = runBrowserHost(['--data-dir', dataDir, '--port', '0'])
    const { url, pid, data_dir } = await host.started
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(data_dir).toBe(dataDir)
    expect(pid).toBeGreaterThan(0)
    expect(await (await fetch(`${url}/health`)).json()).toEqual({ ok: true })
    const page = await fetch(url)
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(await page.text()).toContain('<div id="root">')

    const events = await openEvents(url)
    const started = performance.now()
    expect(await host.stop()).toBe(0)
    expect(performance.now() - started).toBeLessThan(5000)
    await events.cancel().catch(() => undefined)
  })

  it('ends on SIGINT too, and starts again on the same data', async () => {
    const dataDir = makeFolder()
    for (let start = 0; start < 2; start++) {
      const host = runBrowserHost(['--data-dir', dataDir, '--port', '0'])
      await host.started
      expect(await host.stop('SIGINT')).toBe(0)
    }
  })

  it('ends when the shell that started it is gone', async () => {
    const dataDir = makeFolder()
    const entry = join(root, 'dist', 'main', 'serve.js')
    // Like npm's shell, this one stays between and dies of the signal alone.
    const shell = spawn(
      'sh',
      ['-c', `"${process.execPath}" "${entry}" --data-dir "${dataDir}" --port 0 --no-open; :`],
      {
        stdio: ['ignore', 'pipe', 'ignore'],
        env: { ...process.env, npm_lifecycle_event: 'serve' },
      },
    )
    const [line] = (await once(shell.stdout, 'data')) as [Buffer]
    const { pid } = JSON.parse(String(line)) as { pid: number }
    shell.kill('SIGTERM')
    await expect.poll(() => isAlive(pid), { timeout: 5000 }).toBe(false)
  })

  it('can be started again on the same data after it was killed', async () => {
    const dataDir = makeFolder()
    const first = runBrowserHost(['--data-dir', dataDir, '--port', '0'])
    await first.started
    await first.stop('SIGKILL')
    const second = runBrowserHost(['--data-dir', dataDir, '--port', '0'])
    expect((await second.started).data_dir).toBe(dataDir)
  })

  it('says in one sentence that the data folder is in use', async () => {
    const dataDir = makeFolder()
    const first = runBrowserHost(['--data-dir', dataDir, '--port', '0'])
    const { url, pid } = await first.started
    const { code, said } = await refused(['--data-dir', dataDir, '--port', '0'])
    expect(code).toBe(1)
    expect(said).toBe(
      `The data folder ${dataDir} is in use by another Reconbanker (process ${pid}, ${url}). Close that one, or start with another --data-dir.`,
    )
  })

  it('says that the port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    onTestFinished(() => void server.close())
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const { code, said } = await refused(['--data-dir', makeFolder(), '--port', String(port)])
    expect(code).toBe(1)
    expect(said).toContain(`Port ${port} is in use by another program. Choose another one with --port`)
  })

  it('says what is wrong with a flag and with the data folder', async () => {
    expect(await refused(['--prot', '1'])).toEqual({ code: 1, said: expect.stringMatching(/--prot.*Flags:/) })
    const file = join(makeFolder(), 'file')
    writeFileSync(file, '')
    expect(await refused(['--data-dir', file])).toEqual({
      code: 1,
      said: expect.stringContaining('a file has that name'),
    })
  })

  it('refuses data of a newer program and a damaged file, and leaves both as they are', async () => {
    const newer = makeFolder()
    const db = new SqliteDatabase(join(newer, 'reconbanker.db'))
    db.pragma('user_version = 999')
    db.close()
    const tooNew = await refused(['--data-dir', newer, '--port', '0'])
    expect(tooNew).toEqual({ code: 1, said: expect.stringMatching(/newer version.*Install the newer version/) })

    const damaged = makeFolder()
    const file = join(damaged, 'reconbanker.db')
    writeFileSync(file, 'this is no database '.repeat(1000))
    const broken = await refused(['--data-dir', damaged, '--port', '0'])
    expect(broken).toEqual({ code: 1, said: expect.stringMatching(/cannot be read.*Put back a copy/) })
    expect(readFileSync(file, 'utf8')).toContain('this is no database')
  })

  it('opens data sealed with a passphrase with that passphrase only', async () => {
    const dataDir = makeFolder()
    const args = ['--data-dir', dataDir, '--port', '0']
    const host = runBrowserHost(args, { RECONBANKER_PASSPHRASE: 'right' })
    await host.started
    expect(await host.stop()).toBe(0)
    const wrong = await refused(args, { RECONBANKER_PASSPHRASE: 'wrong' })
    expect(wrong).toEqual({ code: 1, said: expect.stringContaining('The passphrase does not open this data') })
    const without = await refused(args)
    expect(without).toEqual({ code: 1, said: expect.stringContaining('RECONBANKER_PASSPHRASE') })
  })

  it('writes its log below the data folder, without what a caller sent as a secret', async () => {
    const dataDir = makeFolder()
    mkdirSync(join(dataDir, 'logs'))
    const host = runBrowserHost(['--data-dir', dataDir, '--port', '0'])
    const { url } = await host.started
    await fetch(`${url}/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer s3cret-token' },
      body: JSON.stringify({ email: 'a@b.test', password: 's3cret-password' }),
    })
    await host.stop()
    const text = readFileSync(join(dataDir, 'logs', 'reconbanker.log'), 'utf8')
    expect(text + host.said()).not.toContain('s3cret')
  })
})

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function openEvents(url: string): Promise<ReadableStreamDefaultReader<Uint8Array>> {
  const owner = { email: 'owner@example.com', password: 'Correct-Horse-7-Battery' }
  const send = (path: string) =>
    fetch(url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(owner) })
  await send('/auth/register')
  const { token } = (await (await send('/auth/login')).json()) as { token: string }
  const response = await fetch(`${url}/events`, { headers: { authorization: `Bearer ${token}` } })
  const reader = response.body?.getReader()
  if (!reader) throw new Error('no event stream')
  await reader.read()
  return reader
}
