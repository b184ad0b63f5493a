import { readSheet } from 'read-excel-file/node'
import { expect, test, vi } from 'vitest'
import { download } from '../support/download.ts'
import { openCase125 } from '../support/report-world.ts'

vi.setConfig({ testTimeout: 60_000 })

test('the lists of the books are files too: chart, accounts, entries, trial balance, runs, rules, names, imports, history', async () => {
  const { core, user, books } = await openCase125()
  const csv = async (path: string) =>
    (await download(core, user, path)).text.replace('\ufeff', '').trimEnd().split('\r\n')

  const trial = await csv('/v1/ledgers/trial-balance?format=csv&lang=es&columns=code,debit,credit,balance')
  expect(trial[0]).toBe('Código;Debe;Haber;Saldo')
  expect(trial).toContain('1810;10300.00;300.00;10000.00')

  const filter = encodeURIComponent(JSON.stringify({ open_amount: { ne: 0 } }))
  const entries = await csv(
    `/v1/ledgers/entries?ledger_id=${books.bank.id}&format=csv&filter=${filter}&columns=document_no,open_amount`,
  )
  expect(entries).toContain('12345678901234567890,-300.00')

  const accounts = await readSheet((await download(core, user, '/v1/ledgers/accounts?format=xlsx')).bytes)
  expect(accounts.find((row) => row[0] === '1810')).toMatchObject({ 0: '1810', 2: 'EUR', 4: 10_250, 5: 10_000 })

  expect(await csv('/v1/ledgers?format=csv&columns=code,account_identifiers')).toContain('1810,DE89370400440532013000')
  expect((await csv('/v1/ledgers/audit?format=csv&entity=match&columns=action,entity'))[1]).toBe('manual_match,match')
  for (const list of ['rules', 'counterparties', 'imports', 'reconciliation/runs'])
    expect((await csv(`/v1/ledgers/${list}?format=csv`)).length).toBeGreaterThan(0)
})

test('amounts of two currencies keep the decimals of each', async () => {
  const { core, user } = await openCase125()
  await user.post('/v1/ledgers', { code: 'JPY1', type: 'asset', currency_code: 'JPY' })
  await user.post('/v1/ledgers', { code: 'JPY2', type: 'asset', currency_code: 'JPY' })
  const posted = await user.post('/v1/ledgers/journals', {
    booking_date: '2025-01-10',
    entries: [
      { ledger_id: 'JPY1', type: 'debit', amount: 1234 },
      { ledger_id: 'JPY2', type: 'credit', amount: 1234 },
    ],
  })
  expect(posted.status).toBe(201)
  const { text } = await download(core, user, '/v1/ledgers/trial-balance?format=csv&columns=code,balance')
  expect(text).toContain('JPY1,1234\r\n')
  expect(text).toContain('1810,10000.00\r\n')
})

test('a file of a list is sorted as the list is, also where the list answers all of itself', async () => {
  const { core, user, books } = await openCase125()
  const column = async (path: string) =>
    (await download(core, user, path)).text.replace('\ufeff', '').trimEnd().split('\r\n').slice(1)

  const byBalance = await column('/v1/ledgers/trial-balance?format=csv&columns=balance&sort=balance')
  expect(byBalance.length).toBeGreaterThan(1)
  expect(byBalance.map(Number)).toEqual(byBalance.map(Number).sort((a, b) => a - b))
  const chart = await column('/v1/ledgers?format=csv&columns=code&sort=code&order=desc')
  expect(chart).toEqual([...chart].sort().reverse())
  const amounts = await column(
    `/v1/ledgers/entries?ledger_id=${books.bank.id}&format=csv&columns=signed_amount&sort=signed_amount&order=desc`,
  )
  expect(amounts.length).toBeGreaterThan(1)
  expect(amounts.map(Number)).toEqual(amounts.map(Number).sort((a, b) => b - a))

  const refused = await user.get('/v1/ledgers/trial-balance?format=csv&sort=colour')
  expect(refused.status).toBe(400)
  expect(refused.body).toMatchObject({ code: 'invalid_request', details: { sort: expect.stringContaining('balance') } })
})

test('what a column shows, its list can be sorted by', async () => {
  const { user } = await openCase125()
  for (const [list, keys] of Object.entries({
    entries: ['booking_date', 'value_date', 'due_date', 'document_no', 'counterparty_name', 'reconciliation_status'],
    'reconciliation/runs': [
      'period_from',
      'ledger_code',
      'status',
      'proof_status',
      'closing_balance',
      'closed_at',
      'note',
    ],
    counterparties: ['name', 'usual_lag_days', 'modified_at'],
    imports: ['file_name', 'created_at', 'created_by', 'imported', 'skipped', 'undone_at'],
    rules: ['position', 'state', 'hits', 'last_used_at'],
    audit: ['at', 'actor', 'entity', 'reason', 'seq'],
  }))
    for (const key of keys)
      for (const order of ['asc', 'desc'])
        expect([list, key, (await user.get(`/v1/ledgers/${list}?sort=${key}&order=${order}`)).status]).toEqual([
          list,
          key,
          200,
        ])

  const { body } = await user.get('/v1/ledgers/entries?sort=reconciliation_status&order=asc')
  const statuses = (body as { data: { reconciliation_status: string }[] }).data.map((row) => row.reconciliation_status)
  expect(statuses).toEqual([...statuses].sort())
})
