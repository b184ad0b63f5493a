import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../main/core/db/open.ts'
import { addAccount, type Caller, createTestCore } from '../support/core.ts'
import { answers, startReceiver } from '../support/receiver.ts'

interface Page {
  readonly total: number
  readonly counts: Record<string, number>
  readonly items: readonly Record<string, unknown>[]
}

const dayAt = (text: string) => Date.parse(`2026-05-${text}Z`)

/** The core with a second hand on its file, to put things there that take a bank or six hours otherwise. */
async function world() {
  const { dataDir, signUp } = await createTestCore({ started: false })
  const db = openDatabase(join(dataDir, 'reconbanker.db'))
  onTestFinished(() => {
    db.close()
  })
  db.prepare("insert into banks (id, code, name, status, created_at) values ('b', 'other-bank', 'B', 'ready', 0)").run()
  const caller = await signUp()
  const accountId = await addAccount(caller)

  const request = (amount: number, at: number, status = 'ambiguous', account = accountId): string => {
    const id = randomUUID()
    db.prepare(
      `insert into requests (id, account_id, external_id, amount_minor, currency, sender_name, status, created_at,
              last_seen_at, search_text) values (?, ?, ?, ?, 'UYU', 'Juan Pérez', ?, ?, 0, '')`,
    ).run(id, account, `A-${id}`, amount, status, at)
    return id
  }
  const dead = (requestId: string, at: number, event = 'ambiguous', account = accountId): string => {
    const id = randomUUID()
    db.prepare(
      `insert into deliveries (id, account_id, subject_type, subject_id, event, payload, state, due_at, last_status,
              created_at) values (?, ?, 'conciliation_request', ?, ?, '{}', 'dead', 0, 500, 0)`,
    ).run(id, account, requestId, event)
    db.prepare(
      `insert into dead_letters (id, account_id, subject_type, subject_id, attempts, failed_at)
       values (?, ?, 'conciliation_request', ?, 8, ?)`,
    ).run(randomUUID(), account, requestId, at)
    return id
  }
  const wait = (type: 'otp' | 'page', descriptor: object, until: number, account = accountId): string => {
    const id = randomUUID()
    db.prepare(
      `insert into assistance_requests (id, account_id, type, descriptor, created_at, updated_at, expires_at)
       values (?, ?, ?, ?, 1, 1, ?)`,
    ).run(id, account, type, JSON.stringify(descriptor), until)
    return id
  }
  const block = (at: number, account = accountId) =>
    db
      .prepare('update accounts set scrape_blocked_at = ?, scrape_blocked_reason = ? where id = ?')
      .run(at, 'login_failed: refused', account)
  const list = async (query = '', as: Caller = caller) => (await as.get<Page>(`/inbox${query}`)).body
  const ids = async (query = '') => (await list(query)).items.map(({ id }) => id)
  return { db, caller, signUp, accountId, request, dead, wait, block, list, ids }
}

describe('the inbox', () => {
  it('is empty at first', async () => {
    const { list } = await world()
    expect(await list()).toEqual({
      total: 0,
      counts: { code: 0, step: 0, blocked: 0, session: 0, ambiguous: 0, suggestion: 0, delivery: 0, question: 0 },
      items: [],
    })
  })

  it('holds everything that needs a person, of all accounts, in its order', async () => {
    const { caller, accountId, request, dead, wait, block, list } = await world()
    const reserve = await addAccount(caller, {}, 'Reserve')
    const small = request(100, dayAt('11T08:00:00'))
    const dear = request(90_000, dayAt('11T20:00:00'), 'ambiguous', reserve)
    request(5, dayAt('10T00:00:00'), 'not_found')
    const told = request(700, dayAt('12T00:00:00'), 'matched')
    const delivery = dead(told, dayAt('10T12:00:00'), 'matched')
    const code = wait('otp', { length: 6, purpose: 'login' }, dayAt('12T10:08:00'))
    const step = wait('page', { purpose: 'Approve on the phone' }, dayAt('12T10:01:00'), reserve)
    block(dayAt('12T09:00:00'))

    const { total, counts, items } = await list()
    expect(counts).toEqual({
      code: 1,
      step: 1,
      blocked: 1,
      session: 0,
      ambiguous: 2,
      suggestion: 0,
      delivery: 1,
      question: 0,
    })
    expect(total).toBe(6)
    expect(items.map(({ id }) => id)).toEqual([
      `step-${step}`,
      `code-${code}`,
      `blocked-${accountId}`,
      `delivery-${delivery}`,
      `ambiguous-${dear}`,
      `ambiguous-${small}`,
    ])
    expect(items[0]).toMatchObject({ account_name: 'Reserve', about: 'Approve on the phone', amount: null })
    expect(items[1]).toMatchObject({ subject_id: code, until: '2026-05-12T10:08:00.000Z' })
    expect(items[2]).toMatchObject({ since: '2026-05-12T09:00:00.000Z', about: 'login_failed: refused' })
    expect(items[3]).toMatchObject({ amount: '7.00', currency: 'UYU', about: 'HTTP 500', name: 'Juan Pérez' })
    expect(items[4]).toMatchObject({ amount: '900.00', reference: `A-${dear}`, account_id: reserve })
  })

  it('is paged without gap or repetition, and narrowed to a kind', async () => {
    const { request, dead, ids, list } = await world()
    for (let index = 0; index < 30; index++) {
      const id = request(1000 + ((index * 7) % 11), dayAt('11T08:00:00') + index * 3_600_000)
      if (index % 3 === 0) dead(id, dayAt('11T09:00:00') + index * 7_200_000)
    }
    const whole = await ids('?limit=500')
    expect(whole).toHaveLength(40)
    const pages: unknown[] = []
    for (let offset = 0; offset < 40; offset += 7) pages.push(...(await ids(`?limit=7&offset=${offset}`)))
    expect(pages).toEqual(whole)
    const { total, counts, items } = await list('?kind=delivery&limit=4&offset=8')
    expect([total, counts.ambiguous, items.length]).toEqual([10, 30, 2])
  })

  it('leaves out deliveries that can no longer be sent again', async () => {
    const { db, request, dead, ids } = await world()
    const decidedSince = request(100, 0, 'matched')
    dead(decidedSince, 0, 'ambiguous')
    const toldSince = request(100, 0, 'matched')
    dead(toldSince, 0, 'matched')
    db.prepare(
      `insert into deliveries (id, account_id, subject_type, subject_id, event, payload, state, due_at, created_at)
       select 'newer', account_id, subject_type, subject_id, event, payload, 'queued', 0, 0 from deliveries where subject_id = ?`,
    ).run(toldSince)
    expect(await ids()).toEqual([])
  })

  it('gives one item, and 404 when it is settled, foreign or nonsense', async () => {
    const { caller, signUp, db, request, list } = await world()
    const id = request(100, 0)
    const stranger = await signUp()
    expect((await caller.get(`/inbox/ambiguous-${id}`)).body).toMatchObject({ subject_id: id })
    expect((await stranger.get(`/inbox/ambiguous-${id}`)).status).toBe(404)
    expect(await list('', stranger)).toMatchObject({ total: 0, items: [] })
    for (const wrong of [`delivery-${id}`, `ambiguous${id}`, 'ambiguous-', 'x'])
      expect((await caller.get(`/inbox/${wrong}`)).status).toBe(404)
    db.prepare(`update requests set status = 'matched' where id = ?`).run(id)
    expect(await caller.get(`/inbox/ambiguous-${id}`)).toMatchObject({ status: 404, body: { code: 'inbox.settled' } })
  })

  it('refuses a kind that does not exist', async () => {
    const { caller } = await world()
    expect(await caller.get('/inbox?kind=letters')).toMatchObject({ status: 400 })
  })

  it('reads the first page of ten thousand questions in a moment', async () => {
    const { db, request, list } = await world()
    db.transaction(() => {
      for (let index = 0; index < 10_000; index++) request(1 + index, index * 60_000)
    })()
    await list()
    const started = performance.now()
    expect((await list()).total).toBe(10_000)
    expect(performance.now() - started).toBeLessThan(150)
  })
})

describe('suggestions in the inbox', () => {
  async function suggested() {
    const { core, signUp } = await createTestCore()
    const shop = await startReceiver()
    onTestFinished(shop.close)
    const order = (external_id: string, name: string, amount: number) => ({
      external_id,
      name,
      amount,
      currency: 'UYU',
    })
    shop.answerWith(answers.status(200, [order('A-1', 'Juan Pérez', 1500), order('A-2', 'Ana Ruiz', 40)]))
    const caller = await signUp()
    const accountId = await addAccount(caller, {
      pending_orders_endpoint: shop.url('/'),
      webhook_url: shop.url('/hook'),
    })
    await caller.post(`/conciliation/poll/${accountId}`)
    await expect.poll(async () => (await caller.get<unknown[]>('/conciliation')).body.length).toBe(2)
    const events: string[] = []
    core.events.subscribe(({ type }) => events.push(type))
    const received_at = new Date().toISOString()
    await caller.post(`/accounts/${accountId}/movements`, {
      movements: [
        { external_id: 'T-1', sender_name: 'Perez', amount: '1500.00', currency: 'UYU', received_at },
        { external_id: 'T-2', sender_name: 'Ruiz', amount: '40.00', currency: 'UYU', received_at },
      ],
    })
    const page = async () => (await caller.get<Page>('/inbox')).body
    return { caller, page, events }
  }

  it('stand among the payments, the dearest of a day first, and leave when they are decided', async () => {
    const { caller, page } = await suggested()
    const { total, counts, items } = await page()
    expect([total, counts.suggestion]).toEqual([2, 2])
    expect(items).toMatchObject([
      { kind: 'suggestion', amount: '1500.00', currency: 'UYU', reference: 'A-1', name: 'Juan Pérez', about: 'pair' },
      { kind: 'suggestion', amount: '40.00', reference: 'A-2' },
    ])
    const id = String(items[0]?.subject_id)
    expect((await caller.get(`/suggestions/${id}`)).body).toMatchObject({ id, state: 'open' })
    expect((await caller.post(`/suggestions/${id}/accept`)).status).toBe(200)
    expect((await page()).items).toMatchObject([{ reference: 'A-2' }])
    expect((await caller.get(`/inbox/suggestion-${id}`)).status).toBe(404)
  })

  it('come back when the decision is taken back, and every screen hears of it', async () => {
    const { caller, page, events } = await suggested()
    const ids = (await page()).items.map(({ subject_id }) => String(subject_id))
    for (const [id, verb] of [
      [ids[0], 'accept'],
      [ids[1], 'reject'],
    ])
      expect((await caller.post(`/suggestions/${id}/${verb}`)).status).toBe(200)
    expect((await page()).total).toBe(0)
    await expect.poll(() => events).toContain('suggestion.updated')
    for (const id of ids) expect((await caller.post(`/suggestions/${id}/reopen`)).body).toMatchObject({ state: 'open' })
    expect((await page()).items.map(({ subject_id }) => subject_id)).toEqual(ids)
    const statuses = (await caller.get<{ status: string }[]>('/conciliation')).body.map(({ status }) => status)
    expect(statuses).toEqual(['not_found', 'not_found'])
  })
})
