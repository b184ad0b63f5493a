import { expect, it } from 'vitest'
import { addPracticeAccount, createPracticeCore } from '../support/practice-core.ts'

it('logins that wait for a code do not keep other accounts from being read', async () => {
  const { user, accountId } = await createPracticeCore({
    bank: { behaviour: { secondFactor: 'code' } },
    settings: { login_mode: 'assisted' },
  })
  await user.put('/settings', { scrape_concurrency: 1 })
  const second = await addPracticeAccount(user, { login_mode: 'assisted' }, 'Second')
  const third = await addPracticeAccount(user, { login_mode: 'assisted' }, 'Third')
  const waits = (id: string) =>
    expect.poll(async () => (await user.get(`/accounts/${id}/otp`)).body, { timeout: 20_000 }).not.toBeNull()
  const begun = async (id: string) => (await user.get<unknown[]>(`/accounts/${id}/runs`)).body.length

  await user.post(`/accounts/${accountId}/scrape`)
  await waits(accountId)
  // Both are wanted at once, and there is one place beside the login that waits.
  await user.post(`/accounts/${second}/scrape`)
  await user.post(`/accounts/${third}/scrape`)
  await expect.poll(() => begun(second), { timeout: 1000, interval: 10 }).toBe(1)
  expect(await begun(third)).toBe(0)
  await waits(second)
  await expect.poll(() => begun(third), { timeout: 5000, interval: 10 }).toBe(1)
}, 60_000)
