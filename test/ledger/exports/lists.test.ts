import { readSheet } from 'read-excel-file/node'
import { expect, test } from 'vitest'
import { download } from '../support/download.ts'
import { openCase125 } from '../support/report-world.ts'
import { camt, uploadTo } from '../support/statement-files.ts'

test('case 128: a payee named =HYPERLINK(…) begins with an apostrophe; numbers do not', async () => {
  const { core, user, path } = await openCase125()
  const { text, type } = await download(core, user, `${path}/items?format=csv`)
  expect(type).toBe('text/csv; charset=utf-8')
  const [header, , fee, end] = text.split('\r\n')
  expect(header).toBe(
    '\ufeffNo.,Booked,Value date,Counterparty,Account,Text,Bank reference,Amount,Open,Status,Closed because,Note,Id',
  )
  expect(fee).toContain(`"'=HYPERLINK(""http://x"",""y"")",,'+49 fee,,-50.00,-50.00,unmatched`)
  expect(end).toBe('')
})

test('case 129: a workbook keeps 000123 and twenty digits as text', async () => {
  const { core, user, path } = await openCase125()
  const books = await readSheet(
    (await download(core, user, `${path}/gl-all?format=xlsx&sort=booking_date&order=asc`)).bytes,
  )
  expect(books.map((row) => row[4])).toEqual(['Document', null, '000123', '12345678901234567890'])
  expect(books[2]?.[8]).toBe(2300)
  expect(books[2]?.[0]).toEqual(new Date('2025-01-10T00:00:00Z'))
  const lines = await readSheet((await download(core, user, `${path}/items?format=xlsx`)).bytes)
  expect(lines[1]?.[6]).toBe('00012345678901234567')
})

test('a file has the rows of the list under its filter and sort, in the columns asked for, past one page', async () => {
  const { core, user, newRun, path } = await openCase125()
  const run = await newRun('many')
  const entries = Array.from({ length: 620 }, (_, at) => ({
    amount: at + 1,
    date: '2025-02-01',
    text: `line ${at + 1}`,
  }))
  await uploadTo(core, user, run.id, camt({ id: 'S-2', opening: 1_025_000, entries }))
  const base = path.replace(/[^/]+$/, run.id)
  const filter = encodeURIComponent(JSON.stringify({ amount: { gt: 10 } }))
  const { text } = await download(
    core,
    user,
    `${base}/items?format=csv&filter=${filter}&sort=amount&order=desc&columns=amount,remittance_text&lang=es&decimals=comma&limit=5`,
  )
  const lines = text.trimEnd().split('\r\n')
  expect(lines.slice(0, 2)).toEqual(['\ufeffImporte;Texto', '6,20;line 620'])
  expect(lines).toHaveLength(611)
})

test('matches, gl-only and discrepancies are files too; what is wrong is refused as in the list', async () => {
  const { core, user, path, matchId } = await openCase125()
  const matches = await download(
    core,
    user,
    `${path}/matches?format=csv&status=accepted&columns=id,source_amount,ledger_amount`,
  )
  expect(matches.text).toBe(`\ufeffId,On the statement,In the ledger\r\n${matchId},2300.00,2300.00\r\n`)
  expect((await download(core, user, `${path}/gl-only?format=csv`)).text).toContain('-300.00')
  expect((await download(core, user, `${path}/discrepancies?format=csv`)).status).toBe(200)
  expect((await user.get(`${path}/items?format=pdf`)).status).toBe(400)
  expect(await user.get(`${path}/items?format=csv&columns=secret`)).toMatchObject({
    status: 400,
    body: { code: 'invalid_request' },
  })
  expect(await user.get(`${path}/items?format=csv&filter={"no":1}`)).toMatchObject({ status: 400 })
  const other = await core.signUp()
  expect((await other.get(`${path}/items?format=csv`)).status).toBe(404)
})
