import { expect, test, vi } from 'vitest'
import { type Door, openDoor } from '../support/door.ts'
import { type ItemAnswer, type Listed, type RunAnswer, runsPath } from '../support/world.ts'

// Every import and matching pass runs in a thread of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const refused = (...fields: readonly string[]) => ({
  status: 400,
  body: {
    code: 'invalid_request',
    details: Object.fromEntries(fields.map((field) => [field, expect.any(String)])),
  },
})
const addLedger = ({ call }: Door, code: string, type: string, more: object = {}) =>
  call<{ id: string }>('POST', '/v1/ledgers', { body: { code, type, currency_code: 'EUR', ...more } })

async function openBooks() {
  const door = await openDoor()
  await addLedger(door, '1810', 'asset', { is_reconcilable: true })
  await addLedger(door, '6855', 'expense')
  const run = await door.call<RunAnswer>('POST', runsPath, { body: { ledger_id: '1810' } })
  return { ...door, run: `${runsPath}/${run.body.id}` }
}
const journal = (amount: unknown, more: object = {}, facts: object = {}) => ({
  body: {
    booking_date: '2026-03-05',
    ...more,
    entries: [
      { ledger_id: '1810', type: 'debit', amount, ...facts },
      { ledger_id: '6855', type: 'credit', amount },
    ],
  },
})
const table = (text: string, encoding: BufferEncoding = 'utf8') =>
  new File([Buffer.from(`Date;Text;Amount;Currency\n${text}`, encoding)], 'lines.csv')

test('a mistyped field of a decision is named, and nothing is decided', async () => {
  const { call, sendFile, run } = await openBooks()
  const upload = await sendFile(`${run}/sources/upload`, table('2026-03-05;Fee;-7,00;EUR\n'))
  expect(upload.status).toBe(201)
  const { body: items } = await call<Listed<ItemAnswer>>('GET', `${run}/items`)
  const item = `/v1/ledgers/reconciliation/items/${items.data[0]?.id}`

  const mistyped: readonly (readonly [string, string, object, string])[] = [
    ['POST', `${run}/auto-match`, { dryrun: true }, 'dryrun'],
    ['POST', `${item}/close`, { reason: 'manual_review', legder_id: '6855' }, 'legder_id'],
    ['POST', `${run}/manual-match`, { source_entry_ids: ['a'], ledger_entry_ids: ['b'], notes: 'x' }, 'notes'],
    ['POST', `${run}/accept-all`, { minband: 'strong' }, 'minband'],
    ['POST', `${run}/undo`, { audit_eventid: 7 }, 'audit_eventid'],
    ['POST', `${run}/close`, { proofoverride: 'I know' }, 'proofoverride'],
    ['PATCH', run, { note: 'March', verson: 9 }, 'verson'],
    ['POST', runsPath, { ledger_id: '1810', idempotencyKey: 'a' }, 'idempotencyKey'],
    ['POST', '/v1/ledgers/1810/reconcile', { notes: 'a' }, 'notes'],
  ]
  for (const [method, path, body, field] of mistyped)
    expect(await call(method, path, { body }), field).toMatchObject(refused(field))
  expect(await call('POST', '/v1/ledgers/journals', journal(100, {}, { document_nr: '7' }))).toMatchObject(
    refused('entries.0.document_nr'),
  )

  expect(await call('GET', run)).toMatchObject({ body: { status: 'pending', note: null } })
  expect(await call('GET', runsPath)).toMatchObject({ body: { total: 1 } })
  expect(await call('GET', item)).toMatchObject({ body: { match_status: 'unmatched' } })
  expect(await call('GET', '/v1/ledgers/entries')).toMatchObject({ body: { total: 0 } })
})

test('what was read can be changed and sent back as a whole', async () => {
  const { call } = await openBooks()
  const made: readonly (readonly [string, object, object])[] = [
    ['/v1/ledgers', { code: '1200', type: 'asset', currency_code: 'EUR' }, { description: 'Customers' }],
    [
      '/v1/ledgers/counterparties',
      { name: 'Nord', aliases: [{ text: 'NORD GMBH' }], accounts: [{ identifier: 'DE89370400440532013000' }] },
      { usual_lag_days: 3 },
    ],
    [
      '/v1/ledgers/rules',
      { conditions: { contains: ['fee'] }, action: { ledger_id: '6855', reason: 'bank_fee' } },
      { state: 'disabled' },
    ],
  ]
  for (const [path, body, change] of made) {
    const created = await call<{ id: string }>('POST', path, { body })
    expect(created.status, path).toBe(201)
    const read = await call<object>('GET', `${path}/${created.body.id}`)
    const saved = await call('PATCH', `${path}/${created.body.id}`, { body: { ...read.body, ...change } })
    expect(saved, path).toMatchObject({ status: 200, body: { version: 2, ...change } })
  }
})

test('a field of an upload that is not known, or a word that it does not take, refuses the file', async () => {
  const { call, sendFile, run } = await openBooks()
  const file = () => table('2026-03-05;Fee;-7,00;EUR\n')
  expect(await sendFile(`${run}/sources/upload`, file(), { idempotencyKey: 'a' })).toMatchObject(
    refused('idempotencyKey'),
  )
  expect(await sendFile(`${run}/sources/upload`, file(), { force: 'yes' })).toMatchObject(refused('force'))
  expect(await sendFile('/v1/ledgers/reconciliation/sources/preview', file(), { ledger: '1810' })).toMatchObject(
    refused('ledger'),
  )
  expect(await sendFile('/v1/ledgers/entries/import', file(), { excludelines: '2' })).toMatchObject(
    refused('excludelines'),
  )
  expect(await call('GET', `${run}/sources`)).toMatchObject({ body: { total: 0 } })
  // A form of a page sends what was left out as an empty field.
  expect(await sendFile(`${run}/sources/upload`, file(), { force: '', mapping: '' })).toMatchObject({ status: 201 })
})

test('the encoding that was chosen for the preview is the one that the import reads with', async () => {
  const { call, sendFile, run } = await openBooks()
  // 0xB9 is "ą" in windows-1250 and "¹" in windows-1252.
  const file = () => table('2026-03-05;Ksi\u00b9ka;-7,00;EUR\n', 'latin1')
  const fields = { encoding: 'windows-1250' }
  const preview = await sendFile<{ files: { encoding: string }[] }>(
    '/v1/ledgers/reconciliation/sources/preview',
    file(),
    { ...fields, ledger_id: '1810' },
  )
  expect(preview.body.files).toMatchObject([{ encoding: 'windows-1250' }])
  expect(await sendFile(`${run}/sources/upload`, file(), fields)).toMatchObject({
    status: 201,
    body: { source_file: { encoding: 'windows-1250' } },
  })
  const { body: items } = await call<Listed<ItemAnswer>>('GET', `${run}/items`)
  expect(items.data[0]?.remittance_text).toContain('Ksiąka')
})

test('money in other decimals than those of its ledger is refused, not read as another amount', async () => {
  const door = await openBooks()
  const { call } = door
  const money = (precision: number, currency = 'EUR') => ({ amount: '1000', currency, precision })
  expect(await call('POST', '/v1/ledgers/journals', journal(money(3)))).toMatchObject(refused('entries.0.amount'))
  expect(await call('POST', '/v1/ledgers/journals', journal(money(2, 'USD')))).toMatchObject(
    refused('entries.0.amount'),
  )
  const original = (currency: string, precision: number) =>
    call('POST', '/v1/ledgers/journals', journal(money(2), {}, { original_amount: money(precision, currency) }))
  expect(await original('QQQ', 2)).toMatchObject(refused('entries.0.original_amount'))
  expect(await original('JPY', 2)).toMatchObject(refused('entries.0.original_amount'))
  expect(await original('JPY', 0)).toMatchObject({ status: 201 })

  // A ledger with decimals of its own takes and shows them.
  await addLedger(door, '1900', 'asset', { precision_override: 3 })
  await addLedger(door, '1901', 'asset', { precision_override: 3 })
  const entries = [
    { ledger_id: '1900', type: 'debit', amount: money(3) },
    { ledger_id: '1901', type: 'credit', amount: money(3) },
  ]
  const booked = await call<{ id: string }>('POST', '/v1/ledgers/journals', { body: { entries } })
  const shown = { entries: [{ amount: money(3) }, { amount: money(3) }] }
  expect(booked).toMatchObject({ status: 201, body: shown })
  expect(await call('GET', `/v1/ledgers/journals/${booked.body.id}`)).toMatchObject({ body: shown })
  expect(await call('GET', '/v1/ledgers/entries?ledger_id=1900')).toMatchObject({
    body: { data: [{ amount: money(3), open_amount: money(3) }] },
  })
})

test('a filter that does not say what is wanted of a field is refused, not taken for everything', async () => {
  const { call } = await openBooks()
  for (const wanted of [{}, []])
    expect(
      await call('GET', `/v1/ledgers?filter=${encodeURIComponent(JSON.stringify({ code: wanted }))}`),
    ).toMatchObject(refused('code'))
  expect(await call('GET', `/v1/ledgers?filter=${encodeURIComponent('{}')}`)).toMatchObject({
    status: 200,
    body: { total: 2 },
  })
})
