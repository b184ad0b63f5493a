import { expect, test } from 'vitest'
import { camt } from '../ledger/support/statement-files.ts'
import { writeZip } from '../support/zip-writer.ts'
import { openAccount, type Refused } from './support/world.ts'

const archive = () =>
  new Uint8Array(
    writeZip([
      { name: 'may/a.xml', content: camt({ entries: [{ amount: 5_000, date: '2025-05-04', name: 'Ana' }] }) },
      { name: 'may/b.xml', content: '<html><body>Sign in</body></html>' },
      { name: 'may/c.xml', content: camt({ id: 'S-2', entries: [{ amount: 700, date: '2025-05-05', name: 'Eva' }] }) },
    ]),
  )

test('a file of an archive that cannot be read is named, and left out on request; the record says so', async () => {
  const world = await openAccount()
  const refused = await world.import<Refused>(archive(), {}, 'may.zip')
  expect(refused.status).toBe(415)
  expect(refused.body).toMatchObject({
    code: 'html_instead_of_data',
    details: { issues: [{ code: 'archive_member', params: { path: 'may/b.xml' } }] },
  })

  const excluded = { exclude_members: JSON.stringify(['may/b.xml']) }
  const done = await world.import(archive(), excluded, 'may.zip')
  expect(done).toMatchObject({ status: 201, body: { inserted: 2 } })
  const left = { code: 'member_excluded', params: { path: 'may/b.xml' } }
  expect(done.body.warnings).toMatchObject([left])
  expect((await world.read(done.body.id)).body.warnings).toMatchObject([left])
})

test('an archive of which everything is left out, and a list that is none, are refused', async () => {
  const world = await openAccount()
  const all = { exclude_members: JSON.stringify(['may/a.xml', 'may/b.xml', 'may/c.xml']) }
  expect(await world.import<Refused>(archive(), all, 'may.zip')).toMatchObject({ body: { code: 'archive_left_out' } })
  expect(await world.import<Refused>(archive(), { exclude_members: '["may' }, 'may.zip')).toMatchObject({
    status: 400,
    body: { details: { issues: [{ path: 'exclude_members' }] } },
  })
})
