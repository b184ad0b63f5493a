import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { ensureBuilt } from '../../main/launch/build.ts'
import { callNames } from '../../preload/contract.ts'
import { type Desktop, onDouble, onElectron } from '../support/desktop.ts'
import { temporaryFolder } from '../support/folder.ts'

const root = join(import.meta.dirname, '..', '..')
const pictures = join(root, 'test-results', 'desktop')

beforeAll(() => ensureBuilt(root))

describe.each([onDouble, onElectron])('desktop host on $name', (host) => {
  if (host.absent !== null) {
    it.skip(host.absent, () => undefined)
    return
  }
  const folder = temporaryFolder()
  let desktop: Desktop

  beforeAll(async () => {
    desktop = await host.start({ dataDir: folder.path })
  })
  afterAll(async () => {
    await desktop.close()
    folder.remove()
  })

  it('opens one window and shows the renderer in it', async () => {
    const { page } = desktop
    await page.locator('#root').getByRole('button').first().waitFor()
    expect(await page.title()).toContain('Reconbanker')
    const windows = await desktop.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => ({
        url: window.webContents.getURL(),
        visible: window.isVisible(),
      })),
    )
    expect(windows).toEqual([{ url: expect.stringMatching(/^app:\/\/reconbanker\//), visible: true }])
    mkdirSync(pictures, { recursive: true })
    await page.screenshot({ path: join(pictures, `window-${host.name.replace(' ', '-')}.png`) })
  })

  it('reaches the API from the page, under both addresses', async () => {
    const answers = await desktop.page.evaluate(async () => {
      const read = async (path: string) => {
        const response = await fetch(path)
        return { status: response.status, body: (await response.json()) as unknown }
      }
      return { health: await read('/health'), underApi: await read('/api/health'), closed: await read('/api/accounts') }
    })
    expect(answers.health).toEqual({ status: 200, body: { ok: true } })
    expect(answers.underApi.status).toBe(200)
    expect(answers.closed.status).toBe(401)
  })

  it('sends bodies to the API and streams what it answers', async () => {
    const first = await desktop.page.evaluate(async () => {
      const send = (path: string, body: unknown, token = '') =>
        fetch(path, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          body: JSON.stringify(body),
        })
      const owner = { email: 'owner@example.com', password: 'Correct-Horse-7-Battery' }
      await send('/api/auth/register', owner)
      const { token } = (await (await send('/api/auth/login', owner)).json()) as { token: string }
      const events = await fetch('/api/events', { headers: { authorization: `Bearer ${token}` } })
      const reader = events.body?.getReader()
      const chunk = await reader?.read()
      await reader?.cancel()
      return new TextDecoder().decode(chunk?.value)
    })
    expect(first).toContain('event: ready')
  })

  it('sends the page with a policy that allows only its own scripts, and nothing outside its folder', async () => {
    const answers = await desktop.page.evaluate(async () => {
      const page = await fetch('/')
      const outside = await fetch('/assets/..%2f..%2f..%2fpackage.json')
      return {
        policy: page.headers.get('content-security-policy'),
        sniff: page.headers.get('x-content-type-options'),
        outside: outside.status,
      }
    })
    expect(answers.policy).toContain("script-src 'self';")
    expect(answers.policy).toContain("frame-ancestors 'none'")
    expect(answers.sniff).toBe('nosniff')
    expect(answers.outside).toBe(404)
    const ran = await desktop.page.evaluate(() => {
      const script = document.createElement('script')
      script.textContent = 'window.injected = true'
      document.head.append(script)
      return 'injected' in window
    })
    expect(ran).toBe(false)
  })

  it('gives the page the calls of the contract and `on`, and nothing of Electron or Node', async () => {
    const seen = await desktop.page.evaluate(() => ({
      bridge: Object.keys(window.desktop ?? {}).sort(),
      globals: ['require', 'process', 'module', 'ipcRenderer', 'electron', '__electronDouble'].filter(
        (name) => name in window,
      ),
    }))
    expect(seen.bridge).toEqual([...Object.keys(callNames), 'on'].sort())
    expect(seen.globals).toEqual([])
  })

  it('answers a call with bad input by a value that says so', async () => {
    const replies = await desktop.page.evaluate(async () => {
      const bridge = window.desktop as unknown as Record<string, (input: unknown) => Promise<unknown>>
      return [
        await bridge.saveFile?.({ name: '', bytes: new Uint8Array(1) }),
        await bridge.saveFile?.({ name: 'a.csv', bytes: 'text' }),
        await bridge.saveFile?.({ name: '..', bytes: new Uint8Array(1) }),
        await bridge.showWindow?.({ more: true }),
        await bridge.openExternal?.(null),
        await bridge.openExternal?.({ url: 'file:///etc/passwd' }),
        await bridge.openExternal?.({ url: 'javascript:alert(1)' }),
        await bridge.openExternal?.({ url: 'https://user:pw@example.com' }),
      ]
    })
    const code = (name: string) => expect.objectContaining({ ok: false, code: name, message: expect.any(String) })
    expect(replies).toEqual([...Array(5).fill(code('ipc.input')), ...Array(3).fill(code('link.refused'))])
  })

  it('saves a file where the person says, under a plain name, and says null when the person cancels', async () => {
    const target = join(folder.path, 'saved.csv')
    await desktop.evaluate(({ dialog }, filePath) => {
      const state = globalThis as unknown as { proposed: string[] }
      state.proposed = []
      dialog.showSaveDialog = (async (_window: unknown, options: { defaultPath: string }) => {
        state.proposed.push(options.defaultPath)
        return { canceled: state.proposed.length > 1, filePath: state.proposed.length > 1 ? '' : filePath }
      }) as never
    }, target)
    const save = () =>
      desktop.page.evaluate(() =>
        window.desktop?.saveFile({ name: '../../etc/list.csv', bytes: new TextEncoder().encode('a;b\nñ;1\n') }),
      )
    expect(await save()).toEqual({ ok: true, value: { path: target } })
    expect(readFileSync(target, 'utf8')).toBe('a;b\nñ;1\n')
    expect(await save()).toEqual({ ok: true, value: null })
    const proposed = await desktop.evaluate(() => (globalThis as unknown as { proposed: string[] }).proposed)
    expect(proposed[0]).toMatch(/[\\/]list\.csv$/)
    expect(proposed[0]).not.toContain('etc')
  })

  it('opens web links outside and nothing else', async () => {
    await desktop.evaluate(({ shell }) => {
      const state = globalThis as unknown as { opened: string[] }
      state.opened = []
      shell.openExternal = async (address) => {
        state.opened.push(address)
      }
    })
    await desktop.page.evaluate(() => {
      window.open('https://example.com/help')
      window.open('file:///etc/passwd')
      return window.desktop?.openExternal({ url: 'http://example.org/a b' })
    })
    const opened = () => desktop.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)
    await vi.waitFor(async () =>
      expect((await opened()).sort()).toEqual(['http://example.org/a%20b', 'https://example.com/help']),
    )
    const windows = await desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
    expect(windows).toBe(1)
  })

  it('stays on its page when a page wants to go elsewhere', async () => {
    const before = desktop.page.url()
    await desktop.page.evaluate(() => {
      location.href = 'https://evil.example/'
    })
    await desktop.page.evaluate(() => {
      location.href = 'data:text/html,<h1>elsewhere</h1>'
    })
    await vi.waitFor(() => expect(desktop.said()).toContain('navigation refused'))
    expect(desktop.page.url()).toBe(before)
    expect(await desktop.page.evaluate(() => document.querySelector('#root') !== null)).toBe(true)
  })

  it('refuses permissions that its table does not name', async () => {
    const states = await desktop.page.evaluate(async () => {
      const state = async (name: string) => (await navigator.permissions.query({ name: name as PermissionName })).state
      return Promise.all(['geolocation', 'notifications', 'camera', 'microphone'].map(state))
    })
    expect(states).toEqual(['denied', 'denied', 'denied', 'denied'])
  })

  it('refuses calls from a page that is not ours, though it has the same preload', async () => {
    const reply = await desktop.evaluate(
      async ({ BrowserWindow }, preload) => {
        const foreign = new BrowserWindow({ show: false, webPreferences: { preload } })
        try {
          await foreign.loadURL('data:text/html,<title>foreign</title>')
          return await foreign.webContents.executeJavaScript('window.desktop.showWindow({})')
        } finally {
          foreign.destroy()
        }
      },
      join(root, 'dist', 'preload', 'index.cjs'),
    )
    expect(reply).toEqual({ ok: false, code: 'ipc.foreign', message: expect.any(String) })
  })

  it('hides when it is closed, and a second start brings it back', async () => {
    await desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
    const isVisible = () => desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())
    expect(await isVisible()).toBe(false)
    const second = await host.startWithoutWindow({ dataDir: folder.path })
    expect(second.code).toBe(0)
    await vi.waitFor(async () => expect(await isVisible()).toBe(true))
  })

  describe('tray and toasts', () => {
    interface Shell {
      toasts: { title: string; body: string; emit(event: 'click'): void }[]
      menu: { items: { id?: string; label: string; click(): void }[] } | null
      tip: string
      isFocused: boolean
    }
    const db = () => new SqliteDatabase(join(folder.path, 'reconbanker.db'))
    /** A call of the owner who is signed in at the window. */
    const call = <T>(method: string, path: string, body?: unknown) =>
      desktop.page.evaluate(
        async ([method, path, body]) => {
          const answer = await fetch(`/api${path}`, {
            method,
            headers: {
              'content-type': 'application/json',
              authorization: `Bearer ${localStorage.getItem('reconbanker.token')}`,
            },
            body: body === '' ? null : body,
          })
          const text = await answer.text()
          return text === '' ? null : JSON.parse(text)
        },
        [method, path, body === undefined ? '' : JSON.stringify(body)] as const,
      ) as Promise<T>
    // A place is loaded when it is first visited, and the machine may have other work.
    const patience = { timeout: 15_000 }
    const accounts: string[] = []
    /** Any event makes the program look at the inbox again. */
    const stir = () => call('PUT', `/accounts/${accounts[0]}/pause`, { paused: false })
    const toasts = () =>
      desktop.evaluate(() => (globalThis as unknown as Shell).toasts.map(({ title, body }) => ({ title, body })))
    const menu = () =>
      desktop.evaluate(() =>
        ((globalThis as unknown as Shell).menu?.items ?? []).flatMap(({ id, label }) => (id ? [{ id, label }] : [])),
      )
    const click = (id: string) =>
      desktop.evaluate(
        (_, wanted) => (globalThis as unknown as Shell).menu?.items.find(({ id }) => id === wanted)?.click(),
        id,
      )
    const tip = () => desktop.evaluate(() => (globalThis as unknown as Shell).tip)
    const place = () => desktop.page.evaluate(() => location.hash)

    beforeAll(async () => {
      // On both hosts the program's own calls are looked at; what the system makes of them is the system's.
      await desktop.evaluate(({ BrowserWindow, Notification, Tray }) => {
        const state = globalThis as unknown as Shell
        Object.assign(state, { toasts: [], menu: null, tip: '', isFocused: true })
        Notification.isSupported = () => true
        Notification.prototype.show = function () {
          state.toasts.push(this as never)
        }
        Tray.prototype.setContextMenu = (shown) => {
          state.menu = shown as never
        }
        Tray.prototype.setToolTip = (text) => {
          state.tip = text
        }
        const [window] = BrowserWindow.getAllWindows()
        if (window) window.isFocused = () => state.isFocused
      })
      await desktop.page.evaluate(async () => {
        const owner = { email: 'owner@example.com', password: 'Correct-Horse-7-Battery' }
        const headers = { 'content-type': 'application/json' }
        const answer = await fetch('/api/auth/login', { method: 'POST', headers, body: JSON.stringify(owner) })
        localStorage.setItem('reconbanker.token', ((await answer.json()) as { token: string }).token)
        localStorage.setItem('reconbanker.language', 'en')
      })
      await call('PUT', '/me/operation-mode', { mode: 'reconcile' })
      const banks = await call<{ id: string; code: string }[]>('GET', '/banks')
      const bankId = banks.find(({ code }) => code === 'other-bank')?.id
      for (const name of ['Main', 'Reserve'])
        accounts.push((await call<{ id: string }>('POST', '/accounts', { bankId, name })).id)
      await desktop.page.goto(new URL('/#/accounts', desktop.page.url()).href)
      await desktop.page.reload()
      await desktop.page.getByRole('grid', { name: 'Accounts' }).waitFor()
    })

    it('show what came up, and following a toast leads to exactly that', async () => {
      const file = db()
      file
        .prepare(
          `insert into requests (id, account_id, external_id, amount_minor, currency, sender_name, status, created_at,
                  last_seen_at, search_text) values ('r-1', ?, 'A-1', 150000, 'UYU', 'Juan Pérez', 'ambiguous', 1, 1, '')`,
        )
        .run(accounts[0])
      file.close()
      await stir()
      await vi.waitFor(async () => expect(await toasts()).toHaveLength(1), patience)
      expect(await toasts()).toEqual([{ title: 'Which payment is it?', body: '1,500.00 UYU · Juan Pérez · Main' }])
      expect(await tip()).toBe('Reconbanker: 1 waiting for you')
      await desktop.evaluate(() => (globalThis as unknown as Shell).toasts[0]?.emit('click'))
      await vi.waitFor(async () => expect(await place()).toBe('#/inbox?item=ambiguous-r-1'), patience)
      await desktop.page.getByText('Which payment is it?').waitFor()
    })

    it('say nothing of what the person sees, and speak when the window is away', async () => {
      const block = (id: string | undefined, at: number) => {
        const file = db()
        file.prepare("update accounts set scrape_blocked_at = ?, scrape_blocked_reason = 'x' where id = ?").run(at, id)
        file.close()
      }
      block(accounts[0], 1)
      await stir()
      await vi.waitFor(async () => expect(await tip()).toBe('Reconbanker: 2 waiting for you'), patience)
      expect(await toasts()).toHaveLength(1)

      await desktop.evaluate(() => {
        ;(globalThis as unknown as Shell).isFocused = false
      })
      block(accounts[1], 2)
      await stir()
      await vi.waitFor(async () => expect(await toasts()).toHaveLength(2), patience)
      expect((await toasts())[1]).toEqual({ title: 'Readings have stopped', body: 'Reserve' })
    })

    it('lead to the account that stopped, and to the page of the bank that waits for a code or a step', async () => {
      const follow = (index: number) =>
        desktop.evaluate((_, at) => (globalThis as unknown as Shell).toasts[at]?.emit('click'), index)
      await follow(1)
      await vi.waitFor(async () => expect(await place()).toBe(`#/inbox?item=blocked-${accounts[1]}`), patience)
      await desktop.page.getByRole('heading', { name: 'Readings have stopped' }).waitFor()

      const logins = [
        { id: 'c-1', account: accounts[0], type: 'otp', title: 'The bank wants a code', body: 'Main' },
        { id: 'p-1', account: accounts[1], type: 'page', title: 'The bank waits for you', body: 'Reserve' },
      ]
      for (const [index, { id, account, type, title, body }] of logins.entries()) {
        const file = db()
        file
          .prepare(
            `insert into assistance_requests (id, account_id, type, descriptor, created_at, updated_at, expires_at)
             values (?, ?, ?, '{"length":6,"type":"numeric"}', 1, 1, ?)`,
          )
          .run(id, account, type, Date.now() + 600_000)
        file.close()
        await stir()
        await vi.waitFor(async () => expect(await toasts()).toHaveLength(3 + index), patience)
        expect((await toasts())[2 + index]).toEqual({ title, body })
        await follow(2 + index)
        await vi.waitFor(async () => expect(await place()).toBe(`#/accounts/${account}/bank`), patience)
      }
      const file = db()
      file.prepare('delete from assistance_requests').run()
      file.close()
      await stir()
      await vi.waitFor(async () => expect(await tip()).toBe('Reconbanker: 3 waiting for you'), patience)
    })

    it('list in the menu what waits, each entry leading to its item', async () => {
      expect(await menu()).toEqual([
        { id: 'open', label: 'Open Reconbanker' },
        { id: `item-blocked-${accounts[0]}`, label: 'Readings have stopped: Main' },
        { id: `item-blocked-${accounts[1]}`, label: 'Readings have stopped: Reserve' },
        { id: 'item-ambiguous-r-1', label: 'Which payment is it?: 1,500.00 UYU · Juan Pérez · Main' },
        { id: 'run-all', label: 'Read all accounts now' },
        { id: 'pause-all', label: 'Pause all accounts' },
        { id: 'quit', label: 'Quit' },
      ])
      await click(`item-blocked-${accounts[1]}`)
      await vi.waitFor(async () => expect(await place()).toBe(`#/inbox?item=blocked-${accounts[1]}`), patience)
    })

    it('pause and resume all accounts by their menu, in the language of the window', async () => {
      const paused = async () =>
        (await call<{ paused_at: string | null }[]>('GET', '/accounts')).map(({ paused_at }) => paused_at !== null)
      await click('pause-all')
      await vi.waitFor(async () => expect(await paused()).toEqual([true, true]), patience)
      await vi.waitFor(async () => expect((await menu()).map(({ id }) => id)).toContain('resume-all'), patience)
      expect((await menu()).map(({ id }) => id)).not.toContain('pause-all')
      await desktop.page.getByText('Español').click()
      await vi.waitFor(async () => expect((await menu()).at(-1)?.label).toBe('Salir'), patience)
      await click('resume-all')
      await vi.waitFor(async () => expect(await paused()).toEqual([false, false]), patience)
    })

    it('show nothing of anybody once the window is signed out', async () => {
      await desktop.page.evaluate(() => localStorage.removeItem('reconbanker.token'))
      await desktop.page.reload()
      await vi.waitFor(async () => expect(await tip()).toBe('Reconbanker'), patience)
      expect((await menu()).map(({ id }) => id)).toEqual(['open', 'run-all', 'pause-all', 'quit'])
    })
  })

  it('stops the core and ends with code 0 when it is told to quit', async () => {
    desktop.kill('SIGTERM')
    const started = performance.now()
    expect(await desktop.exit).toBe(0)
    expect(performance.now() - started).toBeLessThan(5000)
    expect(existsSync(join(folder.path, 'instance.json'))).toBe(false)
    expect(existsSync(join(folder.path, 'reconbanker.db-wal'))).toBe(false)
    expect(desktop.said()).not.toMatch(/stop failed|stop took too long/)
  })
})
