import { expect, test } from 'vitest'
import { createTestCore } from '../../support/core.ts'
import { bookPayment, type JournalAnswer } from '../support/books.ts'
import { sendBooks } from '../support/books-upload.ts'
import type { DiscrepancyAnswer } from '../support/discrepancy-world.ts'
import { openCase125 } from '../support/report-world.ts'
import { tamper } from '../support/verify.ts'
import type { Listed } from '../support/world.ts'

/** Case 125, closed at the end of January 2025. */
async function closedRun() {
  const world = await openCase125()
  const { core, user, path, fee } = world
  await user.post(`/v1/ledgers/reconciliation/items/${fee?.id}/close`, { ledger_id: '6855', reason: 'bank_fee' })
  const closed = await user.post(`${path}/close`)
  if (closed.status !== 200) throw new Error(JSON.stringify(closed.body))
  return {
    ...world,
    found: async () =>
      (await user.get<Listed<DiscrepancyAnswer>>(`${path}/discrepancies?type=closed_period_changed`)).body.data,
    patch: (target: string, body: unknown) => core.call('PATCH', target, body, user.token),
  }
}

test('a booking into the days of a closed run is told at once, with the sum of all of them; later days are no matter', async () => {
  const { user, books, found } = await closedRun()
  const sides = { bank: books.bank, other: books.payables }
  await bookPayment(user, sides, { amount: -500, date: '2025-02-01' })
  expect(await found()).toEqual([])
  const late = await bookPayment(user, sides, { amount: -700, date: '2025-01-31', document_no: 'L-1' })
  await bookPayment(user, sides, { amount: 100, date: '2024-06-30' })
  const [open, ...others] = await found()
  expect(others).toEqual([])
  expect(open).toMatchObject({ severity: 'critical', status: 'open', amount: { amount: '-600' }, facts: { count: 2 } })
  await user.delete(`/v1/ledgers/journals/${late.transactionId}`)
  expect(await found()).toMatchObject([{ id: open?.id, amount: { amount: '100' }, facts: { count: 3 } }])
  // What the books say now is no edit behind the program's back: a clean check leaves the finding alone.
  const checked = await user.post<{ clean: boolean }>('/v1/ledgers/audit/verify')
  expect(checked.body.clean).toBe(true)
  expect(await found()).toMatchObject([{ id: open?.id, status: 'open' }])
})

test('a correction of a booking that the closed run matched is told at once', async () => {
  const { user, receipt, patch, found } = await closedRun()
  const path = `/v1/ledgers/journals/${receipt.transactionId}`
  const { entries } = (await user.get<JournalAnswer>(path)).body
  const answer = await patch(path, { entries: entries.map(({ id }) => ({ id, amount: 230_100 })) })
  expect(answer.status).toBe(200)
  expect(await found()).toMatchObject([
    { severity: 'critical', amount: { amount: '100' }, facts: { id: receipt.transactionId, document: '000123' } },
  ])
})

test('an import that the lock of the period was lifted for is told; while it is locked nothing gets in', async () => {
  const { core, user, books, patch, found } = await closedRun()
  const lock = (until: string | null) => patch(`/v1/ledgers/${books.bank.id}`, { locked_until: until })
  const rows = [
    'Date;Number;Account;Debit;Credit;Text',
    '2025-01-20;V-1;1810;12,00;;Late',
    '2025-01-20;V-1;1200;;12,00;Late',
  ]
  const send = () => sendBooks(core, user, rows.join('\n'))
  await lock('2025-01-31')
  expect((await send()).status).toBe(422)
  expect(await found()).toEqual([])
  await lock(null)
  expect((await send()).status).toBe(201)
  await lock('2025-01-31')
  expect(await found()).toMatchObject([{ status: 'open', amount: { amount: '1200' }, facts: { count: 1 } }])
})

test('once the run is open again a person decides about it; another change brings it back', async () => {
  const { user, books, path, found, patch } = await closedRun()
  const sides = { bank: books.bank, other: books.payables }
  await bookPayment(user, sides, { amount: -700, date: '2025-01-31' })
  const [open] = await found()
  const decide = () =>
    patch(`/v1/ledgers/reconciliation/discrepancies/${open?.id}`, { status: 'closed', closed_reason: 'accepted_as_is' })
  expect((await decide()).status).toBe(409)
  await user.post(`${path}/reopen`, { reason: 'late booking' })
  expect((await user.post(`${path}/close`)).status).toBe(409)
  expect((await decide()).status).toBe(200)
  expect((await user.post(`${path}/close`)).status).toBe(200)
  await bookPayment(user, sides, { amount: -1, date: '2025-01-31' })
  expect(await found()).toMatchObject([{ id: open?.id, status: 'open', amount: { amount: '-701' } }])
})

test('what was edited while the program was closed is told after its next start, unasked', async () => {
  const { core, user, path, receipt } = await closedRun()
  await core.core.stop()
  tamper(core.dataDir, `update ledger_entries set document_no = 'X' where id = '${receipt.id}'`)
  const next = await createTestCore({ dataDir: core.dataDir })
  const found = async () => {
    const { body } = await next.call<Listed<DiscrepancyAnswer>>('GET', `${path}/discrepancies`, undefined, user.token)
    return body.data.filter(({ type, status }) => type === 'closed_period_changed' && status === 'open')
  }
  await expect
    .poll(found, { timeout: 60_000 })
    .toMatchObject([{ severity: 'critical', facts: { entity: 'ledger_entry' } }])
})
