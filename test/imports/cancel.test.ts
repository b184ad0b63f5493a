import { expect, test } from 'vitest'
import { openAccount, type Refused } from './support/world.ts'

interface Listed {
  readonly id: string
  readonly status: string
  readonly idempotency_key: string | null
}

test('an import that is stopped while it is read leaves nothing, and the file can be sent again', async () => {
  const world = await openAccount()
  const path = `/accounts/${world.accountId}/imports`
  const rows = Array.from({ length: 60_000 }, (_, at) => `2025-03-14;Payer ${at};${at + 1}.00`)
  const file = ['Booking date;Counterparty;Amount', ...rows].join('\n')

  const importing = world.import<Refused>(file, { idempotency_key: 'large' })
  await expect.poll(async () => (await world.user.get<Listed[]>(path)).body[0]?.status).toBe('reading')
  const [row] = (await world.user.get<Listed[]>(path)).body
  expect(row?.idempotency_key).toBe('large')
  const stopped = await world.user.post<{ cancelled: boolean }>(`${path}/${row?.id}/cancel`)

  expect(stopped.body.cancelled).toBe(true)
  expect([(await importing).status, (await importing).body.code]).toEqual([409, 'work.cancelled'])
  expect((await world.user.get(path)).body).toEqual([])
  expect(await world.movements()).toEqual([])
  expect((await world.import(file.slice(0, 400).replace(/\n[^\n]*$/, ''), { idempotency_key: 'large' })).status).toBe(
    201,
  )
}, 60_000)
