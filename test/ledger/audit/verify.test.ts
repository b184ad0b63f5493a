import { expect, test } from 'vitest'
import { bookPayment } from '../support/books.ts'
import { openCase125 } from '../support/report-world.ts'
import { camt, uploadTo } from '../support/statement-files.ts'
import { copyOf, tamper, verifyFolder } from '../support/verify.ts'
import { runsPath } from '../support/world.ts'

/** A closed run with every kind of decision behind it: match, undo, write-off, closing, reopening, notes, a discrepancy. */
async function openWorkedRun() {
  const world = await openCase125()
  const { core, user, books, path, fee, matchId, newRun, items } = world
  await user.post(`/v1/ledgers/reconciliation/matches/${matchId}/reject`, { reason: 'try' })
  const again = await user.post<{ id: string }>(`${path}/manual-match`, {
    source_entry_ids: [world.line?.id],
    ledger_entry_ids: [world.receipt.id],
    note: 'kept',
  })
  await core.call(
    'PATCH',
    `/v1/ledgers/reconciliation/matches/${again.body.id}/note`,
    { note: 'looked at' },
    user.token,
  )
  const closing = { ledger_id: '6855', reason: 'bank_fee', note: 'January' }
  await user.post(`/v1/ledgers/reconciliation/items/${fee?.id}/close`, closing)
  await user.post(`/v1/ledgers/reconciliation/items/${fee?.id}/reopen`, { reason: 'wrong' })
  await user.post(`/v1/ledgers/reconciliation/items/${fee?.id}/close`, closing)
  await core.call('PATCH', '/v1/ledgers/6855', { description: 'Bank charges' }, user.token)
  await user.post(`${path}/close`, { statement: 'Done.' })

  const second = await newRun('second')
  const entry = await bookPayment(
    user,
    { bank: books.bank, other: books.receivables },
    { amount: 10_000, date: '2025-02-05' },
  )
  await uploadTo(
    core,
    user,
    second.id,
    camt({
      id: 'S-2',
      opening: 1_025_000,
      entries: [
        { amount: 9990, date: '2025-02-06' },
        { amount: -700, date: '2025-02-07' },
      ],
    }),
  )
  const [short] = await items(second.id)
  const off = await user.post<{ id: string }>(`${runsPath}/${second.id}/manual-match`, {
    source_entry_ids: [short?.id],
    ledger_entry_ids: [entry.id],
    difference_treatment: { kind: 'write_off', ledger_id: '6855', reason: 'rounding' },
  })
  if (off.status !== 201) throw new Error(JSON.stringify(off.body))
  await user.post(`/v1/ledgers/reconciliation/matches/${off.body.id}/reject`, { reason: 'undo' })
  const part = await user.post(`${runsPath}/${second.id}/manual-match`, {
    source_entry_ids: [short?.id],
    ledger_entry_ids: [entry.id],
    difference_treatment: { kind: 'leave_open' },
  })
  if (part.status !== 201) throw new Error(JSON.stringify(part.body))
  const passed = await user.post(`${runsPath}/${second.id}/auto-match`)
  if (passed.status !== 200) throw new Error(JSON.stringify(passed.body))
  const { body } = await user.get<{ data: { id: string }[] }>(`${runsPath}/${second.id}/discrepancies`)
  if (body.data.length === 0) throw new Error('no discrepancy')
  await core.call(
    'PATCH',
    `/v1/ledgers/reconciliation/discrepancies/${body.data[0]?.id}`,
    { status: 'in_review', note: 'asked the bank' },
    user.token,
  )
  return { ...world, matchId: again.body.id, second }
}

test('what the program itself did is clean', async () => {
  const { dataDir } = (await openWorkedRun()).core
  const verdict = verifyFolder(dataDir)
  expect(verdict.faults).toEqual([])
  expect(verdict).toMatchObject({ clean: true })
  expect(verdict.events).toBeGreaterThan(20)
})

const dropTriggers = 'drop trigger audit_events_fixed; drop trigger audit_events_kept;'
/** What is edited, and what the check must name. */
const edits: readonly (readonly [name: string, sql: string, fault: object])[] = [
  [
    'an amount in the books',
    "update ledger_entries set amount = amount + 1 where document_no = '000123'",
    { entity: 'ledger_entry', field: 'amount' },
  ],
  [
    'a text in the books',
    `update ledger_entries set counterparty_name = 'Other' where document_no = '000123'`,
    { entity: 'ledger_entry', field: 'counterpartyName' },
  ],
  [
    'a share',
    `update ledger_entries set allocated = 0 where document_no = '000123'`,
    { entity: 'ledger_entry', field: 'allocated' },
  ],
  [
    'a posting added',
    `insert into ledger_entries (id, user_id, ledger_id, transaction_id, ordinal, type, amount, amount_lcy, currency, at, booking_date, source, created_at, modified_at) select 'x', user_id, ledger_id, transaction_id, 9, type, 5, 5, currency, at, booking_date, source, 1, 1 from ledger_entries limit 1`,
    { entity: 'ledger_entry', id: 'x', code: 'not_recorded' },
  ],
  [
    'a ledger',
    `update ledgers set locked_until = null, description = 'x' where code = '1810'`,
    { entity: 'ledger', field: 'description' },
  ],
  [
    'the status of a run',
    `update reconciliation_runs set status = 'completed' where status = 'closed'`,
    { entity: 'run', field: 'status' },
  ],
  [
    'the status of a line',
    `update source_entries set match_status = 'matched' where match_status = 'partial' or match_status = 'unmatched'`,
    { entity: 'item', field: 'match_status' },
  ],
  [
    'the reason of a closing',
    `update source_entries set closed_reason = 'private' where closed_reason = 'bank_fee'`,
    { entity: 'item', field: 'closedReason' },
  ],
  [
    'the raw text of an imported line',
    `update source_entries set raw = raw || ' ' where amount = -5000`,
    { entity: 'item', field: 'raw' },
  ],
  [
    'the amount of an imported line',
    `update source_entries set amount = -5001 where amount = -5000`,
    { entity: 'item', field: 'amount' },
  ],
  ['a line deleted', `delete from source_entries where amount = -700`, { entity: 'source_file', code: 'changed' }],
  ['a statement', `update statements set proof_status = 'not_proved'`, { entity: 'statement', code: 'changed' }],
  [
    'the kept file',
    `update source_files set content = x'00' where content is not null`,
    { entity: 'source_file', field: 'content' },
  ],
  ['the hash of a file', `update source_files set sha256 = 'a'`, { entity: 'source_file', field: 'sha256' }],
  [
    'who accepted',
    `update ledger_matches set decided_by = 'somebody' where status = 'accepted'`,
    { entity: 'match', field: 'decidedBy' },
  ],
  [
    'a leg of a match',
    `update match_legs set amount = amount + 1 where side = 'source'`,
    { entity: 'match', field: 'legs' },
  ],
  [
    'a match made accepted',
    `update ledger_matches set status = 'accepted' where status = 'rejected'`,
    { entity: 'match', field: 'status' },
  ],
  [
    'a decided discrepancy',
    `update discrepancies set note = 'nothing' where note is not null`,
    { entity: 'discrepancy', field: 'note' },
  ],
  [
    'a hash of the trail',
    `${dropTriggers} update audit_events set hash = 'f' where seq = 5`,
    { entity: 'audit_event', id: '5', code: 'changed' },
  ],
  [
    'an event deleted',
    `${dropTriggers} delete from audit_events where seq = 5`,
    { entity: 'audit_event', code: 'gap' },
  ],
  [
    'the actor of an event',
    `${dropTriggers} update audit_events set actor = 'x' where seq = 5`,
    { entity: 'audit_event', id: '5', code: 'changed' },
  ],
  ['the triggers dropped', dropTriggers, { code: 'trigger', id: 'audit_events_fixed' }],
]

test('every edit behind the program’s back is found and named', async () => {
  const { dataDir } = (await openWorkedRun()).core
  for (const [name, sql, fault] of edits) {
    // Each edit stands on a copy of its own.
    const copy = copyOf(dataDir)
    tamper(copy, sql)
    const verdict = verifyFolder(copy)
    expect(verdict.clean, name).toBe(false)
    expect(verdict.faults, name).toContainEqual(expect.objectContaining(fault))
  }
  expect(verifyFolder(dataDir).clean).toBe(true)
})

test('an event may not even be changed through the table', async () => {
  const { dataDir } = (await openCase125()).core
  expect(() => tamper(dataDir, `update audit_events set actor = 'x'`)).toThrow('never changed')
  expect(() => tamper(dataDir, 'delete from audit_events')).toThrow('never deleted')
})
