import { expect, test } from 'vitest'
import { camt, withoutClosing } from '../ledger/support/statement-files.ts'
import { openAccount, type World } from './support/world.ts'

interface Preview {
  readonly lines: readonly { readonly amount: string }[]
  readonly questions: readonly {
    readonly code: string
    readonly chosen: string
    readonly is_remembered: boolean
    readonly params: Readonly<Record<string, string>>
  }[]
  readonly warnings: readonly { readonly code: string; readonly params?: Readonly<Record<string, string>> }[]
}
interface SignReading {
  readonly id: string
  readonly format: string
  readonly reading: string
  readonly learnt_by: string
  readonly file_name: string
}

/** As a bank writes it that gives reversals the direction of the original: +100.00, and 40.00 that came back. */
const statement = (month: string, account?: string) =>
  camt({
    id: `S-${month}`,
    entries: [
      { amount: 10_000, date: `2025-${month}-02`, name: 'Ana' },
      { amount: -4_000, date: `2025-${month}-03`, name: 'Eva', reversal: true },
    ],
    closing: 14_000,
    ...(account === undefined ? {} : { account }),
  })

const remembered = async ({ user, accountId }: World, account = accountId) =>
  (await user.get<SignReading[]>(`/accounts/${account}/sign-readings`)).body

const amountsOf = async (world: World, account?: string) =>
  (await world.movements(account)).map(({ amount }) => amount).sort()

test('what the balances of one file showed is used for the next that has none, said, changed and forgotten', async () => {
  const world = await openAccount()
  const { user, accountId } = world
  expect((await world.preview<Preview>(withoutClosing(statement('06')))).body.questions).toEqual([])

  expect((await world.import(statement('05'), {}, 'may.xml')).status).toBe(201)
  const [known] = await remembered(world)
  expect(known).toMatchObject({
    format: 'camt.053',
    reading: 'reversals_inverted',
    learnt_by: 'proof',
    file_name: 'may.xml',
  })

  const { body: preview } = await world.preview<Preview>(withoutClosing(statement('06')))
  expect(preview.lines.map(({ amount }) => amount)).toEqual(['100.00', '40.00'])
  expect(preview.questions).toMatchObject([
    { code: 'amount_sign', chosen: 'reversals_inverted', is_remembered: true, params: { file: 'may.xml' } },
  ])
  const { body: june } = await world.import(withoutClosing(statement('06')), {}, 'june.xml')
  expect(june.warnings).toMatchObject([{ code: 'reversal_sign_inverted', params: { context: 'memory' } }])
  expect(await amountsOf(world)).toEqual(['100.00', '100.00', '40.00', '40.00'])

  // A person says otherwise; that is remembered in its place.
  const answers = JSON.stringify({ amount_sign: 'as_read' })
  const { body: july } = await world.import(withoutClosing(statement('07')), { answers }, 'july.xml')
  expect(july).toMatchObject({ inserted: 1, debits: 1 })
  expect(await remembered(world)).toMatchObject([{ reading: 'as_read', learnt_by: 'answer', file_name: 'july.xml' }])
  expect((await world.import(withoutClosing(statement('08')))).body).toMatchObject({ inserted: 1, debits: 1 })

  // Balances go before it.
  await world.import(statement('09'), {}, 'september.xml')
  const [again] = await remembered(world)
  expect(again).toMatchObject({ reading: 'reversals_inverted', learnt_by: 'proof', file_name: 'september.xml' })

  const path = `/accounts/${accountId}/sign-readings/${again?.id}`
  expect((await user.delete(path)).status).toBe(204)
  expect((await user.delete(path)).status).toBe(404)
  expect(await remembered(world)).toEqual([])
  expect((await world.import(withoutClosing(statement('10')))).body).toMatchObject({ inserted: 1, debits: 1 })
})

test('another account of the same bank profits, one of another bank and another user do not', async () => {
  const world = await openAccount()
  await world.import(statement('05'), {}, 'may.xml')
  const [same, other] = [await world.addOne('Savings'), await world.addOne('Elsewhere')]
  const read = (account: string, iban: string) =>
    world.importInto(account, withoutClosing(statement('06', iban)), { account: iban })
  // Linked by their first files.
  await read(same, 'DE35370400440532013099')
  await read(other, 'DE02120300000000202051')

  expect(await remembered(world, same)).toMatchObject([{ reading: 'reversals_inverted', file_name: 'may.xml' }])
  expect(await remembered(world, other)).toEqual([])
  const next = async (account: string, iban: string) =>
    (await world.importInto(account, withoutClosing(statement('07', iban)))).body
  expect(await next(same, 'DE35370400440532013099')).toMatchObject({ inserted: 2, debits: 0 })
  expect(await next(other, 'DE02120300000000202051')).toMatchObject({ inserted: 1, debits: 1 })

  const stranger = await world.core.signUp({ email: 'other@example.com' })
  expect((await stranger.get(`/accounts/${world.accountId}/sign-readings`)).status).toBe(404)
})
