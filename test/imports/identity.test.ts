import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { camt } from '../ledger/support/statement-files.ts'
import { writeZip } from '../support/zip-writer.ts'
import { openAccount, type Refused, table } from './support/world.ts'

const ana = ['2025-03-14', 'Ana Ruiz', '100.00'] as const
const juan = ['2025-03-14', 'Juan Perez', '250.00'] as const
const rent = ['2025-03-15', 'Landlord', '-700.00'] as const

describe('a statement file imported into an account', { timeout: 60_000 }, () => {
  test('brings its credits once; debits are counted and not brought', async () => {
    const world = await openAccount()

    const { status, body } = await world.import(table(ana, juan, rent))

    expect(status).toBe(201)
    expect(body).toMatchObject({ status: 'done', format: 'csv', inserted: 2, duplicates: 0, debits: 1 })
    expect(body.totals).toEqual({ EUR: { credits: 2, credit_sum: '350.00', debits: 1, debit_sum: '700.00' } })
    const movements = await world.movements()
    expect(movements.map(({ amount, sender_name, currency }) => [amount, sender_name, currency]).sort()).toEqual([
      ['100.00', 'Ana Ruiz', 'EUR'],
      ['250.00', 'Juan Perez', 'EUR'],
    ])
    expect(movements[0]?.received_at.slice(0, 10)).toBe('2025-03-14')
  })

  test('74: twice is refused; with force it adds nothing', async () => {
    const world = await openAccount()
    const file = table(ana, juan)
    const first = await world.import(file)

    const again = await world.import<Refused>(file)
    expect(again.status).toBe(409)
    expect(again.body.code).toBe('duplicate_file')
    expect(again.body.details?.issues).toEqual([{ path: 'import_id', message: first.body.id }])

    const forced = await world.import(file, { force: 'true' })
    expect(forced.body).toMatchObject({ inserted: 0, duplicates: 2 })
    expect(await world.movements()).toHaveLength(2)
  })

  test('an idempotency key answers with what it imported, and belongs to one file', async () => {
    const world = await openAccount()
    const first = await world.import(table(ana), { idempotency_key: 'K-1' })

    const same = await world.import(table(ana), { idempotency_key: 'K-1' })
    expect([same.status, same.body.id]).toEqual([200, first.body.id])
    const other = await world.import<Refused>(table(juan), { idempotency_key: 'K-1' })
    expect([other.status, other.body.code]).toEqual([409, 'idempotency_key_reused'])
  })

  test('75: a month after its weeks adds only the new lines', async () => {
    const world = await openAccount()
    await world.import(table(ana, juan))

    const { body } = await world.import(table(ana, juan, ['2025-03-20', 'Eva Sosa', '90.00']))

    expect(body).toMatchObject({ inserted: 1, duplicates: 2 })
    expect(await world.movements()).toHaveLength(3)
  })

  test('76: of two equal payments the evening adds the one that the morning did not have', async () => {
    const world = await openAccount()
    expect((await world.import(table(ana))).body.inserted).toBe(1)

    expect((await world.import(table(ana, ana))).body).toMatchObject({ inserted: 1, duplicates: 1 })
    expect((await world.import(table(ana, ana, juan))).body).toMatchObject({ inserted: 1, duplicates: 2 })
    expect(await world.movements()).toHaveLength(3)
  })

  const ofx = (account: string, ...lines: readonly [id: string, day: string, amount: string][]) => `OFXHEADER:100
DATA:OFXSGML

<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR<BANKACCTFROM><BANKID>1<ACCTID>${account}<ACCTTYPE>CHECKING</BANKACCTFROM>
<BANKTRANLIST>${lines
    .map(
      ([id, day, amount]) =>
        `<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>${day}<TRNAMT>${amount}<FITID>${id}<NAME>Ana Ruiz</STMTTRN>`,
    )
    .join('\n')}</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`

  test('77: the same number of the bank in two accounts is two lines', async () => {
    const world = await openAccount()
    const second = await world.addOne('Second account')
    const file = ofx('12345678', ['F-1', '20250314', '100.00'])

    expect((await world.import(file)).body.inserted).toBe(1)
    expect((await world.importInto(second, file)).body.inserted).toBe(1)
  })

  test('78: a reference that the bank uses again for another amount keeps both and says so', async () => {
    const world = await openAccount()
    await world.import(ofx('12345678', ['F-1', '20250314', '100.00']))

    const { body } = await world.import(ofx('12345678', ['F-1', '20260314', '55.00']))

    expect(body.inserted).toBe(1)
    expect(body.warnings.map(({ code }) => code)).toContain('bank_reference_reused')
  })

  test('71: two equal lines without a number both stay; reading them again adds none', async () => {
    const world = await openAccount()
    const file = ofx('12345678', ['', '20250314', '100.00'], ['', '20250314', '100.00'])

    expect((await world.import(file)).body.inserted).toBe(2)
    expect((await world.import(file, { force: 'true' })).body).toMatchObject({ inserted: 0, duplicates: 2 })
    expect(await world.movements()).toHaveLength(2)
  })

  test('79: a camt file of a day that a table told adds none, makes richer, and keeps the match', async () => {
    const world = await openAccount()
    await world.expectPayments({ external_id: 'A-1', name: 'Ana Ruiz', amount: '100.00', currency: 'EUR' })
    const today = new Date().toISOString().slice(0, 10)
    await world.import(table([today, 'Ana Ruiz', '100.00'], [today, '', '40.00'], [today, 'Rent', '-700.00']))
    expect((await world.requests())[0]?.status).toBe('matched')
    const file = camt({
      entries: [
        { amount: 10_000, date: today, name: 'ANA RUIZ', text: 'Invoice 77', reference: 'R-1' },
        { amount: 4_000, date: today, name: 'Eva Sosa', reference: 'R-2' },
        { amount: -70_000, date: today, name: 'Rent', reference: 'R-3' },
      ],
    })

    const { status, body } = await world.import(file)

    expect(status).toBe(201)
    expect(body).toMatchObject({ inserted: 0, duplicates: 2, enriched: 2 })
    expect((await world.requests())[0]?.status).toBe('matched')
    expect((await world.movements()).map(({ amount, sender_name }) => [amount, sender_name]).sort()).toEqual([
      ['100.00', 'Ana Ruiz'],
      ['40.00', 'Eva Sosa'],
    ])

    await world.undo(body.id)
    expect((await world.movements()).map(({ sender_name }) => sender_name).sort()).toEqual(['Ana Ruiz', null])
  })

  test('a camt file of a day with other amounts than a table told imports nothing until a person chooses', async () => {
    const world = await openAccount()
    await world.import(table(ana, juan))
    const file = camt({
      entries: [
        { amount: 10_000, date: '2025-03-14', name: 'Ana Ruiz', reference: 'R-1' },
        { amount: 9_900, date: '2025-03-14', name: 'Eva Sosa', reference: 'R-2' },
      ],
    })

    const refused = await world.import<Refused>(file)
    expect([refused.status, refused.body.code]).toEqual([422, 'days_differ'])
    expect(refused.body.details?.issues[0]?.message).toContain('2025-03-14')
    expect(await world.movements()).toHaveLength(2)

    const paired = await world.import(file, { answers: JSON.stringify({ days_differ: 'pair' }) })
    expect(paired.body).toMatchObject({ inserted: 1, duplicates: 1 })
    expect(await world.movements()).toHaveLength(3)
  })

  test('a movement that a reading brought and the same line of a file are one; twins stay two', async () => {
    const world = await openAccount()
    await world.scrape(
      {
        external_id: 'S-1',
        amount: '100.00',
        currency: 'EUR',
        sender_name: 'RUIZ ANA',
        received_at: '2025-03-14T15:00:00Z',
      },
      {
        external_id: 'S-2',
        amount: '250.00',
        currency: 'EUR',
        sender_name: 'Somebody Else',
        received_at: '2025-03-14',
      },
    )

    const { body } = await world.import(table(ana, ana, juan))

    // Ana once from the bank and once new; Juan is another payer than somebody else.
    expect(body).toMatchObject({ inserted: 2, duplicates: 1 })
    expect(await world.movements()).toHaveLength(4)
  })

  test('a reading that reports what a file has brought adds nothing, today and tomorrow', async () => {
    const world = await openAccount()
    await world.import(table(ana, ana))
    const rows = ['S-1', 'S-2', 'S-3'].map((external_id) => ({
      external_id,
      amount: '100.00',
      currency: 'EUR',
      sender_name: 'Ana Ruiz',
      received_at: '2025-03-14T09:30:00Z',
    }))

    expect((await world.scrape(...rows)).body).toEqual({ inserted: 1, duplicates: 2 })
    expect((await world.scrape(...rows)).body).toEqual({ inserted: 0, duplicates: 3 })
    expect(await world.movements()).toHaveLength(3)
  })

  test('a batch is brought payment by payment', async () => {
    const world = await openAccount()
    const part = (name: string, amount: string) =>
      `<TxDtls><AmtDtls><TxAmt><Amt Ccy="EUR">${amount}</Amt></TxAmt></AmtDtls><RltdPties><Dbtr><Nm>${name}</Nm></Dbtr></RltdPties></TxDtls>`
    const file = camt({ entries: [{ amount: 30_000, date: '2025-03-14', reference: 'B-1' }] }).replace(
      /<TxDtls>.*<\/TxDtls>/,
      `<Btch><NbOfTxs>2</NbOfTxs></Btch>${part('Ana Ruiz', '100.00')}${part('Juan Perez', '200.00')}`,
    )

    expect((await world.import(file)).body.inserted).toBe(2)
    expect((await world.movements()).map(({ sender_name }) => sender_name).sort()).toEqual(['Ana Ruiz', 'Juan Perez'])
    expect((await world.import(file, { force: 'true' })).body.inserted).toBe(0)
  })

  test('64: a line that cannot be read stops all; left out by number it is remembered', async () => {
    const world = await openAccount()
    const file = table(ana, juan, ana, juan, ana, ['2025-03-14', 'Broken', 'abc'])

    const refused = await world.import<Refused>(file)
    expect([refused.status, refused.body.code]).toEqual([422, 'rows_unreadable'])
    expect(refused.body.details?.issues.map(({ line }) => line)).toEqual([7])
    expect(await world.movements()).toEqual([])
    expect((await world.user.get(`/accounts/${world.accountId}/imports`)).body).toEqual([])

    const { body } = await world.import(file, { exclude_lines: '7' })
    expect(body).toMatchObject({ inserted: 5, excluded_lines: [7] })
  })

  test('a movement that was removed as a duplicate does not come back', async () => {
    const world = await openAccount()
    await world.import(table(ana, juan))
    const db = new SqliteDatabase(join(world.core.dataDir, 'reconbanker.db'))
    db.pragma('foreign_keys = ON')
    db.prepare("delete from movements where sender_name = 'Ana Ruiz'").run()
    db.close()

    const { body } = await world.import(table(ana, juan, rent))

    expect(body).toMatchObject({ inserted: 0, duplicates: 2 })
    expect(await world.movements()).toHaveLength(1)
  })

  test('two files of an archive that overlap bring each line once', async () => {
    const world = await openAccount()
    const zip = writeZip([
      { name: 'a.csv', content: table(ana, juan) },
      { name: 'b.csv', content: table(juan, ['2025-03-20', 'Eva Sosa', '90.00']) },
    ])

    expect((await world.import(new Uint8Array(zip), {}, 'march.zip')).body).toMatchObject({
      inserted: 3,
      duplicates: 1,
    })
  })

  test('a file of another account is refused until a person says that it is this one', async () => {
    const world = await openAccount()
    await world.import(ofx('11112222', ['F-1', '20250314', '100.00']))

    const refused = await world.import<Refused>(ofx('33334444', ['F-2', '20250315', '70.00']))
    expect([refused.status, refused.body.code]).toEqual([422, 'account_mismatch'])

    const accepted = await world.import(ofx('33334444', ['F-2', '20250315', '70.00']), { account: '33334444' })
    expect(accepted.body.inserted).toBe(1)
    expect((await world.import(ofx('33334444', ['F-3', '20250316', '5.00']))).body.inserted).toBe(1)
  })
})
