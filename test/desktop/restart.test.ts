import { rmSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import { ensureBuilt } from '../../main/launch/build.ts'
import { runBrowserHost } from '../support/browser-host.ts'
import { onDouble } from '../support/desktop.ts'
import { makeFolder } from '../support/folder.ts'

// Each start is a browser of its own.
vi.setConfig({ testTimeout: 60_000 })

// Key stores can be taken away, trays clicked and computers shut down on the double only.
const host = onDouble
const root = join(import.meta.dirname, '..', '..')

beforeAll(() => ensureBuilt(root))

const start = async (dataDir: string, env: Record<string, string> = {}) => {
  const desktop = await host.start({ dataDir, env })
  onTestFinished(() => desktop.close())
  return desktop
}

/** Said with what the program said, since its own words explain a wrong code. */
const expectCleanEnd = async (desktop: Awaited<ReturnType<typeof start>>) => {
  const code = await desktop.exit
  expect(code, desktop.said()).toBe(0)
}

const wrappedKey = (dataDir: string) => {
  const db = new SqliteDatabase(join(dataDir, 'reconbanker.db'), { readonly: true })
  const value = db.prepare("select value from settings where name = 'data_key'").pluck().get() as string
  db.close()
  return value
}

it('seals the data key with the key store, opens it at the next start, and comes back where its window was', async () => {
  const dataDir = makeFolder()
  const first = await start(dataDir)
  await first.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 50, width: 1000, height: 700 })
  })
  await first.evaluate(({ shown }) => shown.trays[0]?.menu?.getMenuItemById('quit')?.click())
  await expectCleanEnd(first)
  const wrapped = wrappedKey(dataDir)
  expect(wrapped).toMatch(/^safe-storage:/)

  const second = await start(dataDir)
  const bounds = await second.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
  expect(bounds).toEqual({ x: 40, y: 50, width: 1000, height: 700 })
  await second.evaluate(({ powerMonitor }) => void powerMonitor.emit('shutdown', { preventDefault() {} }))
  await expectCleanEnd(second)
  expect(wrappedKey(dataDir)).toBe(wrapped)
})

it('says what to do when the key store is another one, and changes nothing', async () => {
  const dataDir = makeFolder()
  const first = await start(dataDir)
  first.kill('SIGTERM')
  await first.exit
  const wrapped = wrappedKey(dataDir)
  rmSync(join(dataDir, 'desktop', 'double-key-store'))
  const { code, said } = await host.startWithoutWindow({ dataDir })
  expect(code).toBe(1)
  expect(said).toMatch(/key store of this computer does not open.*unlock the key store/)
  expect(wrappedKey(dataDir)).toBe(wrapped)
})

it.each(['basic_text', 'none'])('refuses to store secrets where the key store is %s, and advises', async (store) => {
  const { code, said } = await host.startWithoutWindow({
    dataDir: makeFolder(),
    env: { ELECTRON_DOUBLE_KEY_STORE: store },
  })
  expect(code).toBe(1)
  expect(said).toMatch(/no protected store.*GNOME Keyring or KWallet.*RECONBANKER_PASSPHRASE/)
})

it('takes a passphrase instead of a key store', async () => {
  const dataDir = makeFolder()
  const desktop = await start(dataDir, { ELECTRON_DOUBLE_KEY_STORE: 'none', RECONBANKER_PASSPHRASE: 'long enough' })
  desktop.kill('SIGTERM')
  await expectCleanEnd(desktop)
  expect(wrappedKey(dataDir)).toMatch(/^passphrase:/)
})

it('opens data of the browser host, but not while that one runs', async () => {
  const dataDir = makeFolder()
  const browserHost = runBrowserHost(['--data-dir', dataDir, '--port', '0'])
  const { url } = await browserHost.started
  const refused = await host.startWithoutWindow({ dataDir })
  expect(refused.code).toBe(1)
  expect(refused.said).toContain(`in use by another Reconbanker (process`)
  expect(refused.said).toContain(url)
  expect(await browserHost.stop()).toBe(0)

  const desktop = await start(dataDir)
  desktop.kill('SIGTERM')
  await expectCleanEnd(desktop)
  expect(wrappedKey(dataDir)).toMatch(/^key-file:/)
})
