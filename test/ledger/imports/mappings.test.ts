import { expect, test, vi } from 'vitest'
import { send as sendWith } from '../support/send.ts'
import { uploadTo } from '../support/statement-files.ts'
import { type Listed, openRun, type Refusal } from '../support/world.ts'

// Every import and matching pass runs in a thread of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const path = '/v1/ledgers/mappings'

interface MappingAnswer {
  readonly id: string
  readonly name: string
  readonly signature: string
  readonly version: number
  readonly mapping: { readonly columns: readonly { readonly name: string; readonly role: string }[] }
  readonly description: readonly string[]
  readonly answers: Readonly<Record<string, string>>
}

const table = (rows: readonly string[], header = 'Date;Text;Amount;Balance') => [header, ...rows].join('\n')
const january = table(['2025-01-06;One;10,00;10,00', '2025-01-07;Two;-4,00;6,00'])

async function withMappings() {
  const world = await openRun()
  const { core, user, run } = world
  return {
    ...world,
    kept: async () => (await user.get<Listed<MappingAnswer>>(`${path}?ledger_id=1810`)).body.data,
    send: (content: string, fields: Readonly<Record<string, string>> = {}) =>
      uploadTo(core, user, run.id, content, fields, 'table.csv'),
  }
}

test('how a table was read is kept for its header, applies itself to the next file, and says so', async () => {
  const { send, kept } = await withMappings()
  const first = await send(january)
  expect(first).toMatchObject({ status: 201, body: { imported: 2, warnings: [] } })
  const [mapping] = await kept()
  expect(mapping?.mapping.columns.map(({ role }) => role)).toEqual(['bookingDate', 'remittance', 'amount', 'balance'])
  expect((first.body.source_file as unknown as { mapping_id: string }).mapping_id).toBe(mapping?.id)
  const second = await send(table(['2025-02-06;Three;1,00;7,00']))
  expect(second).toMatchObject({ status: 201, body: { imported: 1, warnings: [{ code: 'mapping_applied' }] } })
  expect(await kept()).toHaveLength(1)
})

test('a column that the bank inserted stops the import and is named; read anew, it is kept beside the old one (65)', async () => {
  const { send, kept, items } = await withMappings()
  await send(january)
  const changed = table(
    ['2025-02-06;2025-02-07;Three;1,00;7,00', '2025-02-08;2025-02-08;Four;2,00;9,00'],
    'Date;Value date;Text;Amount;Balance',
  )
  const stopped = await send(changed)
  expect(stopped).toMatchObject({ status: 422, body: { code: 'mapping_changed' } })
  expect((stopped.body.details as { code: string; message: string }[]).map(({ code }) => code)).toEqual(
    expect.arrayContaining(['column_moved', 'column_added']),
  )
  expect(stopped.body.message).toContain('Value date')
  expect(await items()).toHaveLength(2)

  const anew = await send(changed, { use_saved_mapping: 'false' })
  expect(anew).toMatchObject({ status: 201, body: { imported: 2 } })
  expect(await kept()).toHaveLength(2)
  const again = await send(table(['2025-03-06;2025-03-07;Five;1,00;10,00'], 'Date;Value date;Text;Amount;Balance'))
  expect(again).toMatchObject({ status: 201, body: { imported: 1, warnings: [{ code: 'mapping_applied' }] } })
})

test('what only a person can know is asked once: the answer is remembered with the mapping', async () => {
  const { send, kept, items } = await withMappings()
  const header = 'Date;Text;Amount'
  const first = table(['2025-04-03;One;1.234', '2025-04-04;Two;2.500'], header)
  const asked = await send(first)
  expect(asked).toMatchObject({
    status: 422,
    body: { code: 'confirmation_required', details: [{ code: 'decimal_sign' }] },
  })
  expect(await items()).toEqual([])
  const answered = await send(first, { answers: JSON.stringify({ decimal_sign: ',' }) })
  expect(answered).toMatchObject({ status: 201, body: { imported: 2 } })
  expect((await items()).map(({ amount }) => amount.amount)).toEqual(['123400', '250000'])
  expect((await kept())[0]?.answers).toEqual({ decimal_sign: ',' })
  const later = await send(table(['2025-05-06;Three;3.000'], header))
  expect(later).toMatchObject({ status: 201, body: { imported: 1, warnings: [{ code: 'mapping_applied' }] } })
  expect((await items()).map(({ amount }) => amount.amount)).toContain('300000')
})

test('mappings are listed, changed, chosen by id and forgotten; others cannot see them', async () => {
  const { core, user, send, kept, books } = await withMappings()
  await send(january)
  const [mapping] = await kept()
  expect(mapping?.description.join(' ')).toContain('semicolon')
  const patch = (body: object) =>
    core.call<MappingAnswer & Refusal>('PATCH', `${path}/${mapping?.id}`, body, user.token)
  expect(await patch({ name: 'My bank', version: 1 })).toMatchObject({
    status: 200,
    body: { name: 'My bank', version: 2 },
  })
  expect(await patch({ name: 'Other', version: 1 })).toMatchObject({
    status: 409,
    body: { code: 'version_conflict', details: { current: { name: 'My bank' } } },
  })
  expect((await patch({ mapping: { version: 1 } })).body.code).toBe('invalid_request')
  const chosen = await send(table(['2025-02-06;Three;1,00;7,00']), { mapping_id: mapping?.id ?? '' })
  expect(chosen).toMatchObject({ status: 201, body: { source_file: { mapping_id: mapping?.id } } })
  expect((await send(table(['2025-02-07;Four;1,00;8,00']), { mapping_id: 'nothing' })).status).toBe(404)

  const created = await user.post<MappingAnswer>(path, {
    ledger_id: books.savings.id,
    name: 'Copied',
    mapping: mapping?.mapping,
  })
  expect(created).toMatchObject({ status: 201, body: { name: 'Copied', signature: mapping?.signature } })
  const stranger = await core.signUp({ email: 'eve@example.com' })
  expect((await stranger.get(`${path}/${mapping?.id}`)).status).toBe(404)
  expect((await stranger.get<Listed<unknown>>(path)).body.total).toBe(0)
  const stale = { headers: { 'if-match': '"1"' } }
  expect((await sendWith<Refusal>({ core, user }, 'DELETE', `${path}/${mapping?.id}`, stale)).body.code).toBe(
    'version_conflict',
  )
  expect((await user.delete(`${path}/${mapping?.id}`)).status).toBe(204)
  expect((await user.get<Listed<MappingAnswer>>(path)).body.data.map(({ name }) => name)).toEqual(['Copied'])
})
