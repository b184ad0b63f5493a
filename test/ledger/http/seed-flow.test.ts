import { expect, test } from 'vitest'
import { type Door, fixture, openDoor } from '../support/door.ts'
import type { ItemAnswer, Listed, MatchAnswer, Refusal, RunAnswer } from '../support/world.ts'
import { runsPath } from '../support/world.ts'

interface Uploaded {
  readonly source_file: { readonly id: string; readonly run_id: string }
  readonly imported: number
}
interface Entry {
  readonly id: string
  readonly document_no: string | null
  readonly reconciliation_status: string
}
type Sides = Readonly<Record<string, { readonly id: string }>>

/** The chart of the workshop, and what it booked in March and April; all but the fees of the bank. */
async function openBooks({ call }: Door) {
  const ledger = async (code: string, type: string, more: object = {}) =>
    (await call<{ id: string }>('POST', '/v1/ledgers', { body: { code, type, currency_code: 'EUR', ...more } })).body
  const ledgers: Sides = {
    bank: await ledger('1810', 'asset', {
      is_reconcilable: true,
      account_identifiers: [{ scheme: 'iban', value: 'DE89370400440532013000' }],
    }),
    equity: await ledger('9000', 'equity'),
    customers: await ledger('1200', 'asset'),
    suppliers: await ledger('1600', 'liability'),
    fees: await ledger('6855', 'expense'),
  }
  const book = async (amount: number, booking_date: string, other: string, facts: object = {}) => {
    const sides = amount > 0 ? ['debit', 'credit'] : ['credit', 'debit']
    const answer = await call<{ entries: Entry[] }>('POST', '/v1/ledgers/journals', {
      body: {
        booking_date,
        entries: [
          { ledger_id: ledgers.bank?.id, type: sides[0], amount: Math.abs(amount), ...facts },
          { ledger_id: ledgers[other]?.id, type: sides[1], amount: String(Math.abs(amount)), ...facts },
        ],
      },
    })
    expect(answer.status).toBe(201)
    return answer.body.entries[0]?.id ?? ''
  }
  const nordwind = { counterparty_name: 'Nordwind Handel GmbH' }
  await book(1_000_000, '2026-02-28', 'equity', { event: 'opening_balance' })
  await book(119_000, '2026-02-28', 'customers', { document_no: 'RE-2026-0142', ...nordwind })
  await book(-25_000, '2026-03-03', 'suppliers', { counterparty_name: 'Stadtwerke Musterstadt' })
  await book(-90_000, '2026-03-04', 'suppliers', { document_no: 'PAY-2026-0301', counterparty_name: 'Kohl Bau' })
  await book(-60_000, '2026-03-04', 'suppliers', { document_no: 'PAY-2026-0302', counterparty_name: 'Lindner Holz' })
  await book(40_000, '2026-03-09', 'customers', { document_no: 'RE-2026-0143', ...nordwind })
  await book(20_000, '2026-03-09', 'customers', { document_no: 'RE-2026-0144', ...nordwind })
  await book(34_560, '2026-04-01', 'customers', {
    document_no: 'RE-2026-0150',
    counterparty_name: 'Mueller und Soehne',
  })
  await book(-8990, '2026-04-07', 'suppliers', { counterparty_name: 'Telefon AG' })
  const deposits = [await book(55_000, '2026-01-12', 'customers'), await book(45_000, '2026-01-13', 'customers')]
  return { ledgers, deposits }
}

test('the flow of the published page over HTTP: run, camt.053 and CSV, matching, resolution, closing and reopening', async () => {
  const door = await openDoor({ ports: { now: () => Date.parse('2026-05-05T10:00:00Z') } })
  const { call, sendFile } = door
  const { ledgers, deposits } = await openBooks(door)
  const list = async <T>(path: string) => (await call<Listed<T>>('GET', path)).body

  // 1. Create a run.
  const body = {
    ledger_id: ledgers.bank?.id,
    mode: 'automatic',
    source_type: 'upload',
    idempotency_key: 'march-april',
    note: 'March and April',
  }
  const created = await call<RunAnswer>('POST', runsPath, { body })
  expect(created).toMatchObject({ status: 201, body: { ...body, status: 'pending', version: 1 } })
  const run = `${runsPath}/${created.body.id}`
  expect(await call('POST', runsPath, { body })).toMatchObject({ status: 200, body: { id: created.body.id } })
  expect(await call('POST', runsPath, { body: { ...body, note: 'May' } })).toMatchObject({
    status: 409,
    body: { code: 'idempotency_key_reused' },
  })
  expect(await list(`${runsPath}?ledger_id=1810&status=pending`)).toMatchObject({
    data: [{ id: created.body.id }],
    total: 1,
    total_unfiltered: 1,
    has_more: false,
  })
  const renamed = await call<RunAnswer>('PATCH', run, { body: { note: 'Spring' }, headers: { 'if-match': '"1"' } })
  expect(renamed).toMatchObject({ status: 200, body: { note: 'Spring', version: 2 } })
  expect(await call('PATCH', run, { body: { note: 'Summer' }, headers: { 'if-match': '1' } })).toMatchObject({
    status: 409,
    body: { code: 'version_conflict', details: { current: { id: created.body.id, note: 'Spring', version: 2 } } },
  })

  // 2. Upload the statements; an automatic run goes on to matching by itself.
  const settled = () => expect.poll(async () => (await call<RunAnswer>('GET', run)).body.status, { timeout: 60_000 })
  const march = await sendFile<Uploaded>(`${run}/sources/upload`, fixture('march.xml'), { idempotency_key: 'march' })
  expect(march).toMatchObject({
    status: 201,
    body: {
      source_file: {
        run_id: created.body.id,
        format: 'camt.053',
        format_detail: 'camt.053.001.02',
        status: 'processed',
      },
      imported: 5,
      skipped_duplicates: 0,
      warnings: [],
      statements: [
        {
          proof_status: 'proved',
          sequence_no: '3',
          opening_balance: { amount: { amount: '1000000' } },
          declared_counts: { entries: 5 },
          declared_sums: { total: { amount: '355250' } },
        },
      ],
    },
  })
  await settled().toBe('completed')
  const april = await sendFile<Uploaded>(`${run}/sources/upload`, fixture('april.csv', 'latin1'), {
    idempotency_key: 'april',
  })
  expect(april).toMatchObject({
    status: 201,
    body: {
      source_file: { run_id: created.body.id, format: 'csv', encoding: 'windows-1252' },
      imported: 4,
      statements: [{ proof_status: 'proved', closing_balance: { amount: { amount: '1127070' } } }],
    },
  })
  await settled().toBe('completed')
  expect(await sendFile(`${run}/sources/upload`, fixture('march.xml'), { idempotency_key: 'march' })).toMatchObject({
    status: 200,
    body: { source_file: { id: march.body.source_file.id }, imported: 5 },
  })
  expect(await sendFile(`${run}/sources/upload`, fixture('march.xml'))).toMatchObject({
    status: 409,
    body: {
      code: 'duplicate_file',
      details: { run_id: created.body.id, file_id: march.body.source_file.id },
    },
  })
  expect(await sendFile(`${run}/sources/upload`, fixture('april.csv'), { idempotency_key: 'march' })).toMatchObject({
    status: 409,
    body: { code: 'idempotency_key_reused' },
  })
  const files = await list<{ id: string }>(`${run}/sources`)
  expect(files.data.map(({ id }) => id)).toEqual([march.body.source_file.id, april.body.source_file.id])

  // 3. Match what an automatic pass finds, and by hand what it cannot know.
  const pass = await call<{ matched: number }>('POST', `${run}/auto-match`)
  expect(pass).toMatchObject({ status: 200, body: { matched: 6, suggested: 6, accepted: 0, truncated: false } })
  const suggested = (await list<MatchAnswer>(`${run}/matches?status=suggested`)).data
  const items = (await list<ItemAnswer>(`${run}/items`)).data
  const line = (amount: number) => items.find((one) => one.amount.amount === String(amount))?.id ?? ''
  const matchOf = (id: string) => suggested.find(({ legs }) => legs.some((leg) => leg.source_entry_id === id))
  expect(suggested.map(({ kind, band }) => `${kind} ${band}`).sort()).toEqual([
    'one_to_many likely',
    'one_to_many strong',
    'one_to_one likely',
    'one_to_one likely',
    'one_to_one strong',
    'one_to_one strong',
  ])
  const decide = (id: string | undefined, what: string, sent: object = {}) =>
    call<MatchAnswer & Refusal>('POST', `/v1/ledgers/reconciliation/matches/${id}/${what}`, sent)
  const power = matchOf(line(-25_000))
  expect(await decide(power?.id, 'reject', { body: { reason: 'look again' } })).toMatchObject({
    status: 200,
    body: { status: 'rejected', reject_reason: 'look again' },
  })
  expect(await decide(power?.id, 'accept')).toMatchObject({ status: 409, body: { code: 'match_rejected' } })
  expect(await decide(power?.id, 'offer-again')).toMatchObject({ status: 200, body: { status: 'suggested' } })
  for (const { id } of suggested)
    expect(await decide(id, 'accept')).toMatchObject({ status: 200, body: { status: 'accepted' } })
  expect(
    await call('PATCH', `/v1/ledgers/reconciliation/matches/${power?.id}/note`, { body: { note: 'checked' } }),
  ).toMatchObject({ status: 200, body: { note: 'checked' } })
  const manual = { source_entry_ids: [line(100_000)], ledger_entry_ids: deposits, note: 'two deposits' }
  expect(await call('POST', `${run}/manual-match`, { body: manual })).toMatchObject({
    status: 201,
    body: { status: 'accepted', origin: 'manual', kind: 'one_to_many', note: 'two deposits' },
  })
  expect((await call('POST', `${run}/manual-match`, { body: manual })).status).toBe(200)

  // 4. What the bank said, what is left, and why.
  expect(items.find((one) => one.amount.amount === '-25000')).toMatchObject({
    direction: 'debit',
    booking_date: '2026-03-03',
    value_date: '2026-03-03',
    bank_status: 'booked',
    counterparty_name: 'Stadtwerke Musterstadt',
    counterparty_account: 'DE12500105170648489890',
    end_to_end_id: 'VK-88120-03',
    mandate_id: 'SW-4711',
    bank_reference: '2026030300000002',
    remittance_text: 'Abschlag Strom Maerz, Vertragskonto 88120',
    additional_info: 'FOLGELASTSCHRIFT',
    charges: [],
  })
  expect(items.find((one) => one.amount.amount === '119000')).toMatchObject({
    bank_code: { domain: 'PMNT', family: 'RCDT', subfamily: 'ESCT', proprietary: 'NTRF+166+00931', issuer: 'DK' },
  })
  expect(await list(`${run}/items?match_status=unmatched`)).toMatchObject({ total: 2 })
  expect((await list<ItemAnswer>(`${run}/items?match_status=matched&limit=3`)).has_more).toBe(true)
  expect(await list(`${run}/gl-only`)).toMatchObject({ total: 1, data: [{ event: 'opening_balance' }] })
  const all = await list<Entry>(`${run}/gl-all`)
  expect(all.data.map((entry) => entry.reconciliation_status).sort()).toEqual([
    ...Array.from({ length: 10 }, () => 'reconciled'),
    'unreconciled',
  ])
  expect(await list(`${run}/discrepancies?type=missing_in_ledger&status=open`)).toMatchObject({ total: 2 })
  expect(await list('/v1/ledgers/accounts?ledger_id=1810')).toMatchObject({
    data: [{ unreconciled_count: 2, unreconciled_amount: { amount: '-2500' }, last_reconciled_date: null }],
  })

  // 5. Close the two fees, open one again, close it once more.
  const item = (id: string, what: string, sent: object = {}) =>
    call<ItemAnswer & Refusal>('POST', `/v1/ledgers/reconciliation/items/${id}/${what}`, { body: sent })
  const [first = '', second = ''] = items.filter((one) => one.amount.amount === '-1250').map(({ id }) => id)
  const closing = { ledger_id: ledgers.fees?.id, reason: 'bank_fee', note: 'account' }
  expect((await item(first, 'close', { reason: 'bank_fee' })).status).toBe(400)
  expect(await item(first, 'close', closing)).toMatchObject({
    status: 200,
    body: { match_status: 'closed', closed_reason: 'bank_fee', closed_note: 'account', open_amount: { amount: '0' } },
  })
  expect(await item(first, 'reopen', { reason: 'which month?' })).toMatchObject({
    status: 200,
    body: { match_status: 'unmatched', closed_reason: null },
  })
  expect(await call('POST', `${run}/close`)).toMatchObject({
    status: 409,
    body: {
      code: 'run_not_closable',
      // The fee of March is not in the books for more than 30 days.
      details: {
        obstacles: [
          { code: 'open_items', count: 2 },
          { code: 'critical_discrepancies', count: 1 },
        ],
      },
    },
  })
  for (const id of [first, second]) expect((await item(id, 'close', closing)).status).toBe(200)
  expect((await item(line(119_000), 'close', { reason: 'manual_review' })).body.code).toBe('item_already_matched')
  expect(await call('DELETE', `${run}/sources/${march.body.source_file.id}`)).toMatchObject({
    status: 409,
    body: { code: 'file_in_use' },
  })

  // 6. Close the run, look at it, open it again.
  expect(await call('POST', `${run}/close`, { body: { statement: 'Agrees' } })).toMatchObject({
    status: 200,
    body: { status: 'closed', close_statement: 'Agrees', counts: { matched: 7, closed: 2, unmatched: 0 } },
  })
  expect(await item(first, 'reopen')).toMatchObject({ status: 409, body: { code: 'run_closed' } })
  expect(await call('DELETE', run)).toMatchObject({ status: 409, body: { code: 'run_closed' } })
  expect(await list('/v1/ledgers/accounts?ledger_id=1810')).toMatchObject({
    data: [
      { unreconciled_count: 0, last_reconciled_date: '2026-04-30', last_statement_balance: { amount: '1127070' } },
    ],
  })
  expect((await call('GET', `${run}/report`)).body).toMatchObject({ difference: { amount: '0' } })
  expect(await call('POST', `${run}/reopen`, { body: {} })).toMatchObject({ status: 400 })
  expect(await call('POST', `${run}/reopen`, { body: { reason: 'a fee is missing' } })).toMatchObject({
    status: 200,
    body: { status: 'completed', closed_at: null },
  })

  // 7. The old trigger answers the run that is open; deleting takes every decision back first.
  const legacy = await call<{ run_id: string }>('POST', '/v1/ledgers/1810/reconcile')
  expect(legacy).toMatchObject({ status: 202, body: { run_id: created.body.id } })
  expect(legacy.headers.get('deprecation')).toBe('true')
  await settled().toBe('completed')
  expect(await call('DELETE', run)).toMatchObject({ status: 409, body: { code: 'run_has_decisions' } })
  expect((await call('DELETE', `${run}?force=true`)).status).toBe(204)
  expect((await call('GET', run)).status).toBe(404)
  expect(
    (await call<{ balance_posted: { amount: string } }>('GET', '/v1/ledgers/6855')).body.balance_posted.amount,
  ).toBe('0')
})
