import { describe, expect, test } from 'vitest'
import { surfaceOf } from '../requests/surface.ts'
import { arrived, conciliationWorld, expected } from '../requests/world.ts'

const item = {
  external_id: 'T-1',
  amount: '1500.00',
  currency: 'uyu',
  sender_name: 'Juan Pérez',
  received_at: '2026-05-12T07:00:00-03:00',
}

function openWorld() {
  const world = conciliationWorld()
  const call = surfaceOf(world)
  return { ...world, call, path: `/accounts/${world.account.id}/movements` }
}

describe('POST /accounts/:id/movements', () => {
  test('stores movements as if the bank had been read', async () => {
    const world = openWorld()
    world.poll(expected('A-1', 'Juan Pérez'))

    const first = await world.call('POST', world.path, {
      movements: [item, { amount: 20, currency: 'USD', sender_name: null, received_at: '2026-05-11' }],
    })
    const again = await world.call('POST', world.path, { movements: [item] })

    expect([first.status, first.body]).toEqual([200, { inserted: 2, duplicates: 0 }])
    expect(again.body).toEqual({ inserted: 0, duplicates: 1 })
    expect(world.statuses()).toEqual({ 'A-1': 'matched' })
    expect((await world.call('GET', world.path)).body).toMatchObject([
      { external_id: 'T-1', amount: '1500.00', currency: 'UYU', received_at: '2026-05-12T10:00:00.000Z' },
      { amount: '20.00', currency: 'USD', sender_name: null, received_at: '2026-05-11T00:00:00.000Z' },
    ])
  })

  test.each([
    [{ amount: '1500.001' }, 'movements.1.amount: amount must be a positive number or text with at most two decimals'],
    [{ amount: 1e21 }, 'movements.1.amount: amount must'],
    [{ amount: '1e3' }, 'movements.1.amount: amount must'],
    [{ amount: 0 }, 'movements.1.amount: amount must'],
    [{ amount: -5 }, 'movements.1.amount: amount must'],
    [{ amount: undefined }, 'movements.1.amount: amount must'],
    [{ currency: 'UY' }, 'movements.1.currency: currency must be a code of at least 3 letters'],
    [{ currency: '858' }, 'movements.1.currency: currency must'],
    [{ received_at: '2026-05-12T10:00:00' }, 'movements.1.received_at: received_at must be an instant with time zone'],
    [{ received_at: '2026-02-30' }, 'movements.1.received_at: received_at must'],
    [{ received_at: 1_700_000_000 }, 'movements.1.received_at: received_at must'],
    [{ received_at: undefined }, 'movements.1.received_at: received_at must'],
    [{ external_id: 7 }, 'movements.1.external_id: external_id must be text'],
    [{ sender_name: {} }, 'movements.1.sender_name: sender_name must be text or null'],
  ])('refuses the whole call for one item with %j and names it', async (change, message) => {
    const world = openWorld()

    const answer = await world.call('POST', world.path, {
      movements: [item, { ...item, external_id: 'T-2', ...change }],
    })

    expect(answer.status).toBe(400)
    expect(answer.body.error).toContain(message)
    expect(answer.body.details.issues[0]?.path).toBe(message.split(':')[0])
    expect((await world.call('GET', world.path)).body).toEqual([])
  })

  test.each([
    [{}],
    [{ movements: [] }],
    [{ movements: 'x' }],
    [{ movements: Array.from({ length: 10_001 }, () => item) }],
  ])('refuses a body without 1 to 10,000 items', async (body) => {
    const world = openWorld()

    const answer = await world.call('POST', world.path, body)

    expect([answer.status, answer.body.error]).toEqual([400, 'movements must be a list of 1 to 10000 items'])
  })

  test('into a foreign account is as if it did not exist', async () => {
    const world = openWorld()

    const answer = await world.call('POST', world.path, { movements: [item] }, world.addUser())

    expect([answer.status, answer.body.error]).toEqual([404, 'Account not found'])
  })
})

describe('the lists of movements', () => {
  function listWorld() {
    const world = openWorld()
    const second = world.addAccount(world.userId, 'Dollars')
    const stranger = world.addAccount(world.addUser(), 'Not yours')
    world.ingest(
      arrived('José Núñez', { id: 'T-1', amount: '1234.50', at: '2026-05-10T23:59:59.999Z' }),
      arrived('Ana Ruiz', { id: 'T-2', at: '2026-05-11T00:00:00Z' }),
      arrived(null, { id: 'T-3', at: '2026-05-12T12:00:00Z' }),
    )
    world.movements.ingest(second.id, [
      arrived('Jose Nunez', { id: 'U-1', currency: 'USD', at: '2026-05-11T08:00:00Z' }),
    ])
    world.movements.ingest(stranger.id, [arrived('José Núñez', { id: 'X-1' })])
    const ids = async (path: string) => {
      const answer = await world.call<{ external_id: string }[]>('GET', path)
      expect(answer.status, JSON.stringify(answer.body)).toBe(200)
      return {
        ids: answer.body.map((each) => each.external_id),
        total: answer.headers.get('x-total-count'),
      }
    }
    return { ...world, second, stranger, ids }
  }

  test('show one account, newest bank time first, page by page with the total', async () => {
    const world = listWorld()

    expect(await world.ids(world.path)).toEqual({ ids: ['T-3', 'T-2', 'T-1'], total: '3' })
    expect(await world.ids(`${world.path}?limit=1&offset=1`)).toEqual({ ids: ['T-2'], total: '3' })
  })

  test('show all accounts of the caller, or one of them', async () => {
    const world = listWorld()

    expect(await world.ids('/movements')).toEqual({ ids: ['T-3', 'U-1', 'T-2', 'T-1'], total: '4' })
    expect(await world.ids(`/movements?account_id=${world.second.id}`)).toEqual({ ids: ['U-1'], total: '1' })
    expect((await world.call<unknown[]>('GET', '/movements')).body[1]).toMatchObject({
      account_id: world.second.id,
      account_name: 'Dollars',
    })
  })

  test.each([
    ['q=nunez', ['U-1', 'T-1']],
    ['q=NÚÑEZ%20josé', ['U-1', 'T-1']],
    ['q=1234.5', ['T-1']],
    ['q=usd', ['U-1']],
    ['q=t-2', ['T-2']],
    ['q=%25', []],
    ['from=2026-05-11', ['T-3', 'U-1', 'T-2']],
    ['to=2026-05-11', ['U-1', 'T-2', 'T-1']],
    ['from=2026-05-11&to=2026-05-11', ['U-1', 'T-2']],
    ['from=2026-05-11T05:00:00-03:00', ['T-3', 'U-1']],
    ['to=2026-05-11T00:00:00Z', ['T-2', 'T-1']],
  ])('are filtered by %s', async (query, found) => {
    const world = listWorld()

    expect(await world.ids(`/movements?${query}`)).toEqual({ ids: found, total: String(found.length) })
  })

  test.each([
    ['limit=0', 'limit must be a whole number from 1 to 500'],
    ['limit=501', 'limit must be a whole number from 1 to 500'],
    ['limit=x', 'limit must'],
    ['offset=-1', 'offset must'],
    ['from=yesterday', 'from must be a day (YYYY-MM-DD) or an instant with time zone'],
    ['to=2026-13-01', 'to must be a day'],
    ['format=xml', 'format must be json or csv'],
  ])('refuse %s', async (query, message) => {
    const world = listWorld()

    const answer = await world.call('GET', `${world.path}?${query}`)

    expect(answer.status).toBe(400)
    expect(answer.body.error).toContain(message)
  })

  test('of a foreign account are not found', async () => {
    const world = listWorld()

    for (const path of [`/accounts/${world.stranger.id}/movements`, `/movements?account_id=${world.stranger.id}`])
      for (const format of ['json', 'csv']) {
        const answer = await world.call('GET', `${path}${path.includes('?') ? '&' : '?'}format=${format}`)
        expect([answer.status, answer.body.error]).toEqual([404, 'Account not found'])
      }
  })
})

describe('CSV', () => {
  test('holds the whole filtered list with a byte order mark and no formula', async () => {
    const world = openWorld()
    world.poll(expected('A-1', 'Juan "El Ñato" Pérez, hijo'))
    world.ingest(
      ...Array.from({ length: 1201 }, (_, i) => arrived('Ana', { id: `T-${i}`, amount: '7.00', at: '2026-05-01' })),
      arrived('=HYPERLINK("http://x","y")', { id: 'formula', amount: '7.00', at: '2026-05-04' }),
      arrived(' \t+1+1', { id: '@sum', amount: '7.00', at: '2026-05-03' }),
      arrived('Juan "El Ñato" Pérez, hijo', { id: 'quoted', at: '2026-05-12' }),
    )

    const answer = await world.call<string>('GET', `${world.path}?format=csv&limit=5&from=2026-05-01`)

    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="movements.csv"')
    const lines = answer.body.split('\r\n')
    expect(lines[0]).toBe(
      '\ufeffid,external_id,amount,currency,sender_name,received_at,notified_at,excluded_at,account_name,matched_request',
    )
    expect(lines).toHaveLength(1 + 1204 + 1)
    expect(new Set(lines).size).toBe(lines.length)
    expect(lines[1]).toContain(
      ',quoted,1500.00,UYU,"Juan ""El Ñato"" Pérez, hijo",2026-05-12T00:00:00.000Z,,2026-05-12T10:00:00.000Z',
    )
    expect(lines[1]).toMatch(/Main account,A-1$/)
    expect(lines[2]).toContain(`,"'=HYPERLINK(""http://x"",""y"")",`)
    expect(lines[3]).toContain(`,'@sum,7.00,UYU,' \t+1+1,`)
  })
})

describe('POST /accounts/:id/movements/:movementId/notify', () => {
  test('queues the webhook again', async () => {
    const world = openWorld()
    world.ingest(arrived('Ana', { id: 'T-1' }))
    const { id } = world.movementOf('T-1')

    const answer = await world.call('POST', `${world.path}/${id}/notify`)

    expect([answer.status, answer.body]).toEqual([202, { queued: true }])
    expect(world.resent).toEqual([id])
  })

  test('of a movement of another account is not found', async () => {
    const world = openWorld()
    const other = world.addAccount()
    world.ingest(arrived('Ana', { id: 'T-1' }))

    const answer = await world.call('POST', `/accounts/${other.id}/movements/${world.movementOf('T-1').id}/notify`)

    expect([answer.status, answer.body.error]).toEqual([404, 'Movement not found for this account'])
    expect(world.resent).toEqual([])
  })
})
