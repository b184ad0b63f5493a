import { expect, test } from 'vitest'
import { openDoor } from '../support/door.ts'
import { type RunAnswer, runsPath } from '../support/world.ts'

async function withRun() {
  const door = await openDoor()
  const { call } = door
  await call('POST', '/v1/ledgers', {
    body: { code: '1810', type: 'asset', currency_code: 'EUR', is_reconcilable: true },
  })
  const created = await call<RunAnswer>('POST', runsPath, { body: { ledger_id: '1810' } })
  const path = `${runsPath}/${created.body.id}`
  const rename = (note: string, match: string, version?: number) =>
    call<RunAnswer>('PATCH', path, { body: { note, version }, headers: { 'if-match': match } })
  return { ...door, created, path, rename }
}

test('an answer tells the version in ETag, and the next write takes it as If-Match', async () => {
  const { call, created, path, rename } = await withRun()
  expect(created.headers.get('etag')).toBe('"1"')
  const read = await call('GET', path)
  const renamed = await rename('March', read.headers.get('etag') ?? '')
  expect(renamed).toMatchObject({ status: 200, body: { note: 'March', version: 2 } })
  expect(renamed.headers.get('etag')).toBe('"2"')
  expect((await call('GET', runsPath)).headers.get('etag')).toBeNull()
  const stale = await rename('April', read.headers.get('etag') ?? '')
  expect(stale).toMatchObject({ status: 409, body: { code: 'version_conflict', details: { current: { version: 2 } } } })
  expect(stale.headers.get('etag')).toBeNull()
})

test('If-Match takes a number, a weak tag, several tags, and * for whatever it is now', async () => {
  const { call, path, rename } = await withRun()
  for (const [at, match] of ['1', 'W/"2"', '"9", "3"', '*', ' * '].entries())
    expect(await rename(`Name ${at}`, match), match).toMatchObject({ status: 200, body: { version: at + 2 } })
  expect(await rename('Name', '"8", W/"9"')).toMatchObject({ status: 409, body: { code: 'version_conflict' } })
  for (const match of ['soon', '"', '"6', '6, 7', '"x"', 'w/"6"', '""'])
    expect(await rename('Name', match), match).toMatchObject({
      status: 400,
      body: { code: 'invalid_request', details: { 'if-match': expect.any(String) } },
    })
  expect(await call('GET', path)).toMatchObject({ body: { note: 'Name 4', version: 6 } })
})

test('a header and a body that name different versions contradict each other', async () => {
  const { rename } = await withRun()
  expect(await rename('March', '"1"', 2)).toMatchObject({ status: 400, body: { code: 'invalid_request' } })
  expect(await rename('March', '"1", "2"', 2)).toMatchObject({ status: 409, body: { code: 'version_conflict' } })
  expect(await rename('March', '*', 7)).toMatchObject({ status: 409, body: { code: 'version_conflict' } })
  expect(await rename('March', '"1"', 1)).toMatchObject({ status: 200 })
})
