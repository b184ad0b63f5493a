import readXlsxFile from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { download } from '../support/download.ts'
import { openCase125 } from '../support/report-world.ts'
import { camt, uploadTo } from '../support/statement-files.ts'
import { runsPath } from '../support/world.ts'

const eur = (amount: string) => ({ amount, currency: 'EUR', precision: 2 })

test('case 125: ledger 10 000.00, statement 10 250.00, payment 300.00 outstanding, fee 50.00 unrecorded: both 9 950.00', async () => {
  const { user, path, file, matchId } = await openCase125()
  const { status, body } = await user.get(`${path}/report`)
  expect(status).toBe(200)
  expect(body).toMatchObject({
    ledger: '1810',
    currency: 'EUR',
    bank: {
      statement_closing: eur('1025000'),
      ledger_receipts: eur('0'),
      ledger_payments: eur('-30000'),
      adjusted_bank: eur('995000'),
    },
    books: {
      ledger_balance: eur('1000000'),
      statement_receipts: eur('0'),
      statement_payments: eur('-5000'),
      adjusted_books: eur('995000'),
    },
    difference: eur('0'),
    proofs: [{ proof: 'proved', opening: eur('800000'), closing: eur('1025000') }],
    matched: [{ match: matchId, amount: eur('230000'), books_amount: eur('230000'), by: 'user1@example.com' }],
    partials: [],
    bank_outstanding: [{ open: eur('-5000'), age: 0, bucket: '0-30' }],
    ledger_outstanding: [{ open: eur('-30000'), date: '2025-01-30', age: 1 }],
  })
  const { files } = body as { files: { file: string; hash: string; imported: number }[] }
  expect(files).toMatchObject([{ file: 'statement.xml', imported: 2 }])
  expect(files[0]?.hash).toMatch(/^[0-9a-f]{64}$/)
  expect(file.status).toBe('processed')
})

test('the report of January stays as it is when February’s statement is matched', async () => {
  const { core, user, newRun, path, payment, fee, items } = await openCase125()
  await user.post(`/v1/ledgers/reconciliation/items/${fee?.id}/close`, { ledger_id: '6855', reason: 'bank_fee' })
  expect(await user.post(`${path}/close`)).toMatchObject({ status: 200 })
  const january = (await user.get<object>(`${path}/report`)).body
  const february = await newRun('February')
  const uploaded = await uploadTo(
    core,
    user,
    february.id,
    camt({ id: 'S-2', opening: 1_025_000, entries: [{ amount: -30_000, date: '2025-02-03', name: 'Supplier Ltd' }] }),
  )
  expect(uploaded.status).toBe(201)
  const [line] = await items(february.id)
  const matched = await user.post(`${runsPath}/${february.id}/manual-match`, {
    source_entry_ids: [line?.id],
    ledger_entry_ids: [payment.id],
  })
  expect(matched.status).toBe(201)
  expect((await user.get(`${path}/report`)).body).toEqual({
    ...january,
    created_at: expect.any(String),
  })
  expect((await user.get(`${runsPath}/${february.id}/report`)).body).toMatchObject({
    difference: eur('0'),
    ledger_outstanding: [],
  })
})

test('a proof that was overridden prints its reason', async () => {
  const { user, path, fee } = await openCase125()
  await user.post(`/v1/ledgers/reconciliation/items/${fee?.id}/close`, {
    ledger_id: '6855',
    reason: 'bank_fee',
    note: 'Q1',
  })
  await user.post(`${path}/close`, { statement: 'Checked.', proof_override: 'Bank confirmed by phone' })
  const { body } = await user.get(`${path}/report?lang=es`)
  expect(body).toMatchObject({
    status: 'cerrada',
    reviewed_by: 'user1@example.com',
    close_statement: 'Checked.',
    proof_override: 'Bank confirmed by phone',
    closed: [{ reason: 'comisión bancaria', note: 'Q1', contra: '6855', amount: eur('-5000') }],
    discrepancies: [{ what: 'Prueba aceptada porque', note: 'Bank confirmed by phone' }],
  })
})

test('CSV: mark, CR LF, plain decimals, guarded texts; comma and semicolon', async () => {
  const { core, user, path } = await openCase125()
  const { type, text } = await download(core, user, `${path}/report?format=csv`)
  expect(type).toBe('text/csv; charset=utf-8')
  expect(text.startsWith('\ufeffReconciliation statement\r\n')).toBe(true)
  expect(text).toContain('Adjusted bank balance,9950.00\r\n')
  expect(text).toContain(',-50.00,')
  expect(text).toContain(`"'=HYPERLINK(""http://x"",""y"")"`)
  expect(text).toContain("'+49 fee")
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  const spanish = await download(core, user, `${path}/report?format=csv&lang=es&decimals=comma`)
  expect(spanish.text).toContain('Saldo bancario ajustado;9950,00\r\n')
})

test('case 129: XLSX keeps references with leading zeros and long numbers as text, amounts and days as numbers', async () => {
  const { core, user, path } = await openCase125()
  const { bytes } = await download(core, user, `${path}/report?format=xlsx`)
  const sheets = await readXlsxFile(bytes)
  expect(sheets.map(({ sheet }) => sheet)).toEqual(
    [
      'Summary',
      'Proof per statement',
      'Matched',
      'Partly matched',
      'Closed items with reasons',
      'On the statement, not in the led',
      'In the ledger, not on the statem',
      'Discrepancies and overrides',
      'Files',
      'Settings used',
    ].map((name) => name.slice(0, 31)),
  )
  const rowsOf = (index: number) => sheets[index]?.data ?? []
  expect(rowsOf(0)).toContainEqual(['Adjusted bank balance', 9950])
  expect(rowsOf(6)[1]).toEqual([
    new Date('2025-01-30T00:00:00Z'),
    'Supplier Ltd',
    null,
    '12345678901234567890',
    -300,
    1,
    '0-30',
  ])
  expect(rowsOf(2)[1]).toContain('000123')
})

test('the same run gives the same bytes but for the stamp of creation', async () => {
  let at = Date.parse('2025-02-01T10:00:00Z')
  const { core, user, path } = await openCase125({ now: () => at })
  for (const format of ['xlsx', 'pdf', 'csv', 'json']) {
    const first = await download(core, user, `${path}/report?format=${format}`)
    const second = await download(core, user, `${path}/report?format=${format}`)
    expect(second.bytes.equals(first.bytes), format).toBe(true)
    at += 60_000
    const later = await download(core, user, `${path}/report?format=${format}`)
    expect(later.bytes.equals(first.bytes), format).toBe(false)
  }
})

test('PDF: embedded fonts, A4 and Letter', async () => {
  const { core, user, path } = await openCase125()
  const { bytes, type } = await download(core, user, `${path}/report?format=pdf`)
  const text = bytes.toString('latin1')
  expect(type).toBe('application/pdf')
  expect(text.startsWith('%PDF-')).toBe(true)
  expect(text).toContain('FontFile2')
  expect(text).toContain('DejaVuSansCondensed')
  expect(text).not.toContain('Helvetica')
  expect(text).toContain('/MediaBox [0 0 595.28 841.89]')
  const letter = await download(core, user, `${path}/report?format=pdf&paper=letter&lang=es`)
  expect(letter.bytes.toString('latin1')).toContain('/MediaBox [0 0 612 792]')
})

test('a report of another user’s run is not there; a format nobody knows is refused', async () => {
  const { core, user, path } = await openCase125()
  const other = await core.signUp()
  expect((await other.get(`${path}/report`)).status).toBe(404)
  expect(await user.get(`${path}/report?format=docx`)).toMatchObject({ status: 400, body: { code: 'invalid_request' } })
})
