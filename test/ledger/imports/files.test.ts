import { expect, test, vi } from 'vitest'
import { writeZip } from '../../support/zip-writer.ts'
import { camt, uploadTo } from '../support/statement-files.ts'
import { type Listed, openRun } from '../support/world.ts'

// Every import and matching pass runs in a thread of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const day = '2025-01-10'
const statementOf = (xml: string) => xml.slice(xml.indexOf('<Stmt>'), xml.indexOf('</Stmt>') + '</Stmt>'.length)
/** One file of several statements. */
const together = (first: string, ...others: readonly string[]) =>
  first.replace('</Stmt>', `</Stmt>${others.map(statementOf).join('')}`)

test('of a file with two accounts the known one is imported, the other counted and named (33)', async () => {
  const { core, user, run, items } = await openRun()
  const file = together(
    camt({ id: 'S-1', entries: [{ amount: 100, date: day }] }),
    camt({
      id: 'S-2',
      account: 'DE75512108001245126199',
      entries: [
        { amount: 7, date: day },
        { amount: 8, date: day },
      ],
    }),
  )
  const { status, body } = await uploadTo(core, user, run.id, file)
  expect([status, body.imported, body.skipped_other_account]).toEqual([201, 1, 2])
  expect((body as unknown as { other_accounts: unknown }).other_accounts).toEqual([
    { account: 'DE75512108001245126199', currency: 'EUR', entries: 2 },
  ])
  expect((await items()).map(({ amount }) => amount.amount)).toEqual(['100'])

  const foreign = await uploadTo(
    core,
    user,
    run.id,
    camt({ id: 'S-3', account: 'DE75512108001245126199', entries: [{ amount: 9, date: day }] }),
  )
  expect([foreign.status, foreign.body.code]).toEqual([422, 'account_mismatch'])
  expect(foreign.body.message).toContain('DE75512108001245126199')
  expect(foreign.body.message).toContain('DE89370400440532013000')
})

test('statements of one account in two currencies are never mixed (34)', async () => {
  const { core, user, run, items } = await openRun()
  const dollars = camt({ id: 'S-2', entries: [{ amount: 250, date: day }] })
    .replaceAll('"EUR"', '"USD"')
    .replace('<Ccy>EUR<', '<Ccy>USD<')
  const { body } = await uploadTo(
    core,
    user,
    run.id,
    together(camt({ entries: [{ amount: 100, date: day }] }), dollars),
  )
  expect([body.imported, body.skipped_other_account]).toEqual([1, 1])
  expect(await items()).toMatchObject([{ amount: { amount: '100', currency: 'EUR' } }])
  const alone = await uploadTo(core, user, run.id, dollars)
  expect([alone.status, alone.body.code]).toEqual([422, 'account_mismatch'])
})

test('an archive is read member by member; equal members once, folders and resource forks not at all (35)', async () => {
  const { core, user, run, items } = await openRun()
  const statement = camt({ entries: [{ amount: 100, date: day }] })
  const zip = writeZip([
    { name: 'january/' },
    { name: 'january/a.xml', content: statement },
    { name: 'january/b.xml', content: statement },
    { name: '__MACOSX/january/._a.xml', content: 'fork' },
  ])
  const { status, body } = await uploadTo(core, user, run.id, new Uint8Array(zip), {}, 'january.zip')
  expect(status).toBe(201)
  expect(body.source_files.map(({ archive_member: member }) => member)).toEqual(['january/a.xml'])
  expect(body).toMatchObject({ imported: 1, warnings: [{ code: 'duplicate_member' }] })
  expect(await items()).toHaveLength(1)
})

test('one failing member fails the upload by its name, unless it is left out', async () => {
  const { core, user, run, items } = await openRun()
  const zip = writeZip([
    { name: 'a.xml', content: camt({ entries: [{ amount: 100, date: day }] }) },
    { name: 'broken.xml', content: camt({ id: 'S-2', entries: [{ amount: 5, date: day }] }).slice(0, 700) },
  ])
  const failed = await uploadTo(core, user, run.id, new Uint8Array(zip), {}, 'both.zip')
  expect(failed.status).toBe(422)
  expect(failed.body.message).toContain('broken.xml')
  expect(await items()).toEqual([])
  const files = await user.get<Listed<{ status: string }>>(`/v1/ledgers/reconciliation/runs/${run.id}/sources`)
  expect(files.body.data.map(({ status }) => status)).toEqual(['failed'])
  const without = await uploadTo(
    core,
    user,
    run.id,
    new Uint8Array(zip),
    { exclude_members: '["broken.xml"]' },
    'both.zip',
  )
  expect(without).toMatchObject({ status: 201, body: { imported: 1 } })
})

test.each([
  [
    'more members than allowed',
    () => writeZip(Array.from({ length: 1001 }, (_, i) => ({ name: `${i}.xml`, content: `${i}` }))),
    'archive_too_many_members',
  ],
  [
    'a member packed too tightly',
    () => writeZip([{ name: 'a.xml', content: Buffer.alloc(5_000_000) }]),
    'archive_ratio',
  ],
] as const)('an archive with %s is refused before it is unpacked (36)', async (_, make, code) => {
  const { core, user, run, items, read } = await openRun()
  const { status, body } = await uploadTo(core, user, run.id, new Uint8Array(make()), {}, 'bomb.zip')
  expect([status, body.code]).toEqual([413, code])
  expect(await items()).toEqual([])
  expect((await read()).status).toBe('failed')
})

test('a row that cannot be read fails the file with its line; excluded by number, the rest is imported (64)', async () => {
  const { core, user, run, items } = await openRun()
  const csv = [
    'Date;Text;Amount',
    '2025-01-06;One;10,00',
    '2025-01-07;Two;20,00',
    '2025-01-08;Three;30,00',
    '2025-01-09;Four;40,00',
    '2025-01-10;Five;50,00',
    '2025-01-13;Six;sixty',
    '2025-01-14;Seven;70,00',
  ].join('\n')
  const failed = await uploadTo(core, user, run.id, csv, {}, 'lines.csv')
  expect(failed).toMatchObject({ status: 422, body: { code: 'rows_unreadable', details: [{ line: 7 }] } })
  expect(await items()).toEqual([])
  const done = await uploadTo(core, user, run.id, csv, { exclude_lines: '7' }, 'lines.csv')
  expect(done).toMatchObject({ status: 201, body: { imported: 6, source_file: { excluded_lines: [7] } } })
  expect((await items()).map(({ amount }) => amount.amount)).toEqual(['1000', '2000', '3000', '4000', '5000', '7000'])
})

test.each([
  ['<html><body>Sign in</body></html>', 'statement.csv', 415, 'html_instead_of_data'],
  ['%PDF-1.7 …', 'statement.pdf', 415, 'pdf_not_supported'],
  ['', 'statement.csv', 422, 'file_empty'],
] as const)('%s is refused by its name, and may be sent again', async (content, name, status, code) => {
  const { core, user, run, read } = await openRun()
  const answer = await uploadTo(core, user, run.id, content, {}, name)
  expect([answer.status, answer.body.code]).toEqual([status, code])
  expect(await read()).toMatchObject({ status: 'failed', failure: { code } })
  expect((await uploadTo(core, user, run.id, camt({ entries: [{ amount: 1, date: day }] }))).status).toBe(201)
})
