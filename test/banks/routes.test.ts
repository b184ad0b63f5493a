import { randomUUID } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { OpenAPIHono } from '@hono/zod-openapi'
import { describe, expect, it, onTestFinished } from 'vitest'
import { bankRoutes } from '../../main/core/banks/routes.ts'
import { scriptRoutes } from '../../main/core/banks/script-routes.ts'
import { createBanks } from '../../main/core/banks/service.ts'
import { openDatabase } from '../../main/core/db/open.ts'
import { createStore } from '../../main/core/db/store.ts'
import type { ApiEnv } from '../../main/core/http/api.ts'
import { answerError } from '../../main/core/http/errors.ts'
import { recordingLog } from '../support/ports.ts'
import { tempDir } from '../support/temp-dir.ts'

const bankFile = (code: string, scripts: readonly string[]) => ({
  code,
  name: `Bank ${code}`,
  loginUrl: null,
  status: 'ready',
  hosts: [],
  timeZone: 'UTC',
  locale: 'en-US',
  scripts: scripts.map((version) => ({ flow: 'extract_transactions', version, status: 'active' })),
})

/** The routes as the surface mounts them over two banks, with the caller set by the test. */
function open() {
  const dir = tempDir()
  for (const file of [bankFile('south', []), bankFile('east', ['1.0.0'])]) {
    const folder = join(dir, 'banks', file.code)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'bank.json'), JSON.stringify(file))
    for (const { version } of file.scripts)
      writeFileSync(join(folder, `extract_transactions.v${version}.js`), 'return []')
  }
  const store = createStore(openDatabase(join(dir, 'test.db')))
  onTestFinished(() => void store.db.close())
  const { log } = recordingLog()
  const banks = createBanks({
    store,
    now: () => Date.parse('2026-05-12T10:00:00Z'),
    log,
    banksDir: join(dir, 'banks'),
  })
  banks.loadCatalogue()
  store.db.exec(
    `insert into users (id, email, password_hash, created_at) values ('me', 'me@x.y', '', 0), ('other', 'o@x.y', '', 0)`,
  )
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    user: { id?: string; role?: 'user' | 'admin' } = {},
  ) => {
    const app = new OpenAPIHono<ApiEnv>()
    app.onError((error, c) => answerError(error, c, log))
    app.use(async (c, next) => {
      c.set('user', { id: user.id ?? 'me', email: 'me@x.y', role: user.role ?? 'user', jti: '', tokenExpiresAt: 0 })
      await next()
    })
    app.route('/', bankRoutes(banks)).route('/', scriptRoutes(banks))
    const init =
      body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    const answer = await app.request(path, { method, ...init })
    return { status: answer.status, body: (await answer.json()) as never }
  }
  const east = banks.list().find((bank) => bank.code === 'east') ?? expect.fail('no bank')
  const script = (status: string, user = 'me', version = `1.0.${Math.floor(Math.random() * 1e6)}`) => {
    const id = randomUUID()
    store.db
      .prepare(
        `insert into bank_scripts (id, bank_id, flow_type, version, status, origin, code_snapshot, user_id, created_at) values (?, ?, 'extract_transactions', ?, ?, 'user', 'return []', ?, 0)`,
      )
      .run(id, east.id, version, status, user)
    return id
  }
  return { call, banks, east, script }
}

describe('banks by the API', () => {
  it('are listed by name', async () => {
    const { call } = open()
    expect(await call('GET', '/banks')).toEqual({
      status: 200,
      body: [
        { id: expect.any(String), code: 'east', name: 'Bank east', loginUrl: null, status: 'ready' },
        { id: expect.any(String), code: 'south', name: 'Bank south', loginUrl: null, status: 'ready' },
      ],
    })
  })

  it('are shown with official scripts and own ones, newest first', async () => {
    const { call, east, script } = open()
    const mine = script('draft')
    script('draft', 'other')
    const { status, body } = await call('GET', `/banks/${east.id}`)
    expect(status).toBe(200)
    expect(body).toEqual({
      ...east,
      scripts: [
        {
          id: expect.any(String),
          flow_type: 'extract_transactions',
          version: '1.0.0',
          status: 'active',
          origin: 'system',
          created_at: '2026-05-12T10:00:00.000Z',
        },
        expect.objectContaining({ id: mine, origin: 'user' }),
      ],
    })
    expect(await call('GET', '/banks/unknown')).toMatchObject({ status: 404, body: { error: 'Bank not found' } })
  })

  it('are added by an admin only', async () => {
    const { call, banks } = open()
    const input = { code: ' north ', name: ' North Bank ', loginUrl: 'https://north.example/login' }
    expect(await call('POST', '/banks', input)).toMatchObject({ status: 403, body: { error: 'Forbidden' } })
    expect(await call('POST', '/banks', {})).toMatchObject({ status: 403 })
    const admin = { role: 'admin' as const }
    const added = await call('POST', '/banks', input, admin)
    expect(added).toEqual({ status: 201, body: { id: expect.any(String) } })
    expect(banks.list().find((bank) => bank.code === 'north')).toMatchObject({
      name: 'North Bank',
      status: 'pending',
      loginUrl: 'https://north.example/login',
    })
    expect(await call('POST', '/banks', input, admin)).toMatchObject({
      status: 409,
      body: { error: 'Bank code north already exists' },
    })
    for (const body of [
      {},
      { code: 'x' },
      { name: 'x' },
      { code: ' ', name: 'x' },
      { code: 'x', name: ' ' },
      { code: 1, name: 'x' },
    ])
      expect(await call('POST', '/banks', body, admin)).toMatchObject({
        status: 400,
        body: { error: 'code and name are required' },
      })
    expect(await call('POST', '/banks', { code: 'No Slug', name: 'x' }, admin)).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('lower-case letters') },
    })
    expect(await call('POST', '/banks', { code: 'x', name: 'x', loginUrl: 'ftp://x' }, admin)).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('loginUrl') },
    })
  })
})

describe('scripts by the API', () => {
  it('are the official ones and the caller’s own', async () => {
    const { call, east, script } = open()
    const mine = script('draft')
    const foreign = script('review', 'other')
    const list = await call('GET', '/scripts')
    expect(list).toMatchObject({ status: 200 })
    expect((list.body as { id: string }[]).map((each) => each.id)).toEqual(expect.arrayContaining([mine]))
    expect(JSON.stringify(list.body)).not.toContain(foreign)
    expect(await call('GET', `/scripts/${mine}`)).toEqual({
      status: 200,
      body: expect.objectContaining({
        id: mine,
        bank: 'east',
        bank_id: east.id,
        base_script_id: null,
        code_snapshot: 'return []',
        selector_map: {},
      }),
    })
    for (const id of [foreign, 'unknown']) {
      expect(await call('GET', `/scripts/${id}`)).toMatchObject({ status: 404, body: { error: 'Not found' } })
      expect(await call('POST', `/scripts/${id}/promote`)).toMatchObject({ status: 404 })
      expect(await call('POST', `/scripts/${id}/deprecate`)).toMatchObject({ status: 404 })
    }
  })

  it('are promoted from review only, and official ones never', async () => {
    const { call, banks, east, script } = open()
    const official = banks.scriptsOf(east.id, 'me')[0]?.id
    expect(await call('POST', `/scripts/${official}/promote`)).toMatchObject({
      status: 403,
      body: { error: 'Forbidden' },
    })
    expect(await call('POST', `/scripts/${official}/deprecate`)).toMatchObject({ status: 403 })
    const draft = script('draft')
    expect(await call('POST', `/scripts/${draft}/promote`)).toMatchObject({
      status: 409,
      body: { error: 'Only scripts in review can be promoted (current: draft)' },
    })
    const review = script('review')
    expect(await call('POST', `/scripts/${review}/promote`)).toEqual({ status: 200, body: { promoted: true } })
    expect(banks.script(review, 'me').status).toBe('active')
  })

  it('are deprecated as often as wanted', async () => {
    const { call, banks, script } = open()
    const active = script('active')
    for (let i = 0; i < 2; i += 1)
      expect(await call('POST', `/scripts/${active}/deprecate`)).toEqual({ status: 200, body: { deprecated: true } })
    expect(banks.script(active, 'me').status).toBe('deprecated')
  })
})
