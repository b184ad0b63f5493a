import { expect, it } from 'vitest'
import { addAccount, createTestCore } from '../support/core.ts'

it('does not count what a person does on the bank page against the limit of the whole API', async () => {
  const test = await createTestCore()
  const user = await test.signUp()
  const id = await addAccount(user)
  await user.put('/settings', { api_requests_per_15_minutes: 5 })
  const act = (what: string, body: object) => user.post(`/accounts/${id}/bank-window/${what}`, body)
  const move = { events: [{ type: 'move', x: 1, y: 1, modifiers: 0 }] }
  const size = { viewer: 'viewer-of-a-test', width: 640, height: 400 }
  for (let i = 0; i < 20; i += 1) {
    expect((await act('input', move)).status).not.toBe(429)
    expect((await act('resize', size)).status).not.toBe(429)
  }
  const statuses = []
  for (let i = 0; i < 8; i += 1) statuses.push((await user.get('/accounts')).status)
  expect(statuses.slice(0, 4)).toEqual([200, 200, 200, 200])
  expect(statuses.at(-1)).toBe(429)
  expect((await act('control', { action: 'take' })).status).toBe(429)
  // Under /v1 in the shape of that API.
  expect(await test.call('GET', `/v1/accounts/${id}/status`)).toMatchObject({
    status: 429,
    body: { error: { code: 'RATE_LIMITED' } },
  })
})
