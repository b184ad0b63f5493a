import { expect, test, vi } from 'vitest'
import { openCase125 } from '../support/report-world.ts'
import { editable, tamper, verifyFolder } from '../support/verify.ts'
import { openWorkedRun } from '../support/worked-run.ts'

// Every import and matching pass runs in a thread of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

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
    { entity: 'item', code: 'changed' },
  ],
  [
    'the amount of an imported line',
    `update source_entries set amount = -5001 where amount = -5000`,
    { entity: 'item', code: 'changed' },
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
  ['the note of a line', `update source_entries set note = 'x' where amount = -400`, { entity: 'item' }],
  ['a suggestion', `update ledger_matches set score = 99 where status = 'suggested'`, { entity: 'match' }],
  ['a rule', `update reconciliation_rules set state = 'disabled'`, { entity: 'rule', code: 'changed' }],
  ['a rule deleted', `delete from reconciliation_rules`, { entity: 'rule', code: 'missing' }],
  ['a mapping', `update csv_mappings set answers = '{"x":"y"}'`, { entity: 'mapping', code: 'changed' }],
  ['a rejection forgotten', `delete from rejected_pairs`, { entity: 'ledger', field: 'rejected_pairs' }],
  [
    'a closing proposed to another ledger',
    `update closing_proposals set reason = 'interest'`,
    { entity: 'item', field: 'proposed_closing' },
  ],
  [
    'two lines that changed places',
    `update source_entries set position = 3 - position where position in (1, 2)`,
    { entity: 'item', code: 'changed' },
  ],
  ['a seal', `update row_seals set seal = x'00' where subject = 'ledgers'`, { entity: 'ledger', code: 'changed' }],
  ['the triggers dropped', dropTriggers, { code: 'trigger', id: 'audit_events_fixed' }],
]

test('every edit behind the program’s back is found and named', async () => {
  const { dataDir } = (await openWorkedRun()).core
  const file = editable(dataDir)
  for (const [name, sql, fault] of edits) {
    const verdict = file.verdictAfter(sql)
    expect(verdict.clean, name).toBe(false)
    expect(verdict.faults, name).toContainEqual(expect.objectContaining(fault))
  }
  expect(file.verdictAfter('').faults).toEqual([])
})

test('an event may not even be changed through the table', async () => {
  const { dataDir } = (await openCase125()).core
  expect(() => tamper(dataDir, `update audit_events set actor = 'x'`)).toThrow('never changed')
  expect(() => tamper(dataDir, 'delete from audit_events')).toThrow('never deleted')
})
