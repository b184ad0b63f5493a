import { expect, test } from 'vitest'
import { addAccount, type Caller, createTestCore } from '../support/core.ts'

const movement = {
  external_id: 'T-1',
  amount: '20.00',
  currency: 'USD',
  sender_name: 'Ana Ruiz',
  received_at: '2026-05-11T10:00:00Z',
}

type Row = { id: string }

/** Every place of the window has an address, so what a panel shows must be readable by its id alone. */
async function passthroughWithOneMovement() {
  const core = await createTestCore()
  const owner = await core.signUp({ mode: 'passthrough' })
  const accountId = await addAccount(owner)
  await owner.post(`/accounts/${accountId}/movements`, { movements: [movement] })
  const only = async (caller: Caller, path: string) => (await caller.get<Row[]>(path)).body[0]?.id ?? ''
  return { core, owner, movementId: await only(owner, '/movements'), deliveryId: await only(owner, '/deliveries') }
}

test('one movement is read by its id as the list shows it', async () => {
  const { owner, movementId } = await passthroughWithOneMovement()

  const one = await owner.get(`/movements/${movementId}`)

  expect(one.status).toBe(200)
  expect([one.body]).toEqual((await owner.get('/movements')).body)
  expect(one.body).toMatchObject({ external_id: 'T-1', account_name: 'Main account' })
})

test('one delivery is read by its id as the list shows it', async () => {
  const { owner, deliveryId } = await passthroughWithOneMovement()

  const one = await owner.get(`/deliveries/${deliveryId}`)

  expect(one.status).toBe(200)
  expect([one.body]).toEqual((await owner.get('/deliveries')).body)
  expect(one.body).toMatchObject({ event: 'movement', subject_type: 'bank_transaction' })
})

test('what belongs to somebody else does not exist', async () => {
  const { core, movementId, deliveryId } = await passthroughWithOneMovement()
  const stranger = await core.signUp({ mode: 'passthrough' })

  expect((await stranger.get(`/movements/${movementId}`)).status).toBe(404)
  expect((await stranger.get(`/deliveries/${deliveryId}`)).status).toBe(404)
})
