import { describe, expect, it } from 'vitest'
import { addAccount, type Caller, createTestCore, settingsBody } from '../support/core.ts'

const bankId = async (caller: Caller) =>
  (await caller.get<{ id: string; code: string }[]>('/banks')).body.find((bank) => bank.code === 'other-bank')?.id

describe('accounts', () => {
  it('are created, listed and read', async () => {
    const { signUp } = await createTestCore()
    const caller = await signUp()
    const created = await caller.post<{ id: string }>('/accounts', {
      bankId: await bankId(caller),
      name: '  Operating account ',
    })
    expect(created).toMatchObject({
      status: 201,
      body: {
        bank: 'other-bank',
        name: 'Operating account',
        status: 'active',
        scrapeBlockedAt: null,
        scrapeBlockedReason: null,
      },
    })
    expect((await caller.get('/accounts')).body).toEqual([created.body])
    expect((await caller.get(`/accounts/${created.body.id}`)).body).toEqual(created.body)
  })

  it.each([{}, { name: 'A' }, { bankId: 'x' }, { bankId: 'x', name: '  ' }, { bankId: 3, name: 'A' }])(
    'are not created from %j',
    async (body) => {
      const { signUp } = await createTestCore()
      const caller = await signUp()
      expect(await caller.post('/accounts', body)).toMatchObject({
        status: 400,
        body: { error: 'bankId and name are required' },
      })
    },
  )

  it('need a bank of the catalogue', async () => {
    const { signUp } = await createTestCore()
    const caller = await signUp()
    expect(await caller.post('/accounts', { bankId: 'no-such', name: 'A' })).toMatchObject({
      status: 404,
      body: { error: 'Bank not found' },
    })
  })

  it('of somebody else do not exist, on every call', async () => {
    const { signUp } = await createTestCore()
    const owner = await signUp()
    const stranger = await signUp()
    const id = await addAccount(owner)
    const answers = await Promise.all([
      stranger.get(`/accounts/${id}`),
      stranger.get(`/accounts/${id}/config`),
      stranger.put(`/accounts/${id}/config`, settingsBody()),
      stranger.delete(`/accounts/${id}`, { confirmation_name: 'Main account' }),
      stranger.put(`/accounts/${id}/pause`, { paused: true }),
      stranger.post(`/accounts/${id}/scrape`),
      stranger.post(`/accounts/${id}/restart`),
      stranger.get(`/accounts/${id}/otp`),
      stranger.get(`/accounts/${id}/movements`),
      stranger.post(`/accounts/${id}/movements`, {
        movements: [
          { external_id: 'm', amount: 1, currency: 'UYU', sender_name: null, received_at: '2026-05-12T10:00:00Z' },
        ],
      }),
      stranger.get(`/accounts/${id}/movements/dead-letters`),
      stranger.post(`/conciliation/poll/${id}`),
    ])
    for (const answer of answers) expect(answer).toMatchObject({ status: 404, body: { error: 'Account not found' } })
    expect((await stranger.get('/accounts')).body).toEqual([])
    expect((await owner.get('/accounts')).body).toHaveLength(1)
  })

  it('are deleted only with their exact name', async () => {
    const { signUp } = await createTestCore()
    const caller = await signUp()
    const id = await addAccount(caller)
    const remove = (body: unknown) => caller.delete(`/accounts/${id}`, body)
    expect(await remove({})).toMatchObject({ status: 400, body: { error: 'confirmation_name is required' } })
    expect(await remove({ confirmation_name: ' ' })).toMatchObject({ body: { error: 'confirmation_name is required' } })
    expect(await remove({ confirmation_name: 'main account' })).toMatchObject({
      status: 400,
      body: { error: 'Confirmation name does not match' },
    })
    expect((await remove({ confirmation_name: ' Main account ' })).status).toBe(204)
    expect((await caller.get(`/accounts/${id}`)).status).toBe(404)
  })

  it('have no code to give before a login asks for one', async () => {
    const { signUp } = await createTestCore()
    const caller = await signUp()
    const id = await addAccount(caller)
    expect(await caller.get(`/accounts/${id}/otp`)).toMatchObject({ status: 200, body: null })
    expect(await caller.post(`/accounts/${id}/otp`, { code: '123456' })).toMatchObject({
      status: 404,
      body: { error: 'No pending assistance request for this account' },
    })
    expect((await caller.post(`/accounts/${id}/otp`, { code: '' })).status).toBe(400)
    expect((await caller.post(`/accounts/${id}/otp`, { code: 'x'.repeat(33) })).status).toBe(400)
  })

  it('answer the same job while a reading waits or runs', async () => {
    const { signUp } = await createTestCore({ started: true })
    const caller = await signUp()
    const id = await addAccount(caller)
    const [first, second] = await Promise.all([
      caller.post(`/accounts/${id}/scrape`),
      caller.post(`/accounts/${id}/scrape`),
    ])
    expect(first).toMatchObject({ status: 202, body: { jobId: expect.any(String) } })
    expect(second.body).toEqual(first.body)
  })
})
