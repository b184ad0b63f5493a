import { describe, expect, test } from 'vitest'
import { camt } from '../ledger/support/statement-files.ts'
import { openAccount, type Refused, type World } from './support/world.ts'

interface Answer {
  readonly currencies: readonly {
    readonly currency: string
    readonly proved_until: string | null
    readonly days: readonly { readonly date: string; readonly state: string; readonly movements: number }[]
    readonly gaps: readonly {
      readonly from: string
      readonly to: string
      readonly difference: string
      readonly kind: string
    }[]
  }[]
}

const statement = (from: string, to: string, opening: number, ...amounts: readonly number[]) =>
  camt({
    from,
    to,
    opening,
    id: `S-${from}`,
    entries: amounts.map((amount, at) => ({ amount, date: from, name: 'Ana Ruiz', reference: `${from}-${at}` })),
  })
const ask = async (world: World, from: string, to: string) =>
  (await world.user.get<Answer>(`/accounts/${world.accountId}/completeness?from=${from}&to=${to}`)).body.currencies
const states = (found: Answer['currencies'][number] | undefined) => found?.days.map(({ state }) => state)

describe('completeness', { timeout: 60_000 }, () => {
  test('days of statements that prove and follow each other are proved, with the days between them', async () => {
    const world = await openAccount()
    await world.import(statement('2025-03-03', '2025-03-04', 0, 10_000, -2_000))
    await world.import(statement('2025-03-06', '2025-03-07', 8_000, 500))

    const [euro] = await ask(world, '2025-03-02', '2025-03-08')

    expect(states(euro)).toEqual(['unknown', 'proved', 'proved', 'proved', 'proved', 'proved', 'unknown'])
    expect(euro).toMatchObject({ currency: 'EUR', proved_until: '2025-03-07', gaps: [] })
  })

  test('what is missing between two statements is named with its days and amount', async () => {
    const world = await openAccount()
    await world.import(statement('2025-03-03', '2025-03-04', 0, 10_000))
    await world.import(statement('2025-03-07', '2025-03-08', 25_000, 500))

    const [euro] = await ask(world, '2025-03-03', '2025-03-08')
    expect(states(euro)).toEqual(['proved', 'proved', 'gap', 'gap', 'proved', 'proved'])
    expect(euro?.gaps).toMatchObject([{ from: '2025-03-05', to: '2025-03-06', difference: '150.00', kind: 'between' }])
    expect(euro?.proved_until).toBe('2025-03-04')

    await world.scrape({
      external_id: 'S-1',
      amount: '150.00',
      currency: 'EUR',
      sender_name: 'Eva',
      received_at: '2025-03-05',
    })
    const [closed] = await ask(world, '2025-03-03', '2025-03-08')
    expect(closed).toMatchObject({ gaps: [], proved_until: '2025-03-08' })
  })

  test('a statement that does not prove says by how much; undone, nothing of it is left', async () => {
    const world = await openAccount()
    const file = camt({
      from: '2025-03-03',
      to: '2025-03-03',
      opening: 0,
      closing: 12_000,
      entries: [{ amount: 10_000, date: '2025-03-03', name: 'Ana Ruiz', reference: 'R' }],
    })
    const { body } = await world.import(file)

    const [euro] = await ask(world, '2025-03-03', '2025-03-03')
    expect(states(euro)).toEqual(['not_proved'])
    expect(euro?.gaps).toMatchObject([{ difference: '20.00', kind: 'within' }])

    await world.undo(body.id)
    expect(await ask(world, '2025-03-03', '2025-03-03')).toEqual([])
  })

  test('readings alone prove nothing, and say so; a range out of order is refused', async () => {
    const world = await openAccount()
    await world.scrape({
      external_id: 'S-1',
      amount: '1.00',
      currency: 'EUR',
      sender_name: 'Eva',
      received_at: '2025-03-05',
    })

    expect(states((await ask(world, '2025-03-05', '2025-03-06'))[0])).toEqual(['movements', 'unknown'])
    const bad = await world.user.get<Refused>(`/accounts/${world.accountId}/completeness?from=2025-03-06&to=2025-03-05`)
    expect([bad.status, bad.body.code]).toEqual([400, 'completeness.range'])
  })
})
