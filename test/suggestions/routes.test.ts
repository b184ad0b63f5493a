import { describe, expect, test } from 'vitest'
import type { AliasItem } from '../../main/core/aliases/service.ts'
import type { SuggestionItem } from '../../main/core/suggestions/schema.ts'
import { surfaceOf } from '../requests/surface.ts'
import { arrived, conciliationWorld, expected } from '../requests/world.ts'

function openWorld() {
  const world = conciliationWorld()
  return { ...world, call: surfaceOf(world), path: `/accounts/${world.account.id}` }
}

describe('suggestions over HTTP', () => {
  test('are listed, accepted one by one and several at once, rejected', async () => {
    const world = openWorld()
    world.poll(expected('A', 'Juan Pérez'), expected('B', 'Ana Ruiz', '20.00'), expected('C', 'Eva Soto', '30.00'))
    world.ingest(arrived(null), arrived(null, { amount: '20.00' }), arrived(null, { amount: '30.00' }))

    const { status, body } = await world.call<SuggestionItem[]>('GET', `${world.path}/suggestions`)
    expect(status).toBe(200)
    const idOf = (order: string) => body.find(({ requests }) => requests[0]?.external_id === order)?.id ?? ''

    expect(await world.call('POST', `/suggestions/${idOf('A')}/accept`)).toMatchObject({ body: { state: 'accepted' } })
    expect(await world.call('POST', `/suggestions/${idOf('A')}/accept`)).toMatchObject({
      status: 409,
      body: { code: 'suggestion.notOpen' },
    })
    expect(await world.call('POST', `/suggestions/${idOf('B')}/reject`)).toMatchObject({ body: { state: 'rejected' } })
    expect(await world.call('POST', '/suggestions/accept', { ids: [idOf('C'), idOf('B')] })).toMatchObject({
      status: 200,
      body: { accepted: [{ state: 'accepted' }], refused: [{ id: idOf('B'), code: 'suggestion.notOpen' }] },
    })
    expect(await world.call('GET', `${world.path}/suggestions?state=rejected`)).toMatchObject({
      body: [{ id: idOf('B') }],
    })
  })

  test('refuse strangers and nonsense', async () => {
    const world = openWorld()
    const stranger = world.addUser()

    expect((await world.call('GET', `${world.path}/suggestions`, undefined, stranger)).status).toBe(404)
    expect((await world.call('POST', '/suggestions/none/accept')).status).toBe(404)
    expect((await world.call('GET', `${world.path}/suggestions?state=odd`)).status).toBe(400)
    expect((await world.call('POST', '/suggestions/accept', { ids: [] })).status).toBe(400)
  })
})

describe('manual work over HTTP', () => {
  test('any free movement is found by its words, also those of its reference', async () => {
    const world = openWorld()
    world.poll(expected('A', 'Juan Pérez'))
    world.ingest(
      { ...arrived('Zoe Diaz', { id: 'T-1', amount: '7.00' }), text: 'factura de Juan' },
      arrived('Zoe Diaz', { id: 'T-2', amount: '8.00' }),
    )
    const { id } = world.requestOf('A')

    expect(await world.call('GET', `/conciliation/${id}/candidates?q=zoe`)).toMatchObject({
      status: 200,
      body: [{ reason: 'other_amount' }, { reason: 'other_amount' }],
    })
    expect(await world.call('GET', `/conciliation/${id}/candidates?q=FACTURA%20zoe`)).toMatchObject({
      body: [{ external_id: 'T-1', consumed_by: null }],
    })
  })

  test('a note is written, shown, recorded and removed', async () => {
    const world = openWorld()
    world.poll(expected('A', 'Juan Pérez'))
    const { id } = world.requestOf('A')

    expect(await world.call('PATCH', `/conciliation/${id}`, { note: '  asked by phone ' })).toMatchObject({
      status: 200,
      body: { note: 'asked by phone', acts: [{ kind: 'note', before: { note: null } }] },
    })
    expect(await world.call('PATCH', `/conciliation/${id}`, { note: null })).toMatchObject({ body: { note: null } })
    expect((await world.call('PATCH', `/conciliation/${id}`, { note: 7 })).status).toBe(400)
    expect((await world.call('PATCH', `/conciliation/${id}`, { note: 'x' }, world.addUser())).status).toBe(404)
  })
})

describe('aliases and practice over HTTP', () => {
  test('are listed, tried, switched and forgotten', async () => {
    const world = openWorld()
    world.poll(expected('A', 'Ferretería El Tornillo'), expected('B', 'Ferretería El Tornillo', '20.00'))
    world.ingest(arrived('PEDRO ALVAREZ', { id: 'T-1' }), arrived('PEDRO ALVAREZ', { id: 'T-2', amount: '20.00' }))
    world.requests.choose(world.userId, world.requestOf('A').id, world.movementOf('T-1').id)
    const { body } = await world.call<AliasItem[]>('GET', `${world.path}/aliases`)
    const path = `${world.path}/aliases/${body[0]?.id}`

    expect(await world.call('POST', `${world.path}/matching/replay`, { aliasId: body[0]?.id })).toMatchObject({
      status: 200,
      body: { newly_matched: 2 },
    })
    expect(await world.call('PATCH', path, { active: true })).toMatchObject({ body: { state: 'on' } })
    expect(world.statuses().B).toBe('matched')
    expect((await world.call('PATCH', path, { payer: ' ' })).status).toBe(400)
    expect((await world.call('DELETE', path)).status).toBe(204)
    expect((await world.call('DELETE', path)).status).toBe(404)
  })

  test('levels outside their range are refused', async () => {
    const world = openWorld()

    expect(await world.call('POST', `${world.path}/matching/replay`, { acceptance: 0.4 })).toMatchObject({
      status: 400,
      body: { error: 'acceptance must be at least 0.75' },
    })
    expect((await world.call('POST', `${world.path}/matching/replay`, { margin: 0.5 })).status).toBe(400)
  })
})

describe('an order’s number in what the bank shows', () => {
  test('decides between equal payers, and keeps a movement from the wrong order, also of another amount', () => {
    const world = openWorld()
    world.poll(
      expected('TS-1041', 'Ana Ruiz'),
      expected('TS-1042', 'Ana Ruiz'),
      expected('TS-1043', 'Luis Sosa', '20.00'),
      expected('TS-2000', 'Luis Sosa', '99.00'),
    )

    world.ingest(
      { ...arrived('ANA RUIZ', { id: 'T-1' }), text: 'pago TS-1042' },
      { ...arrived('LUIS SOSA', { id: 'T-2', amount: '20.00' }), raw: { concepto: 'a cuenta de TS 2000' } },
    )

    expect(world.statuses()).toMatchObject({ 'TS-1042': 'matched', 'TS-1041': 'not_found', 'TS-1043': 'not_found' })
    expect(world.requestOf('TS-1042').attempts.at(-1)?.candidates[0]).toMatchObject({ reason: 'reference' })
    const [suggestion] = world.suggestions.list(world.userId, world.account.id)
    expect(suggestion?.legs[0]?.reasons).toContainEqual({
      code: 'reference_of_other_order',
      references: ['TS-2000'],
    })
  })
})
