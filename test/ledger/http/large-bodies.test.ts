import { expect, test } from 'vitest'
import { writeZip } from '../../support/zip-writer.ts'
import { openDoor } from '../support/door.ts'
import { runsPath } from '../support/world.ts'

const ids = (count: number) =>
  Array.from({ length: count }, (_, at) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`)

test('files and long lists are not taken for too large', async () => {
  const { call, sendFile } = await openDoor()
  const ledger = await call<{ id: string }>('POST', '/v1/ledgers', {
    body: { code: '1810', type: 'asset', currency_code: 'EUR', is_reconcilable: true },
  })
  const run = await call<{ id: string }>('POST', runsPath, { body: { ledger_id: ledger.body.id } })
  const path = `${runsPath}/${run.body.id}`
  const lines = Array.from(
    { length: 9000 },
    (_, at) => `2025-01-${String(1 + (at % 28)).padStart(2, '0')};Line ${at};1,00`,
  )
  const table = new File([['Date;Text;Amount', ...lines].join('\n')], 'lines.csv')

  expect(await sendFile('/v1/ledgers/reconciliation/sources/table', table)).toMatchObject({
    status: 200,
    body: { table: { lines: expect.any(Array) } },
  })
  expect(await sendFile(`${path}/sources/notifications`, table)).toMatchObject({
    status: 422,
    body: { code: 'not_a_notification' },
  })
  const pack = new File(
    [new Uint8Array(writeZip([{ name: 'a.bin', content: Buffer.alloc(300_000, 'ab') }]))],
    'pack.zip',
  )
  expect((await sendFile<{ clean: boolean }>('/v1/ledgers/reconciliation/closing-packs/check', pack)).body.clean).toBe(
    false,
  )

  const many = await call<{ refused: unknown[] }>('POST', `${path}/accept-all`, { body: { ids: ids(10_000) } })
  expect(many.body.refused).toHaveLength(10_000)
  const chosen = { source_entry_ids: ids(1000), ledger_entry_ids: ids(1000) }
  const allocations = ids(1000).map((id) => ({ id, amount: { amount: '100', currency: 'EUR', precision: 2 } }))
  expect(await call('POST', `${path}/manual-match`, { body: { ...chosen, allocations } })).toMatchObject({
    status: 404,
    body: { code: 'not_found' },
  })
})

test('a body that is no JSON is refused in words, not as a fault of the program', async () => {
  const { call } = await openDoor()
  const refused = { status: 400, body: { code: 'invalid_request', message: expect.stringContaining('JSON') } }
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml'])
    expect(
      await call('POST', runsPath, { body: { ledger_id: '1810' }, headers: { 'content-type': type } }),
    ).toMatchObject(refused)
})
