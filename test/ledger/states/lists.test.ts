import { networkInterfaces } from 'node:os'
import { expect, test, vi } from 'vitest'
import { bookPayment, openBooks } from '../support/books.ts'
import type { ApiDocument } from '../support/document.ts'
import { openDoor } from '../support/door.ts'
import { camt, uploadTo } from '../support/statement-files.ts'
import { type Listed, openRun, type Refusal, runsPath } from '../support/world.ts'

// Every import and matching pass runs in a thread of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const day = '2025-01-10'

interface EntryAnswer {
  readonly id: string
  readonly reconciliation_status: string
}

async function withOneMatch() {
  const world = await openRun()
  const { core, user, books, run, path, items } = world
  const book = (amount: number) =>
    bookPayment(user, { bank: books.bank, other: books.receivables }, { amount, date: day })
  const [first, second] = [await book(700), await book(900)]
  await uploadTo(core, user, run.id, camt({ entries: [700, 50].map((amount) => ({ amount, date: day })) }))
  const [item] = await items()
  await user.post(`${path}/manual-match`, { source_entry_ids: [item?.id], ledger_entry_ids: [first.id] })
  return { ...world, first, second }
}

test('what one run matched is no open entry of any run, and stands in gl-all with its status (126)', async () => {
  const { user, newRun, first, second } = await withOneMatch()
  const other = await newRun()
  const only = await user.get<Listed<EntryAnswer>>(`${runsPath}/${other.id}/gl-only`)
  expect(only.body.data.map(({ id }) => id)).toEqual([second.id])
  const all = await user.get<Listed<EntryAnswer>>(`${runsPath}/${other.id}/gl-all`)
  const shown = new Map(all.body.data.map(({ id, reconciliation_status: status }) => [id, status]))
  expect([shown.get(first.id), shown.get(second.id)]).toEqual(['reconciled', 'unreconciled'])
})

test('the accounts count what the worklist lists (127)', async () => {
  const { user, books, path } = await withOneMatch()
  const accounts = await user.get<Listed<Record<string, unknown>>>(`/v1/ledgers/accounts?ledger_id=${books.bank.id}`)
  const totals: number[] = []
  for (const group of ['open_source', 'open_ledger'])
    totals.push((await user.get<Listed<unknown>>(`${path}/worklist?group=${group}`)).body.total)
  expect(totals).toEqual([1, 1])
  expect(accounts.body.data).toMatchObject([
    { unreconciled_count: 2, open_items: totals[0], open_entries: totals[1], unreconciled_amount: { amount: '-850' } },
  ])
})

const filter = (value: object) => `filter=${encodeURIComponent(JSON.stringify(value))}`

/** A path of the document with the ids of a run, a statement and so on. */
const filled = (template: string, ids: Readonly<Record<string, string>>) =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? name)

test('every list refuses an unknown field and a limit of 501 (131)', async () => {
  const { core, user, run } = await openRun()
  const document = (await core.call<ApiDocument>('GET', '/openapi.json')).body
  const lists = Object.keys(document.paths).filter(
    (path) =>
      path.startsWith('/v1/ledgers') && document.paths[path]?.get?.parameters?.some(({ name }) => name === 'filter'),
  )
  expect(lists.length).toBeGreaterThan(15)
  for (const template of lists) {
    const path = filled(template, { runID: run.id })
    const bad = ['limit=501', 'limit=0', 'limit=x', 'offset=-1', 'order=up', 'sort=nonsense', 'filter=[]', 'filter={']
    for (const query of [filter({ nonsense: 1 }), filter({ id: { like: 'x' } }), ...bad]) {
      const { status, body } = await user.get<Refusal>(`${path}?${query}`)
      expect([path, query, status, body.code]).toEqual([path, query, 400, 'invalid_request'])
      expect(Object.keys(body.details ?? {}), `${path}?${query}`).toHaveLength(1)
    }
    const answer = await user.get<Record<string, unknown>>(`${path}?limit=500`)
    expect([path, answer.status]).toEqual([path, 200])
    expect(Object.keys(answer.body)).toEqual(
      expect.arrayContaining(['data', 'total', 'total_unfiltered', 'has_more', 'keys']),
    )
  }
  for (const [list, name] of [
    ['', 'status'],
    [`/${run.id}/matches`, 'status'],
    [`/${run.id}/items`, 'match_status'],
    [`/${run.id}/discrepancies`, 'severity'],
  ])
    expect(await user.get(`${runsPath}${list}?${name}=staged`)).toMatchObject({
      status: 400,
      body: { code: 'invalid_request', details: { [name ?? '']: expect.any(String) } },
    })
})

test('the chart and its accounts are filtered, sorted and paged as every list', async () => {
  const { user } = await openRun()
  const codes = async (query: string, list = '') =>
    (await user.get<Listed<{ code?: string; ledger?: { code: string } }>>(`/v1/ledgers${list}?${query}`)).body.data.map(
      ({ code, ledger }) => code ?? ledger?.code,
    )
  expect(await codes('')).toEqual(['1200', '1460', '1600', '1800', '1810', '6855'])
  expect(await codes('order=desc&limit=2&offset=1')).toEqual(['1810', '1800'])
  expect(await codes(filter({ code: { gte: '1800', lt: '1811' } }))).toEqual(['1800', '1810'])
  expect(await codes(filter({ num_id: { in: [1, 3] }, active: true }))).toHaveLength(2)
  expect(await codes(filter({ is_reconcilable: true }), '/accounts')).toEqual(['1800', '1810'])
  expect(await codes('sort=code&order=desc', '/accounts')).toEqual(['1810', '1800'])
  expect(await codes(filter({ code: { contains: '181' } }), '/accounts')).toEqual(['1810'])
})

test('without a token nothing is answered, whatever is called, and no other address is listened on (132)', async () => {
  const { call, document, server, core, user } = await openDoor()
  const calls = Object.entries(document.paths).filter(([path]) => path.startsWith('/v1/ledgers'))
  expect(calls.length).toBeGreaterThan(50)
  for (const [template, methods] of calls)
    for (const method of Object.keys(methods)) {
      const { status, body } = await call<Refusal>(method.toUpperCase(), filled(template, {}), { token: null })
      expect([method, template, status, body.code]).toEqual([method, template, 401, 'unauthenticated'])
    }
  expect((await call('GET', '/v1/ledgers', { token: 'nonsense' })).status).toBe(401)

  const run = await call<{ id: string }>('POST', runsPath, {
    body: { ledger_id: (await openBooks(user)).bank.id },
  })
  const stranger = await core.signUp({ email: 'eve@example.com' })
  expect((await stranger.get<Refusal>(`${runsPath}/${run.body.id}`)).body.code).toBe('not_found')

  const others = Object.values(networkInterfaces()).flatMap((found) => found ?? [])
  const addresses = [
    '127.0.0.2',
    ...others.flatMap(({ internal, family, address }) => (internal || family !== 'IPv4' ? [] : address)),
  ]
  for (const address of addresses)
    await expect(fetch(`http://${address}:${server.port}/v1/ledgers`), address).rejects.toThrow('fetch failed')
})
