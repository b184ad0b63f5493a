import { expect, test } from 'vitest'
import { createAliasBook } from '../../main/core/aliases/book.ts'
import { createReplay, type ReplayInput } from '../../main/core/requests/replay.ts'
import { arrived, conciliationWorld, expected } from './world.ts'

function openWorld() {
  const world = conciliationWorld()
  const aliases = createAliasBook({ db: world.db, now: world.clock.now })
  const run = createReplay({ db: world.db, accounts: world.accounts, aliases })
  const replay = (input: ReplayInput) => run(world.userId, world.account.id, input)
  return { ...world, replay }
}

const fingerprint = (world: ReturnType<typeof openWorld>) =>
  ['requests', 'movements', 'matches', 'match_attempts', 'acts', 'suggestions', 'aliases']
    .map((table) => JSON.stringify(world.db.prepare(`select * from ${table}`).all()))
    .join('\n')

test('the settings in force change nothing', async () => {
  const world = openWorld()
  world.poll(expected('A-1', 'Juan Pérez'), expected('B-1', 'Ana Ruiz', '20.00'))
  world.ingest(arrived('JUAN PEREZ'), arrived('Zoe', { amount: '20.00' }))

  expect(await world.replay({})).toMatchObject({ requests: 2, movements: 2, changed: 0, changes: [] })
})

test('a higher acceptance level shows what it would no longer match, and writes nothing', async () => {
  const world = openWorld()
  world.poll(expected('A-1', 'Juan Pérez'), expected('B-1', 'Ana Ruiz', '20.00'))
  world.ingest(arrived('JUAN PEREZ GOMEZ'), arrived('ANA RUIZ', { amount: '20.00' }))
  expect(world.statuses()).toEqual({ 'A-1': 'matched', 'B-1': 'matched' })
  const before = fingerprint(world)

  const found = await world.replay({ acceptance: 0.95 })

  expect(found).toMatchObject({
    changed: 1,
    no_longer_matched: 1,
    changes: [
      {
        request: { external_id: 'A-1', status: 'matched' },
        before: { outcome: 'matched', sender_name: 'JUAN PEREZ GOMEZ' },
        after: { outcome: 'not_found', movement_id: null },
        against_person: false,
      },
    ],
  })
  expect(fingerprint(world)).toBe(before)
})

test('a wider margin makes two that were told apart ambiguous', async () => {
  const world = openWorld()
  world.poll(expected('A-1', 'Ana Ruiz'))
  world.ingest(arrived('ANA RUIZ'), arrived('ANA RUIZ GOMEZ'))

  expect(await world.replay({ margin: 0.25 })).toMatchObject({
    no_longer_matched: 1,
    changes: [{ after: { outcome: 'ambiguous' } }],
  })
})

test('an alias is looked at as if it were switched the other way, beside what a person chose', async () => {
  const world = openWorld()
  world.poll(expected('A-1', 'Ferretería El Tornillo'), expected('A-2', 'Ferretería El Tornillo', '20.00'))
  world.ingest(arrived('PEDRO ALVAREZ', { id: 'T-1' }), arrived('PEDRO ALVAREZ', { id: 'T-2', amount: '20.00' }))
  world.requests.choose(world.userId, world.requestOf('A-1').id, world.movementOf('T-1').id)
  const [alias] = world.aliases.list(world.userId, world.account.id)

  const found = await world.replay({ aliasId: alias?.id })

  expect(found).toMatchObject({ newly_matched: 2, against_person: 0 })
  await expect(world.replay({ aliasId: 'nothing' })).rejects.toThrow('Alias not found')
})

test('what goes against a person is counted', async () => {
  const world = openWorld()
  world.poll(expected('A-1', 'Juan Pérez'))
  world.ingest(arrived(null, { id: 'nameless' }), arrived('Zoe Diaz', { id: 'zoe' }))
  world.requests.choose(world.userId, world.requestOf('A-1').id, world.movementOf('zoe').id)

  expect(await world.replay({ matchWithoutSender: true })).toMatchObject({ newly_matched: 1, against_person: 1 })
})

test('what a person said that it is not counts as against that person', async () => {
  const world = openWorld()
  world.poll(expected('A-1', 'Ana Ruiz'))
  world.ingest(arrived('ANA RUIZ', { id: 'T-1' }), arrived('ANA RUIZ GOMEZ', { id: 'T-2' }))
  world.requests.undo(world.userId, world.requestOf('A-1').id)
  world.account.matchMargin = 0.3
  world.ingest(arrived('ANA RUIZ LUNA', { id: 'T-3' }), arrived('ANA RUIZ SOSA', { id: 'T-4' }))
  expect(world.requestOf('A-1').status).toBe('ambiguous')
  world.requests.refuse(
    world.userId,
    world.requestOf('A-1').id,
    ['T-1', 'T-2', 'T-3', 'T-4'].map((id) => world.movementOf(id).id),
  )

  expect(await world.replay({ margin: 0.05 })).toMatchObject({ newly_matched: 1, against_person: 1 })
})
