import { expect, test } from 'vitest'
import { createTestCore } from '../../support/core.ts'
import { openBooks } from '../support/books.ts'
import { send } from '../support/send.ts'
import type { Refusal } from '../support/world.ts'

/** What can be deleted and carries a version: where it lies, and what makes one. */
const made = [
  ['ledgers', { code: '1999', description: 'Petty cash', type: 'asset', currency_code: 'EUR' }],
  ['ledgers/counterparties', { name: 'Acme' }],
  ['ledgers/rules', { conditions: { contains: ['account fee'] }, action: { ledger_id: '6855', reason: 'bank_fee' } }],
  ['ledgers/reconciliation/runs', { ledger_id: '1810' }],
] as const

test.each(made)(
  'what is deleted at %s is what its user has seen: a stale version is refused (9.7)',
  async (path, body) => {
    const core = await createTestCore()
    const user = await core.signUp()
    await openBooks(user)
    const { id, version } = (await user.post<{ id: string; version: number }>(`/v1/${path}`, body)).body
    const remove = (seen: string) =>
      send<Refusal | null>({ core, user }, 'DELETE', `/v1/${path}/${id}`, { headers: { 'if-match': seen } })

    expect(await remove('"99"')).toMatchObject({
      status: 409,
      body: { code: 'version_conflict', details: { current: { id, version } } },
    })
    expect(await remove('soon')).toMatchObject({ status: 400, body: { details: { 'if-match': expect.any(String) } } })
    expect((await user.get(`/v1/${path}/${id}`)).status).toBe(200)
    expect((await remove(`"${version}"`)).status).toBe(204)
    expect((await user.get(`/v1/${path}/${id}`)).status).toBe(404)
  },
)
