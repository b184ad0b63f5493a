import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../main/core/db/open.ts'
import { type Caller, createTestCore, settingsBody } from '../support/core.ts'

async function addReadable(caller: Caller, name: string): Promise<string> {
  const banks = await caller.get<{ id: string; code: string; status: string }[]>('/banks')
  const bankId = banks.body.find(({ code }) => code === 'practice-bank')?.id
  const { body } = await caller.post<{ id: string }>('/accounts', { bankId, name })
  const login = { bank_username: 'ana', bank_password: 'secret' }
  expect((await caller.put(`/accounts/${body.id}/config`, settingsBody(login))).status).toBe(200)
  return body.id
}

it('all are read, but none that is blocked, paused, parked or not set up', async () => {
  const { dataDir, signUp, core } = await createTestCore({ started: false })
  const db = openDatabase(join(dataDir, 'reconbanker.db'))
  onTestFinished(() => {
    db.close()
  })
  void core
  const caller = await signUp()
  const stranger = await signUp()
  db.prepare(
    "insert into banks (id, code, name, status, created_at) values ('b', 'practice-bank', 'B', 'ready', 0)",
  ).run()
  const healthy = await addReadable(caller, 'Healthy')
  const blocked = await addReadable(caller, 'Blocked')
  const paused = await addReadable(caller, 'Paused')
  await addReadable(stranger, 'Of somebody else')
  db.prepare(
    `insert into bank_scripts (id, bank_id, flow_type, version, status, origin, code_snapshot, created_at)
     values ('s', 'b', 'extract_transactions', '1.0.0', 'active', 'system', '', 0)`,
  ).run()
  db.prepare('update accounts set scrape_blocked_at = 1 where id = ?').run(blocked)
  await caller.put(`/accounts/${paused}/pause`, { paused: true })

  expect(await caller.post('/accounts/scrape')).toMatchObject({ status: 202, body: { queued: 1 } })
  expect(db.prepare('select account_id from jobs').pluck().all()).toEqual([healthy])
  expect(
    (await caller.get<{ scrapeBlockedAt: string | null }>(`/accounts/${blocked}`)).body.scrapeBlockedAt,
  ).not.toBeNull()
})

it('all are paused and resumed, each telling its own change', async () => {
  const { signUp, core } = await createTestCore()
  const caller = await signUp()
  const ids = [await addReadable(caller, 'One'), await addReadable(caller, 'Two')]
  await caller.put(`/accounts/${ids[0]}/pause`, { paused: true })
  const told: string[] = []
  core.events.subscribe(({ type, accountId }) => {
    if (type === 'account.updated') told.push(accountId)
  })
  expect(await caller.put('/accounts/pause', { paused: true })).toMatchObject({ status: 200, body: { changed: 1 } })
  expect(told).toEqual([ids[1]])
  expect(await caller.put('/accounts/pause', { paused: false })).toMatchObject({ body: { changed: 2 } })
  expect(await caller.put('/accounts/pause', { paused: 'yes' })).toMatchObject({ status: 400 })
  const paused = (await caller.get<{ paused_at: string | null }[]>('/accounts')).body.map(({ paused_at }) => paused_at)
  expect(paused).toEqual([null, null])
})
