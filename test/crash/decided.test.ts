import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { makeBooks } from '../ledger/engine/generated/make-books.ts'
import { bookPayment, openBooks } from '../ledger/support/books.ts'
import { sendBooks } from '../ledger/support/books-upload.ts'
import { fillRun } from '../ledger/support/many-lines.ts'
import { camt, camt054, uploadTo } from '../ledger/support/statement-files.ts'
import { verifyFolder } from '../ledger/support/verify.ts'
import { type RunAnswer, runsPath } from '../ledger/support/world.ts'
import { addAccount, type Caller, createTestCore, type TestCore } from '../support/core.ts'
import { tempDir } from '../support/temp-dir.ts'
import { killWhen, storedIn } from './kill-when.ts'

vi.setConfig({ testTimeout: 300_000 })

type Count = (sql: string) => number

/** A user's books with one run over the bank ledger, in a folder that no program works on. */
async function prepare(fill: (world: Prepared & { core: TestCore; user: Caller }) => Promise<void>) {
  const dataDir = tempDir()
  const core = await createTestCore({ dataDir })
  const user = await core.signUp({ email: 'owner@example.com' })
  const books = await openBooks(user)
  const run = (await user.post<RunAnswer>(runsPath, { ledger_id: books.bank.id, mode: 'automatic' })).body
  const world = { dataDir, token: user.token, books, runId: run.id, path: `${runsPath}/${run.id}` }
  await fill({ ...world, core, user })
  await core.core.stop()
  return world
}
interface Prepared {
  readonly dataDir: string
  readonly token: string
  readonly books: Awaited<ReturnType<typeof openBooks>>
  readonly runId: string
  readonly path: string
}

/** Does a call in copies of a folder until it is killed at the moment; answers the folder that it leaves. */
async function killed({ dataDir, token }: Prepared, isTime: (count: Count) => boolean, call: readonly string[]) {
  for (let attempt = 1; ; attempt += 1) {
    const copy = tempDir()
    cpSync(dataDir, copy, { recursive: true })
    try {
      await killWhen(copy, isTime, [token, ...call])
      return copy
    } catch (error) {
      // A busy machine looks too late now and then.
      if (attempt === 3) throw error
    }
  }
}

function look(dataDir: string) {
  const db = storedIn(dataDir)
  onTestFinished(() => void db.close())
  return db
}

/** Starts the program on a folder again and waits until nothing of it is left to be ended. */
async function started(dataDir: string, { token, path }: Prepared) {
  const core = await createTestCore({ dataDir })
  const call = <T>(method: string, to: string) => core.call<T>(method, to, undefined, token)
  const first = (await call<RunAnswer>('GET', path)).body
  const db = look(dataDir)
  await expect.poll(() => db.count('select count(*) from run_jobs'), { timeout: 120_000, interval: 50 }).toBe(0)
  return { core, call, first, db }
}

const isDecided = (count: Count) => count('select count(*) from run_jobs') > 0

/** What a pass leaves, in words that are the same in every folder. */
const passed = [
  `select stable_key, status, unattended from ledger_matches order by stable_key`,
  `select type, severity, status, source_entry_id, ledger_entry_id, amount, facts from discrepancies
   where match_id is null order by type, source_entry_id, ledger_entry_id`,
  `select source_entry_id, reason from closing_proposals order by source_entry_id`,
  `select source_entry_id, closed_reason from (select id as source_entry_id, closed_reason from source_entries)
   where closed_reason is not null order by source_entry_id`,
  `select id, hits from reconciliation_rules order by id`,
]

test('a pass killed after its proposals are shown is ended by the next start, as if nothing had happened', async () => {
  const prepared = await prepare(async ({ dataDir, core, user, books, runId }) => {
    const { input } = makeBooks(5, 1200)
    // Some lines without a partner in the books.
    const fees = input.items
      .slice(0, 40)
      .map((item, at) => ({ ...item, id: `f${at}`, amount: -(7_001 + 13 * at), text: 'account keeping fee' }))
    const items = [...fees, ...input.items]
    fillRun({ ...input, items }, { dataDir, runId, ledgerId: books.bank.id, otherId: books.receivables.id })
    await user.post('/v1/ledgers/rules', {
      conditions: { contains: ['keeping fee'] },
      action: { ledger_id: '6855', reason: 'bank_fee', unattended_below: '100000' },
    })
    const switched = await core.call(
      'PATCH',
      `/v1/ledgers/${books.bank.id}`,
      { unattended: true, version: 1 },
      user.token,
    )
    expect(switched.status).toBe(200)
  })
  const whole = tempDir()
  cpSync(prepared.dataDir, whole, { recursive: true })
  const there = await createTestCore({ dataDir: whole })
  const done = await there.call<{ matched: number; accepted: number }>(
    'POST',
    `${prepared.path}/auto-match`,
    undefined,
    prepared.token,
  )
  expect(done.body.accepted).toBeGreaterThan(10)
  await there.core.stop()
  const wanted = look(whole)
  expect(wanted.count('select count(*) from discrepancies')).toBeGreaterThan(50)
  expect(wanted.count('select count(*) from source_entries where closed_reason is not null')).toBeGreaterThan(5)

  const accepted = `select count(*) from ledger_matches where status = 'accepted'`
  const moments: readonly ((count: Count) => boolean)[] = [
    isDecided,
    (count) => isDecided(count) && count(accepted) > 10,
    (count) => isDecided(count) && count('select count(*) from source_entries where closed_at is not null') > 2,
    (count) => isDecided(count) && count(`select count(*) from discrepancies where type = 'missing_in_ledger'`) > 0,
  ]
  for (const moment of moments) {
    const dataDir = await killed(prepared, moment, ['POST', `${prepared.path}/auto-match`])
    expect(look(dataDir).count(`select count(*) from ledger_matches where status = 'staged'`)).toBe(0)

    const { call, first, db } = await started(dataDir, prepared)

    // What is half is never told as whole.
    expect(['running', 'completed']).toContain(first.status)
    expect((await call<RunAnswer>('GET', prepared.path)).body).toMatchObject({ status: 'completed', failure: null })
    for (const sql of passed) expect(db.rows(sql)).toEqual(wanted.rows(sql))
  }
})

const lines = (count: number, from: number) =>
  Array.from({ length: count }, (_, i) => ({
    amount: 100 + from + i,
    date: '2025-01-10',
    text: `Line ${from + i}`,
    reference: `R-${from + i}`,
  }))

test('an import killed once its lines are there is ended by the next start: looked at, in the trail, matched', async () => {
  const prepared = await prepare(async ({ core, user, runId }) => {
    await uploadTo(core, user, runId, camt({ entries: lines(3, 0) }))
    await expect
      .poll(async () => (await user.get<RunAnswer>(`${runsPath}/${runId}`)).body.status, { timeout: 60_000 })
      .toBe('completed')
  })
  const path = join(prepared.dataDir, 'table.csv')
  const rows = Array.from({ length: 3000 }, (_, at) => `2025-01-11;Payer ${at};${at + 1}.00`)
  writeFileSync(path, ['Booking date;Counterparty;Amount', ...rows].join('\n'))
  const missing = `select count(*) from discrepancies where type = 'missing_in_ledger' and status = 'open'`

  for (const moment of [isDecided, (count: Count) => isDecided(count) && count(missing) > 100]) {
    const dataDir = await killed(prepared, moment, ['POST', `${prepared.path}/sources/upload`, `@${path}`])

    const { call, first, db } = await started(dataDir, prepared)

    expect(['running', 'completed']).toContain(first.status)
    const read = async () => (await call<RunAnswer>('GET', prepared.path)).body
    // The pass that an automatic run goes on with.
    await expect.poll(async () => (await read()).status, { timeout: 60_000 }).toBe('completed')
    expect(await read()).toMatchObject({ failure: null, counts: { entries: 3003 } })
    expect(db.count(missing)).toBe(3003)
    expect(db.count(`select count(*) from csv_mappings`)).toBe(1)
    expect(db.count(`select count(*) from audit_events where action = 'begin' and run_id = '${prepared.runId}'`)).toBe(
      4,
    )
    expect(verifyFolder(dataDir).faults).toEqual([])
  }
})

test('a notification killed once its parts are there is ended by the next start', async () => {
  const prepared = await prepare(async ({ core, user, runId }) => {
    const batch = { amount: 6_000, date: '2025-01-10', text: 'Batch', reference: 'B-1' }
    await uploadTo(core, user, runId, camt({ entries: [batch, ...lines(1500, 0)] }))
    await expect
      .poll(async () => (await user.get<RunAnswer>(`${runsPath}/${runId}`)).body.status, { timeout: 60_000 })
      .toBe('completed')
  })
  const path = join(prepared.dataDir, 'n.xml')
  writeFileSync(path, camt054([{ amount: 6_000, reference: 'B-1', date: '2025-01-10', parts: [4_000, 2_000] }]))

  const dataDir = await killed(prepared, isDecided, ['POST', `${prepared.path}/sources/notifications`, `@${path}`])

  const { call, db } = await started(dataDir, prepared)
  const read = async () => (await call<RunAnswer>('GET', prepared.path)).body
  await expect.poll(async () => (await read()).status, { timeout: 60_000 }).toBe('completed')
  expect((await read()).failure).toBeNull()
  expect(db.count(`select count(*) from items where parent_entry_id is not null`)).toBe(2)
  expect(verifyFolder(dataDir).faults).toEqual([])
})

test('a run over movements killed while it takes them is ended by the next start', async () => {
  let accountId = ''
  const count = 4000
  const prepared = await prepare(async ({ user }) => {
    accountId = await addAccount(user)
    const movements = Array.from({ length: count }, (_, at) => ({
      external_id: `T-${at}`,
      amount: at + 1,
      currency: 'EUR',
      sender_name: `Payer ${at}`,
      received_at: '2025-01-10T10:00:00Z',
    }))
    for (let at = 0; at < count; at += 500)
      await user.post(`/accounts/${accountId}/movements`, { movements: movements.slice(at, at + 500) })
  })
  const body = {
    ledger_id: prepared.books.bank.id,
    source_type: 'movements',
    account_id: accountId,
    period_from: '2025-01-01',
    period_to: '2025-01-31',
  }
  const taken = 'select count(*) from source_entries'

  const dataDir = await killed(prepared, (stored) => isDecided(stored) && stored(taken) > 0, [
    'POST',
    runsPath,
    JSON.stringify(body),
  ])
  expect(look(dataDir).count(taken)).toBeLessThan(count)

  const { call, db } = await started(dataDir, prepared)
  const { data } = (
    await call<{ data: { source_type: string; status: string; period_to: string; counts: { entries: number } }[] }>(
      'GET',
      runsPath,
    )
  ).body
  expect(data.find(({ source_type: type }) => type === 'movements')).toMatchObject({
    status: 'pending',
    counts: { entries: count },
  })
  expect(db.count('select count(distinct movement_id) from source_entries')).toBe(count)
  expect(verifyFolder(dataDir).faults).toEqual([])
})

/** A run with a large file, of which some lines have a suggestion; its trail is whole. */
const withFile = () =>
  prepare(async ({ core, user, books, runId }) => {
    for (let at = 0; at < 20; at += 1)
      await bookPayment(
        user,
        { bank: books.bank, other: books.receivables },
        { amount: 100 + at, date: '2025-01-10', document_no: `R-${at}` },
      )
    await uploadTo(core, user, runId, camt({ entries: lines(4000, 0) }))
    await expect
      .poll(async () => (await user.get<RunAnswer>(`${runsPath}/${runId}`)).body.status, { timeout: 120_000 })
      .toBe('completed')
  })

test('a large file killed while it is removed is gone after the next start, and a deleted run with what was decided', async () => {
  const prepared = await withFile()
  const before = look(prepared.dataDir)
  const fileId = String(before.rows('select id from source_files')[0])
  expect(before.count(`select count(*) from ledger_matches where status = 'suggested'`)).toBeGreaterThan(0)
  const left = 'select count(*) from source_entries'
  const moments = [isDecided, (count: Count) => count(left) < 3000]

  for (const moment of moments) {
    const dataDir = await killed(prepared, moment, ['DELETE', `${prepared.path}/sources/${fileId}`])
    // From the moment it is decided nobody sees a part of it.
    expect(look(dataDir).count('select count(*) from items')).toBe(0)
    expect(look(dataDir).count(left)).toBeGreaterThan(0)

    const { call, first, db } = await started(dataDir, prepared)

    expect(first).toMatchObject({ status: expect.stringMatching(/running|completed/), counts: { entries: 0 } })
    expect((await call<RunAnswer>('GET', prepared.path)).body).toMatchObject({ status: 'completed', failure: null })
    for (const table of ['source_entries', 'source_files', 'statements', 'ledger_matches', 'match_legs'])
      expect([table, db.count(`select count(*) from ${table}`)]).toEqual([table, 0])
    expect(db.count(`select count(*) from discrepancies where source_entry_id is not null`)).toBe(0)
    expect(verifyFolder(dataDir).faults).toEqual([])
  }

  const deciding = await createTestCore({ dataDir: prepared.dataDir })
  const { body } = await deciding.call<{ data: { id: string }[] }>(
    'GET',
    `${prepared.path}/matches?limit=20`,
    undefined,
    prepared.token,
  )
  for (const { id } of body.data)
    await deciding.call('POST', `${runsPath.replace('/runs', '')}/matches/${id}/accept`, undefined, prepared.token)
  await deciding.core.stop()
  const allocated = 'select count(*) from ledger_entries where allocated <> 0'
  const decided = look(prepared.dataDir).count(allocated)
  expect(decided).toBeGreaterThan(5)
  for (const moment of [
    (count: Count) => isDecided(count) && count(allocated) < decided,
    (count: Count) => isDecided(count) && count(left) < 3000,
  ]) {
    const dataDir = await killed(prepared, moment, ['DELETE', `${prepared.path}?force=true`])

    const { call, db } = await started(dataDir, prepared)

    expect((await call('GET', prepared.path)).status).toBe(404)
    for (const table of ['source_entries', 'source_files', 'ledger_matches', 'discrepancies'])
      expect([table, db.count(`select count(*) from ${table}`)]).toEqual([table, 0])
    expect(db.count(allocated)).toBe(0)
    expect(verifyFolder(dataDir).faults).toEqual([])
  }
})

test('bookings killed while they are imported are gone after the next start, and an undo is brought to its end', async () => {
  const path = '/v1/ledgers/entries/import'
  const vouchers = 600
  const rows = Array.from({ length: vouchers }, (_, at) => [
    `2025-01-10,${at},1810,${at + 1}.00,,Voucher ${at},EUR`,
    `2025-01-10,${at},1200,,${at + 1}.00,Voucher ${at},EUR`,
  ]).flat()
  const file = join(tempDir(), 'ledger.csv')
  writeFileSync(file, ['Posting Date,Voucher,Account,Debit,Credit,Description,Currency', ...rows].join('\n'))
  const prepared = await prepare(async () => {})
  const booked = 'select count(*) from ledger_transactions'
  const imports = 'select count(*) from ledger_imports'

  const half = await killed(prepared, (count) => count(booked) > 40, ['POST', path, `@${file}`])
  expect(look(half).count(booked)).toBeLessThan(vouchers)

  const core = await createTestCore({ dataDir: half })
  const db = look(half)
  // Sent at once: it waits for what is left to go, and finds nothing known.
  const again = await sendBooks(core, { token: prepared.token }, readFileSync(file, 'utf8'))
  expect(again).toMatchObject({ status: 201, body: { vouchers, imported: 2 * vouchers, skipped: 0 } })
  expect([db.count(booked), db.count(imports)]).toEqual([vouchers, 1])
  await core.core.stop()
  expect(verifyFolder(half).faults).toEqual([])

  const id = String(db.rows('select id from ledger_imports')[0])
  const undoing = await killed({ ...prepared, dataDir: half }, (count) => count(booked) < vouchers - 40, [
    'POST',
    `/v1/ledgers/imports/${id}/undo`,
  ])
  expect(look(undoing).count(booked)).toBeGreaterThan(0)
  await createTestCore({ dataDir: undoing })
  const after = look(undoing)
  const told = `select count(*) from audit_events where entity = 'ledger_import' and action = 'undo'`
  await expect.poll(() => after.count(told), { timeout: 60_000 }).toBe(1)
  expect([after.count(booked), after.count(`${imports} where undone_at is not null`)]).toEqual([0, 1])
  expect(verifyFolder(undoing).faults).toEqual([])
})
