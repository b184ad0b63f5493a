import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { addAccount, createTestCore, settingsBody } from '../support/core.ts'
import { recordingLog } from '../support/ports.ts'

const config = (id: string) => `/accounts/${id}/config`

async function setUp(mode: 'reconcile' | 'passthrough' = 'reconcile', allowLocalTargets = true) {
  const test = await createTestCore({ started: true, ports: { allowLocalTargets } })
  const caller = await test.signUp({ mode })
  const banks = await caller.get<{ id: string; code: string }[]>('/banks')
  const bankId = banks.body.find((bank) => bank.code === 'other-bank')?.id
  const { body } = await caller.post<{ id: string }>('/accounts', { bankId, name: 'A' })
  const save = (change: Record<string, unknown>) =>
    caller.put<Record<string, unknown>>(config(body.id), settingsBody(change))
  return { ...test, caller, id: body.id, save, read: () => caller.get<Record<string, unknown>>(config(body.id)) }
}

describe('account settings', () => {
  it('are null until saved, then have exactly the published keys, those of matching, and defaults', async () => {
    const { read, save, id } = await setUp()
    expect(await read()).toMatchObject({ status: 200, body: null })
    const saved = await save({})
    expect(saved.status).toBe(200)
    expect(saved.body).toEqual({
      id: expect.any(String),
      account_id: id,
      pending_orders_endpoint: 'http://127.0.0.1:9/orders',
      webhook_url: 'http://127.0.0.1:9/hook',
      retry_limit: 3,
      polling_method: 'GET',
      polling_body: null,
      auth_type: 'bearer',
      auth_token: null,
      webhook_auth_type: null,
      webhook_auth_token: null,
      notification_endpoint_url: null,
      notification_auth_type: null,
      notification_auth_token: null,
      notification_events: null,
      notify_on_expired: false,
      webhook_extra_fields: null,
      silent_ingestion: false,
      session_type: 'one-shot',
      login_mode: 'simple',
      match_without_sender: false,
      notify_on_unmatched: false,
      near_amount_tolerance: null,
      match_acceptance: null,
      match_margin: null,
      bank_username: null,
    })
    expect((await read()).body).toEqual(saved.body)
  })

  it('are replaced as a whole: what is left out returns to its default', async () => {
    const { save } = await setUp()
    await save({
      retry_limit: 9,
      notify_on_expired: true,
      notification_events: ['login_failed'],
      session_type: 'persistent',
    })
    expect((await save({})).body).toMatchObject({
      retry_limit: 3,
      notify_on_expired: false,
      notification_events: null,
      session_type: 'one-shot',
    })
  })

  it.each([
    [{ webhook_url: '' }, 'webhook_url is required'],
    [{ webhook_url: null }, 'webhook_url is required'],
    [{ pending_orders_endpoint: ' ' }, 'pending_orders_endpoint is required when operation mode is reconcile'],
    [{ webhook_url: 'nonsense' }, 'webhook_url is not a valid URL'],
    [{ webhook_url: 'ftp://example.com/x' }, 'webhook_url must use http or https'],
    [{ notification_endpoint_url: 'file:///etc/passwd' }, 'notification_endpoint_url must use http or https'],
    [{ webhook_url: 'http://no-such-host.invalid/' }, 'webhook_url host could not be resolved'],
    [{ webhook_extra_fields: '{' }, 'webhook_extra_fields must be valid JSON'],
    [{ webhook_extra_fields: [] }, 'webhook_extra_fields must be a JSON object'],
    [{ webhook_extra_fields: 'true' }, 'webhook_extra_fields must be a JSON object'],
    [
      { webhook_extra_fields: { status: 1, tenant: 2, id: 3 } },
      'webhook_extra_fields cannot override reserved keys: status, id',
    ],
    [{ polling_body: '{', polling_method: 'POST' }, 'polling_body must be valid JSON (or empty)'],
    [{ polling_method: 'PUT' }, 'polling_method must be one of GET, POST'],
    [{ auth_type: 'basic' }, 'auth_type must be one of bearer, api_key'],
    [{ session_type: 'forever' }, 'session_type must be one of one-shot, persistent'],
    [{ login_mode: '' }, 'login_mode must be one of simple, assisted'],
    [{ retry_limit: -1 }, 'retry_limit must be a whole number of at least 0'],
    [{ retry_limit: 1.5 }, 'retry_limit must be a whole number of at least 0'],
    [{ retry_limit: '3' }, 'retry_limit must be a whole number of at least 0'],
    [{ notify_on_expired: 'yes' }, 'notify_on_expired must be true or false'],
    [{ notification_events: ['login_failed', 'nonsense'] }, /notification_events must be one of/],
    [{ notification_events: 'login_failed' }, 'notification_events must be a list'],
    [{ bank_password: 'secret' }, 'bank_username is required with bank_password'],
    [{ bank_username: 'ana' }, 'bank_password is required with a new bank_username'],
    [{ webhook_url: 7 }, 'webhook_url must be text'],
  ])('refuse %j', async (change, error) => {
    const { save, read } = await setUp()
    const text = typeof error === 'string' ? error : expect.stringMatching(error)
    expect(await save(change)).toMatchObject({ status: 400, body: { error: text } })
    expect((await read()).body).toBeNull()
  })

  it.each([
    ['http://localhost/x', 'webhook_url must not target localhost'],
    ['http://shop.localhost:8080/x', 'webhook_url must not target localhost'],
    ['http://127.0.0.1/x', 'webhook_url must not target a private or internal address'],
    ['http://10.1.2.3/x', 'webhook_url must not target a private or internal address'],
    ['http://[::1]/x', 'webhook_url must not target a private or internal address'],
    ['http://[::ffff:192.168.0.1]/x', 'webhook_url must not target a private or internal address'],
  ])('refuse %s unless local targets are allowed', async (webhook_url, error) => {
    const { save, caller } = await setUp('passthrough', false)
    const change = { webhook_url, pending_orders_endpoint: null }
    expect(await save(change)).toMatchObject({ status: 400, body: { error } })
    await caller.put('/settings', { allow_local_targets: true })
    // `*.localhost` need not resolve on every machine; addresses do.
    if (!webhook_url.includes('localhost')) expect((await save(change)).status).toBe(200)
  })

  it('ask for no polling endpoint in passthrough', async () => {
    const { save } = await setUp('passthrough')
    expect((await save({ pending_orders_endpoint: null })).status).toBe(200)
  })

  it('take JSON as text, and drop a polling body that GET would not send', async () => {
    const { save } = await setUp()
    expect(
      (await save({ webhook_extra_fields: '{"tenant":"acme"}', polling_body: '{"a":1}', polling_method: 'POST' })).body,
    ).toMatchObject({
      webhook_extra_fields: { tenant: 'acme' },
      polling_body: { a: 1 },
    })
    expect((await save({ webhook_extra_fields: ' ', polling_body: { a: 1 } })).body).toMatchObject({
      webhook_extra_fields: null,
      polling_body: null,
    })
  })

  it('take the older name of an event', async () => {
    const { save } = await setUp()
    expect((await save({ notification_events: ['connection_failed', 'login_failed'] })).body).toMatchObject({
      notification_events: ['login_failed'],
    })
  })
})

describe('secrets in the settings', () => {
  const secrets = {
    auth_token: 'tok-polling-8841',
    webhook_auth_token: 'tok-webhook-8842',
    notification_auth_token: 'tok-notify-8843',
    bank_username: 'user-8844',
    bank_password: 'pass-8845',
  }

  it('leave only as a marker; sending the marker back keeps them, a blank clears them', async () => {
    const { save } = await setUp()
    const saved = await save(secrets)
    expect(saved.body).toMatchObject({
      auth_token: '__secret_present__',
      webhook_auth_token: '__secret_present__',
      notification_auth_token: '__secret_present__',
      bank_username: 'user-8844',
    })
    expect(saved.body).not.toHaveProperty('bank_password')
    expect((await save({ auth_token: '__secret_present__', webhook_auth_token: ' ' })).body).toMatchObject({
      auth_token: '__secret_present__',
      webhook_auth_token: null,
      notification_auth_token: null,
    })
  })

  it('are never on disk, in an answer or in the log in clear', async () => {
    const { log, lines } = recordingLog()
    const test = await createTestCore({ ports: { log } })
    const caller = await test.signUp()
    const id = await addAccount(caller, secrets)
    const answers = JSON.stringify([(await caller.get(config(id))).body, (await caller.get('/accounts')).body])
    await test.core.stop()
    const file = readFileSync(join(test.dataDir, 'reconbanker.db')).toString('latin1')
    for (const secret of Object.values(secrets)) {
      expect(file).not.toContain(secret)
      expect(JSON.stringify(lines)).not.toContain(secret)
      if (secret !== secrets.bank_username) expect(answers).not.toContain(secret)
    }
  })

  it('keep the bank login when it is left out, and take a new username alone', async () => {
    const { save, dataDir, id } = await setUp()
    await save(secrets)
    const stored = () => {
      const db = new SqliteDatabase(join(dataDir, 'reconbanker.db'), { readonly: true })
      const row = db.prepare('select username, password from bank_credentials where account_id = ?').get(id)
      db.close()
      return row as { username: string; password: string }
    }
    const before = stored()
    expect((await save({})).body).toMatchObject({ bank_username: 'user-8844' })
    expect(stored()).toEqual(before)
    expect((await save({ bank_username: 'renamed' })).body).toMatchObject({ bank_username: 'renamed' })
    expect(stored().password).toBe(before.password)
    expect(stored().username).not.toBe(before.username)
  })
})
