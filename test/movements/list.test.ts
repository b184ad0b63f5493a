import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDatabase } from '../../main/core/db/open.ts'
import { movementLists } from '../../main/core/movements/list.ts'
import { requestLists } from '../../main/core/requests/list.ts'
import { tempDir } from '../support/temp-dir.ts'

/** Movements and requests of the same numbers: 40 of Ana in two accounts, two at each time, the oldest first. */
function filled() {
  const db = openDatabase(join(tempDir(), 'reconbanker.db'))
  const user = db.prepare("insert into users (id, email, password_hash, created_at) values (?, ?, 'x', 1)")
  const account = db.prepare(
    "insert into accounts (id, user_id, bank_id, name, created_at) values (?, ?, 'bank', 'Sales', 1)",
  )
  const movement = db.prepare(`
    insert into movements (id, account_id, external_id, reference_hash, amount_minor, currency, received_at, ingested_at, search_text)
    values (@id, @account, @id, @id, 100, 'USD', @at, @at, @text)`)
  const request = db.prepare(`
    insert into requests (id, account_id, external_id, amount_minor, currency, created_at, last_seen_at, search_text)
    values (@id, @account, @id, 100, 'USD', @at, @at, @text)`)
  const add = (id: string, account: string, at: number) => {
    const row = { id, account, at, text: id.endsWith('7') ? 'rent' : 'sale' }
    movement.run(row)
    request.run(row)
  }
  db.prepare("insert into banks (id, code, name, created_at) values ('bank', 'bank', 'Bank', 1)").run()
  user.run('ana', 'ana@example.com')
  account.run('ana-1', 'ana')
  account.run('ana-2', 'ana')
  for (let i = 10; i < 50; i++) add(`row-${i}`, i % 3 === 0 ? 'ana-2' : 'ana-1', Math.floor(i / 2))
  return {
    lists: [movementLists(db), requestLists(db)],
    /** Somebody else, whose row lies between those of Ana. */
    addBen() {
      user.run('ben', 'ben@example.com')
      account.run('ben-1', 'ben')
      add('row-27-of-ben-7', 'ben-1', 13)
    },
    [Symbol.dispose]: () => db.close(),
  }
}

const newestFirst = Array.from({ length: 40 }, (_, i) => `row-${48 - (i - (i % 2)) + (i % 2)}`)

test.each([
  ['who is alone in the program', false],
  ['who is not', true],
])('a user %s sees all of the own rows and no other, on pages as in one', (_, hasOther) => {
  using world = filled()
  if (hasOther) world.addBen()
  for (const list of world.lists) {
    const ids = (limit: number, offset: number, filter = {}) =>
      list.page('ana', filter, limit, offset).map((row) => row.id)
    expect(ids(100, 0)).toEqual(newestFirst)
    expect([0, 7, 14, 21, 28, 35, 42].flatMap((offset) => ids(7, offset))).toEqual(newestFirst)
    expect(list.count('ana', {})).toBe(40)
    expect(ids(100, 0, { accountId: 'ana-2' })).toEqual(newestFirst.filter((id) => Number(id.slice(4)) % 3 === 0))
    expect(ids(100, 0, { q: 'rent' })).toEqual(['row-47', 'row-37', 'row-27', 'row-17'])
    expect(list.count('ana', { q: 'rent', from: 10, to: 20 })).toBe(2)
    expect(list.count('ben', {})).toBe(hasOther ? 1 : 0)
    expect(list.page('ben', {}, 100, 0)).toHaveLength(hasOther ? 1 : 0)
  }
})

test('an export that is under way when somebody else arrives stays with its own rows', () => {
  using world = filled()
  const [exported] = world.lists.map((list) => list.pages('ana', {}))
  world.addBen()
  expect(exported?.().map((row) => row.id)).toEqual(newestFirst)
})
