import { describe, expect, test } from 'vitest'
import { createTestCore } from '../../support/core.ts'
import { bookPayment, type JournalAnswer, openBooks } from '../support/books.ts'

interface Refusal {
  readonly code: string
  readonly message: string
  readonly details: unknown
}
interface Listed<T> {
  readonly data: readonly T[]
  readonly total: number
  readonly total_unfiltered: number
  readonly has_more: boolean
  readonly keys: readonly string[]
}

async function withBooks() {
  const core = await createTestCore({ started: false })
  const user = await core.signUp()
  return { core, user, books: await openBooks(user) }
}
const patch = (core: Awaited<ReturnType<typeof createTestCore>>, token: string, path: string, body: unknown) =>
  core.call('PATCH', path, body, token)

describe('ledgers', () => {
  test('are found by id, code and number, with identifiers normalised', async () => {
    const { user, books } = await withBooks()
    const byCode = await user.get<{ num_id: number; account_identifiers: unknown }>('/v1/ledgers/1810')
    expect(byCode.body).toMatchObject({
      id: books.bank.id,
      num_id: 1,
      is_reconcilable: true,
      balance_posted: { amount: '0', currency: 'EUR', precision: 2 },
      account_identifiers: [{ scheme: 'iban', value: 'DE89370400440532013000' }],
    })
    expect((await user.get(`/v1/ledgers/${books.bank.id}`)).body).toEqual(byCode.body)
    expect((await user.get('/v1/ledgers/1')).body).toEqual(byCode.body)
  })

  test('a taken code is refused, a used ledger is kept, an unused one goes', async () => {
    const { user, books } = await withBooks()
    const twice = await user.post<Refusal>('/v1/ledgers', { code: '1810', type: 'asset', currency_code: 'EUR' })
    expect([twice.status, twice.body.code]).toEqual([409, 'code_taken'])
    await bookPayment(user, { bank: books.bank, other: books.fees }, { amount: -100, date: '2025-01-02' })
    const used = await user.delete<Refusal>('/v1/ledgers/1810')
    expect([used.status, used.body.code]).toEqual([409, 'ledger_in_use'])
    expect((await user.delete('/v1/ledgers/1800')).status).toBe(204)
    expect((await user.get('/v1/ledgers/1800')).status).toBe(404)
  })

  test('a stale version is refused with the present ledger; nobody else sees them', async () => {
    const { core, user, books } = await withBooks()
    expect(
      (await patch(core, user.token, '/v1/ledgers/1810', { description: 'Main account', version: 1 })).status,
    ).toBe(200)
    const stale = await patch(core, user.token, '/v1/ledgers/1810', { description: 'Other', version: 1 })
    expect(stale).toMatchObject({
      status: 409,
      body: { code: 'version_conflict', details: { current: { description: 'Main account', version: 2 } } },
    })
    const stranger = await core.signUp()
    expect((await stranger.get(`/v1/ledgers/${books.bank.id}`)).status).toBe(404)
    expect((await stranger.get<Listed<unknown>>('/v1/ledgers')).body.total).toBe(0)
  })

  test('a control ledger sums its children and cannot be its own descendant', async () => {
    const { core, user, books } = await withBooks()
    await user.post('/v1/ledgers', { code: '18', type: 'asset', currency_code: 'EUR', direct_booking: false })
    await patch(core, user.token, '/v1/ledgers/1810', { parent_ledger_id: '18' })
    await bookPayment(user, { bank: books.bank, other: books.receivables }, { amount: 12_345, date: '2025-01-02' })
    const control = await user.get('/v1/ledgers/18')
    expect(control.body).toMatchObject({ balance_posted: { amount: '12345' }, child_ledger_ids: [books.bank.id] })
    const loop = await patch(core, user.token, '/v1/ledgers/18', { parent_ledger_id: '1810' })
    expect(loop).toMatchObject({ status: 400, body: { code: 'invalid_request' } })
  })
})

describe('journals', () => {
  test('a balanced journal is booked, signed from the holder’s point of view, once per client id', async () => {
    const { user, books } = await withBooks()
    const journal = {
      id_client: 'J-1',
      booking_date: '2025-01-31',
      description: 'Invoice paid',
      entries: [
        { ledger_id: '1810', type: 'debit', amount: '10000', document_no: 'INV-2025-0007' },
        { ledger_id: 1200, type: 'credit', amount: { amount: '10000', currency: 'EUR', precision: 2 } },
      ],
    }
    const first = await user.post<JournalAnswer>('/v1/ledgers/journals', journal)
    expect(first.status).toBe(201)
    expect(first.body.entries).toMatchObject([
      { ledger_id: books.bank.id, signed_amount: { amount: '10000' }, reconciliation_status: 'unreconciled' },
      { ledger_id: books.receivables.id, signed_amount: { amount: '-10000' } },
    ])
    const again = await user.post<JournalAnswer>('/v1/ledgers/journals', journal)
    expect([again.status, again.body.id]).toEqual([200, first.body.id])
    const trial = await user.get('/v1/ledgers/trial-balance')
    expect(trial.body).toMatchObject({ balanced: true, total_debit_lcy: '10000', total_credit_lcy: '10000' })
  })

  test.each([
    [
      'unbalanced',
      [
        ['1810', 'debit', 100],
        ['1200', 'credit', 99],
      ],
      422,
      'journal_unbalanced',
    ],
    ['one entry', [['1810', 'debit', 100]], 400, 'invalid_request'],
    [
      'a negative amount',
      [
        ['1810', 'debit', -100],
        ['1200', 'credit', -100],
      ],
      400,
      'invalid_request',
    ],
    [
      'a fraction',
      [
        ['1810', 'debit', 1.5],
        ['1200', 'credit', 1.5],
      ],
      400,
      'invalid_request',
    ],
    [
      'beyond 2^53',
      [
        ['1810', 'debit', '9007199254740993'],
        ['1200', 'credit', '9007199254740993'],
      ],
      400,
      'invalid_request',
    ],
    [
      'an unknown ledger',
      [
        ['9999', 'debit', 100],
        ['1200', 'credit', 100],
      ],
      404,
      'not_found',
    ],
    [
      'a control ledger',
      [
        ['18', 'debit', 100],
        ['1200', 'credit', 100],
      ],
      422,
      'direct_booking_forbidden',
    ],
    [
      'a locked period',
      [
        ['1600', 'debit', 100],
        ['1200', 'credit', 100],
      ],
      422,
      'period_locked',
    ],
    [
      'two currencies without base values',
      [
        ['1900', 'debit', 100],
        ['1200', 'credit', 100],
      ],
      400,
      'invalid_request',
    ],
  ] as const)('%s is refused and nothing is booked', async (_, lines, status, code) => {
    const { core, user } = await withBooks()
    await user.post('/v1/ledgers', { code: '18', type: 'asset', currency_code: 'EUR', direct_booking: false })
    await user.post('/v1/ledgers', { code: '1900', type: 'asset', currency_code: 'USD' })
    await patch(core, user.token, '/v1/ledgers/1600', { locked_until: '2025-03-31' })
    const answer = await user.post<Refusal>('/v1/ledgers/journals', {
      booking_date: '2025-03-31',
      entries: lines.map(([ledger_id, type, amount]) => ({ ledger_id, type, amount })),
    })
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect((await user.get<Listed<unknown>>('/v1/ledgers/entries')).body.total).toBe(0)
  })

  test('a correction must balance; a removed journal leaves no entry', async () => {
    const { core, user, books } = await withBooks()
    const entry = await bookPayment(user, { bank: books.bank, other: books.fees }, { amount: -500, date: '2025-01-02' })
    const path = `/v1/ledgers/journals/${entry.transactionId}`
    const lopsided = await patch(core, user.token, path, { entries: [{ id: entry.id, amount: 600 }] })
    expect(lopsided).toMatchObject({ status: 422, body: { code: 'journal_unbalanced' } })
    const renamed = await patch(core, user.token, path, { entries: [{ id: entry.id, document_no: 'D-1' }] })
    expect(renamed).toMatchObject({
      status: 200,
      body: { entries: [{ document_no: 'D-1', version: 2 }, { version: 1 }] },
    })
    expect((await user.delete(path)).status).toBe(204)
    expect((await user.get<Listed<unknown>>('/v1/ledgers/entries')).body.total).toBe(0)
  })
})

describe('lists', () => {
  test('entries are filtered, sorted and paged; unknown fields and a limit of 501 are refused (131)', async () => {
    const { user, books } = await withBooks()
    for (const [at, amount] of [300, 100, 200].entries())
      await bookPayment(
        user,
        { bank: books.bank, other: books.receivables },
        { amount, date: `2025-01-0${at + 1}`, description: `Order ${amount}%` },
      )
    const list = (query: Record<string, string>) =>
      user.get<Listed<{ amount: { amount: string } }>>(
        `/v1/ledgers/entries?${new URLSearchParams({ ledger_id: '1810', ...query })}`,
      )
    const amounts = async (query: Record<string, string>) =>
      (await list(query)).body.data.map(({ amount }) => amount.amount)
    expect(await amounts({})).toEqual(['200', '100', '300'])
    expect(await amounts({ sort: 'amount', order: 'asc' })).toEqual(['100', '200', '300'])
    expect(await amounts({ filter: '{"amount":{"gte":200}}' })).toEqual(['200', '300'])
    expect(await amounts({ filter: '{"description":{"contains":"100%"}}' })).toEqual(['100'])
    expect(await amounts({ filter: '{"booking_date":{"in":["2025-01-01","2025-01-03"]}}' })).toEqual(['200', '300'])
    expect((await list({ limit: '2' })).body).toMatchObject({ total: 3, total_unfiltered: 3, has_more: true })
    expect((await list({ filter: '{"amount":{"gt":100}}' })).body).toMatchObject({ total: 2, total_unfiltered: 3 })
    for (const query of [
      { filter: '{"colour":1}' },
      { limit: '501' },
      { limit: '0' },
      { sort: 'colour' },
      { order: 'up' },
      { filter: 'not json' },
      { filter: '[]' },
      { filter: '{"amount":{"near":1}}' },
      { filter: '{"amount":"many"}' },
    ]) {
      const answer = await user.get<Refusal>(`/v1/ledgers/entries?${new URLSearchParams(query)}`)
      expect([query, answer.status, answer.body.code]).toEqual([query, 400, 'invalid_request'])
    }
  })

  test('without a token nothing is told (132)', async () => {
    const { core } = await withBooks()
    const answer = await core.call('GET', '/v1/ledgers')
    expect(answer).toMatchObject({ status: 401, body: { code: 'unauthenticated' } })
  })
})
