import { expect, test, vi } from 'vitest'
import { camt, uploadTo } from '../support/statement-files.ts'
import { openRun } from '../support/world.ts'

vi.setConfig({ testTimeout: 60_000 })

interface Preview {
  readonly looked_at: number
  readonly open: number
  readonly decided: number
  readonly data: readonly { readonly id: string; readonly match_status: string; readonly remittance_text: string }[]
}

test('a rule says what it would match before it is kept: open lines first, and how many are decided', async () => {
  const { core, user, books, run, items } = await openRun()
  const entries = [
    { amount: -1250, date: '2025-01-31', text: 'Account fee January' },
    { amount: -1250, date: '2025-02-28', text: 'ACCOUNT FEE February' },
    { amount: 99_000, date: '2025-02-28', text: 'Account fee returned' },
    { amount: -1250, date: '2025-02-28', text: 'Rent' },
  ]
  await uploadTo(core, user, run.id, camt({ entries }))
  const [first] = await items()
  await user.post(`/v1/ledgers/reconciliation/items/${first?.id}/close`, { ledger_id: '6855', reason: 'bank_fee' })

  const conditions = { direction: 'debit', contains: ['account fee'], amount_to: 2000 }
  const { body } = await user.post<Preview>('/v1/ledgers/rules/preview', { ledger_id: books.bank.id, conditions })
  expect(body).toMatchObject({ looked_at: 4, open: 1, decided: 1 })
  expect(body.data.map(({ remittance_text: text }) => text)).toEqual(['ACCOUNT FEE February', 'Account fee January'])

  const elsewhere = await user.post<Preview>('/v1/ledgers/rules/preview', { ledger_id: books.savings.id, conditions })
  expect(elsewhere.body).toMatchObject({ looked_at: 0, open: 0, data: [] })
  const everywhere = await user.post<Preview>('/v1/ledgers/rules/preview', { conditions })
  expect(everywhere.body).toMatchObject({ open: 1, decided: 1 })
  const stranger = await core.signUp()
  expect((await stranger.post<Preview>('/v1/ledgers/rules/preview', { conditions })).body.looked_at).toBe(0)
  const unsafe = await user.post('/v1/ledgers/rules/preview', { conditions: { pattern: '(a+)+$' } })
  expect(unsafe.status).toBe(400)
})
