import { expect, test, vi } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { createTestCore, testPassword } from '../../support/core.ts'
import { openBooks } from '../support/books.ts'
import { sendBooks } from '../support/books-upload.ts'
import { camt, uploadTo } from '../support/statement-files.ts'
import { tamper, verifyFolder } from '../support/verify.ts'
import { openRun } from '../support/world.ts'

// Every import and pack is made in a thread of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

const english = [
  'Posting Date,Voucher,Account,Debit,Credit,Document No,Description,Customer,Currency',
  '2025-01-01,1,1810,"10,000.00",,,Opening balance,,EUR',
  '2025-01-01,1,1600,,"10,000.00",,Opening balance,,EUR',
  '2025-01-10,2,1810,500.00,,INV-7,Payment received,Acme GmbH,EUR',
  '2025-01-10,2,1200,,500.00,INV-7,Payment received,Acme GmbH,EUR',
  '2025-01-31,3,6855 Bank fees,12.50,,,Account fee,,EUR',
  '2025-01-31,3,1810,,12.50,,Account fee,,EUR',
].join('\r\n')

interface ImportAnswer {
  readonly import: { readonly id: string; readonly imported: number; readonly undone_at: string | null } | null
  readonly imported: number
  readonly skipped: number
  readonly vouchers: number
  readonly mapping: { readonly date_order: string; readonly decimal: string }
  readonly applied_mapping_id: string | null
  readonly code: string
  readonly message: string
  readonly details: readonly { readonly line: number; readonly code: string; readonly message: string }[]
  readonly faults: readonly { readonly line: number; readonly code: string }[]
  readonly questions: readonly { readonly code: string; readonly choices: readonly string[] }[]
  readonly sample: readonly { readonly known: boolean; readonly opening: boolean }[]
  readonly known_vouchers: number
}

async function openChart() {
  const core = await createTestCore()
  const user = await core.signUp()
  return { core, user, books: await openBooks(user) }
}
const balance = async (user: Awaited<ReturnType<typeof openChart>>['user'], code: string) =>
  (await user.get<{ balance_posted: { amount: string } }>(`/v1/ledgers/${code}`)).body.balance_posted.amount

test('an export is previewed, booked, and adds nothing when it comes again, alone or in a longer one', async () => {
  const { core, user } = await openChart()
  const seen = await sendBooks<ImportAnswer>(core, user, english, { preview: true })
  expect(seen).toMatchObject({
    status: 200,
    body: { vouchers: 3, known_vouchers: 0, faults: [], questions: [], applied_mapping_id: null, rows: 6 },
  })
  expect(seen.body.sample.map(({ opening }) => opening)).toEqual([true, false, false])
  expect(await balance(user, '1810')).toBe('0')

  const first = await sendBooks<ImportAnswer>(core, user, english)
  expect(first).toMatchObject({
    status: 201,
    body: { imported: 6, skipped: 0, vouchers: 3, import: { undone_at: null } },
  })
  expect(await balance(user, '1810')).toBe('1048750')
  const entries = await user.get('/v1/ledgers/entries?ledger_id=1810&sort=booking_date&order=asc')
  expect(entries.body).toMatchObject({
    data: [
      { event: 'opening_balance', source: 'import' },
      { event: null, document_no: 'INV-7', counterparty_name: 'Acme GmbH', description: 'Payment received' },
      {},
    ],
  })

  const again = await sendBooks<ImportAnswer>(core, user, english)
  expect(again).toMatchObject({ status: 200, body: { imported: 0, skipped: 6, import: null } })
  expect(again.body.applied_mapping_id).not.toBeNull()
  const longer = `${english}\r\n2025-02-01,4,1810,1.00,,,Cash,,EUR\r\n2025-02-01,4,1200,,1.00,,Cash,,EUR`
  expect(await sendBooks(core, user, longer)).toMatchObject({ status: 201, body: { imported: 2, skipped: 6 } })
  expect(await balance(user, '1810')).toBe('1048850')
  expect(verifyFolder(core.dataDir).faults).toEqual([])
})

test.each([
  [
    'de',
    'Buchungsdatum;Belegnummer;Konto;Soll;Haben;Belegfeld 1;Buchungstext\r\n31.01.2025;17;1810;1.234,56;;RE-1;Zahlung\r\n31.01.2025;17;1200;;1.234,56;RE-1;Zahlung',
    { decimal: ',', date_order: 'dmy' },
  ],
  [
    'es',
    'Fecha;Asiento;Cuenta;Debe;Haber;Documento;Concepto\r\n31/01/2025;A1;1810;1.234,56;0,00;F-1;Cobro\r\n31/01/2025;A1;1200;0,00;1.234,56;F-1;Cobro',
    { decimal: ',', date_order: 'dmy' },
  ],
  [
    'fr',
    'JournalCode;EcritureDate;EcritureNum;CompteNum;Libellé;Débit;Crédit\r\nBQ;20250131;9;1810;Règlement;1234,56;0,00\r\nBQ;20250131;9;1200;Règlement;0,00;1234,56',
    { decimal: ',', date_order: 'ymd' },
  ],
  [
    'signed, with a contra account and no voucher numbers',
    'Date\tGL Account\tContra Account\tAmount\tDescription\r\n2025-01-31\t1810\t1200\t1234.56\tReceipt',
    { decimal: '.' },
  ],
  [
    'amount and side',
    'Datum;Konto;Gegenkonto;Umsatz;Soll/Haben;Buchungstext\r\n31.01.2025;1810;1200;1.234,56;S;Zahlung',
    { decimal: ',' },
  ],
])('headers are recognised: %s', async (_, file, mapping) => {
  const { core, user } = await openChart()
  const done = await sendBooks<ImportAnswer>(core, user, file)
  expect(done).toMatchObject({ status: 201, body: { imported: 2, vouchers: 1, mapping } })
  expect(await balance(user, '1810')).toBe('123456')
})

test('a workbook is read with its dates and numbers', async () => {
  const { core, user } = await openChart()
  const bytes = await writeXlsxFile([
    ['Fecha', 'Asiento', 'Cuenta', 'Debe', 'Haber', 'Concepto'],
    [{ value: new Date('2025-01-05T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' }, 7, '1810', 1234.5, null, 'Cobro'],
    [{ value: new Date('2025-01-05T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' }, 7, 1200, null, 1234.5, 'Cobro'],
  ]).toBuffer()
  const done = await sendBooks<ImportAnswer>(core, user, new Uint8Array(bytes), { name: 'mayor.xlsx' })
  expect(done).toMatchObject({ status: 201, body: { imported: 2, format: 'xlsx' } })
  expect(await balance(user, '1810')).toBe('123450')
})

test('every fault is named by its line, and nothing is booked', async () => {
  const { core, user } = await openChart()
  const file = english
    .replace('1810,500.00', '9999,500.00')
    .replace('2025-01-31,3,6855', '2025-02-31,3,6855')
    .replace(',12.50,,Account fee', ',12.505,,Account fee')
  const refused = await sendBooks<ImportAnswer>(core, user, file)
  expect([refused.status, refused.body.code]).toEqual([422, 'import_faults'])
  expect(refused.body.details.map(({ line, code }) => [line, code])).toEqual([
    [4, 'account_unknown'],
    [6, 'date_invalid'],
    [7, 'amount_precision'],
  ])
  const previewed = await sendBooks<ImportAnswer>(core, user, file, { preview: true })
  expect(previewed.body.faults).toHaveLength(3)
  const unbalanced = await sendBooks<ImportAnswer>(core, user, english.replace(',,500.00', ',,499.00'))
  expect(unbalanced.body.details).toMatchObject([{ line: 4, code: 'voucher_unbalanced' }])
  const without = await sendBooks<ImportAnswer>(core, user, english.replace(',,500.00', ',,499.00'), {
    fields: { exclude_lines: '4,5' },
  })
  expect(without).toMatchObject({ status: 201, body: { imported: 4 } })
})

test('a voucher that changed since its import is a fault, not a second booking', async () => {
  const { core, user } = await openChart()
  await sendBooks(core, user, english)
  const changed = await sendBooks<ImportAnswer>(
    core,
    user,
    english.replace(
      'INV-7,Payment received,Acme GmbH,EUR\r\n2025-01-10,2,1200',
      'INV-8,Payment received,Acme GmbH,EUR\r\n2025-01-10,2,1200',
    ),
  )
  expect(changed.body.details).toMatchObject([{ line: 4, code: 'voucher_changed' }])
})

test('an order of day and month that nothing decides is asked, and the answer is kept for the header', async () => {
  const { core, user } = await openChart()
  const rows = (day: string, voucher: string) => `${day};${voucher};1810;10,00;\r\n${day};${voucher};1200;;10,00\r\n`
  const file = `Fecha;Asiento;Cuenta;Debe;Haber\r\n${rows('03/04/2025', '1')}${rows('05/01/2025', '2')}${rows('02/03/2025', '3')}`
  const asked = await sendBooks<ImportAnswer>(core, user, file)
  expect([asked.status, asked.body.code]).toEqual([422, 'confirmation_required'])
  const answers = JSON.stringify({ date_order: 'dmy' })
  expect(await sendBooks(core, user, file, { fields: { answers } })).toMatchObject({ status: 201 })
  const next = await sendBooks<ImportAnswer>(
    core,
    user,
    `Fecha;Asiento;Cuenta;Debe;Haber\r\n${rows('04/05/2025', '4')}`,
  )
  expect(next).toMatchObject({ status: 201, body: { mapping: { date_order: 'dmy' } } })
})

test('a mapping that is sent says which column is what; one for another header is refused', async () => {
  const { core, user } = await openChart()
  const file = 'A;B;C;D;E\r\n2025-01-01;x;1810;5,00;\r\n2025-01-01;x;1200;;5,00'
  const unknown = await sendBooks<ImportAnswer>(core, user, file)
  expect([unknown.status, unknown.body.code]).toEqual([422, 'header_unknown'])
  const roles = ['date', 'voucher', 'account', 'debit', 'credit']
  const mapping = JSON.stringify({
    columns: ['A', 'B', 'C', 'D', 'E'].map((header, at) => ({ header, role: roles[at] })),
    date_order: 'ymd',
    decimal: ',',
  })
  expect(await sendBooks(core, user, file, { fields: { mapping } })).toMatchObject({
    status: 201,
    body: { imported: 2 },
  })
  expect(await sendBooks(core, user, file)).toMatchObject({ status: 200, body: { skipped: 2 } })
  const other = await sendBooks<ImportAnswer>(core, user, english, { fields: { mapping } })
  expect([other.status, other.body.code]).toEqual([422, 'mapping_does_not_fit'])
})

test('an import is undone as a whole; an accepted match that uses it is named first', async () => {
  const { core, user, run, path, items } = await openRun()
  const { body } = await sendBooks<ImportAnswer>(core, user, english)
  const id = body.import?.id
  await uploadTo(core, user, run.id, camt({ entries: [{ amount: 50_000, date: '2025-01-10', name: 'Acme GmbH' }] }))
  const [line] = await items()
  const { body: entries } = await user.get<{ data: { id: string; document_no: string | null }[] }>(
    '/v1/ledgers/entries?ledger_id=1810',
  )
  const entry = entries.data.find(({ document_no: document }) => document === 'INV-7')
  const match = await user.post<{ id: string }>(`${path}/manual-match`, {
    source_entry_ids: [line?.id],
    ledger_entry_ids: [entry?.id],
  })
  expect(match.status).toBe(201)
  const refused = await user.post<{ code: string; message: string }>(`/v1/ledgers/imports/${id}/undo`)
  expect([refused.status, refused.body.code]).toEqual([409, 'import_in_use'])
  expect(refused.body.message).toContain(`INV-7 (${match.body.id})`)
  await user.post(`/v1/ledgers/reconciliation/matches/${match.body.id}/reject`, { reason: 'undo' })

  expect(await user.post(`/v1/ledgers/imports/${id}/undo`)).toMatchObject({ status: 200, body: { removed: 3 } })
  expect(await balance(user, '1810')).toBe('0')
  expect(await user.post(`/v1/ledgers/imports/${id}/undo`)).toMatchObject({ status: 200, body: { removed: 0 } })
  expect((await user.get('/v1/ledgers/imports')).body).toMatchObject({
    total: 1,
    data: [{ id, undone_at: expect.any(String) }],
  })
  expect(await sendBooks(core, user, english)).toMatchObject({ status: 201, body: { imported: 6 } })
  expect(verifyFolder(core.dataDir).faults).toEqual([])
})

test('what a crash left of an import is gone after the next start, and the import can be sent again', async () => {
  const { core, user } = await openChart()
  await sendBooks(core, user, english)
  await core.core.stop()
  // As it stands on disk when the program dies before the last voucher.
  tamper(core.dataDir, 'update ledger_imports set undone_at = created_at')
  const next = await createTestCore({ dataDir: core.dataDir })
  const { body } = await next.call<{ token: string }>('POST', '/auth/login', {
    email: 'user1@example.com',
    password: testPassword,
  })
  const again = { ...user, token: body.token, get: (path: string) => next.call('GET', path, undefined, body.token) }
  await expect
    .poll(async () => (await again.get('/v1/ledgers/1810')).body, { timeout: 60_000 })
    .toMatchObject({ balance_posted: { amount: '0' } })
  expect(await sendBooks(next, again as typeof user, english)).toMatchObject({ status: 201, body: { imported: 6 } })
})

test('a voucher whose every line was changed since is told and not booked beside the old one', async () => {
  const { core, user } = await openChart()
  await sendBooks<ImportAnswer>(core, user, english)
  const changed = english.replaceAll('12.50', '13.50')
  const seen = await sendBooks<ImportAnswer>(core, user, changed, { preview: true })
  expect(seen.body.faults).toMatchObject([{ code: 'voucher_changed', line: 6 }])
  const refused = await sendBooks<ImportAnswer>(core, user, changed)
  expect(refused).toMatchObject({ status: 422, body: { code: 'import_faults' } })
  expect(await balance(user, '1810')).toBe('1048750')

  const another = english.replace('6855 Bank fees,12.50', '1460,12.50').replaceAll('2025-01-31', '2025-02-28')
  expect((await sendBooks<ImportAnswer>(core, user, another)).status).toBe(201)
})
