import { expect, it } from 'vitest'
import { practiceUser } from '../../main/demo/bank/practice-bank.ts'
import { createPracticeCore, endedRun } from '../support/practice-core.ts'

it('waits for a person who has taken over the page, and goes on when it is handed back', async () => {
  const { bank, user, accountId } = await createPracticeCore({ bank: { behaviour: { delayMs: { login: 1500 } } } })
  await user.post(`/accounts/${accountId}/scrape`)
  const take = () => user.post(`/accounts/${accountId}/bank-window/control`, { action: 'take' })
  await expect.poll(async () => (await take()).status, { timeout: 20_000, interval: 50 }).toBe(200)
  await new Promise((resolve) => setTimeout(resolve, 3000))
  expect(bank.submissions(practiceUser.user)).toBe(0)
  const [run] = (await user.get<{ status: string }[]>(`/accounts/${accountId}/runs`)).body
  expect(run?.status).toBe('running')
  await user.post(`/accounts/${accountId}/bank-window/control`, { action: 'hand-back' })
  expect(await endedRun(user, accountId)).toMatchObject({ status: 'success' })
  expect(bank.submissions(practiceUser.user)).toBe(1)
}, 40_000)
