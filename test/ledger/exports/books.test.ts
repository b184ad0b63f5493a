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
