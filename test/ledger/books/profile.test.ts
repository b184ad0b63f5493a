import { expect, test } from 'vitest'
import { createTestCore } from '../../support/core.ts'
import { bookPayment, openBooks } from '../support/books.ts'
import type { Refusal } from '../support/world.ts'

async function withLedger(currency = 'EUR') {
  const core = await createTestCore()
  const user = await core.signUp()
  const books = await openBooks(user, currency)
  const path = `/v1/ledgers/${books.bank.id}`
  const change = (body: unknown) => core.call<Refusal>('PATCH', path, body, user.token)
  const profile = async () => (await user.get<{ profile: unknown }>(path)).body.profile
  return { core, user, books, change, profile }
}

test('each setting of the matching profile that cannot be is refused by its name, and nothing is kept', async () => {
  const { change, profile } = await withLedger()
  const wrong: readonly (readonly [object, string])[] = [
    [{ days: [5, -5] }, 'profile.days'],
    [{ days: [0] }, 'profile.days'],
    [{ days: [-3, 10.5] }, 'profile.days'],
    [{ daysCheque: [-3, 99_999] }, 'profile.daysCheque'],
    [{ days: [-90, 10] }, 'profile.daysWithReference'],
    [{ toleranceAbsolute: -1 }, 'profile.toleranceAbsolute'],
    [{ toleranceAbsolute: '5' }, 'profile.toleranceAbsolute'],
    [{ toleranceAbsolute: 1_000_001 }, 'profile.toleranceAbsolute'],
    [{ toleranceAbsolute: 500, toleranceCap: 100 }, 'profile.toleranceCap'],
    [{ shortPaymentCap: 0.5 }, 'profile.shortPaymentCap'],
    [{ tolerancePerMille: 1001 }, 'profile.tolerancePerMille'],
    [{ foreignPerMille: null }, 'profile.foreignPerMille'],
    [{ groupAmountOnly: 13 }, 'profile.groupAmountOnly'],
    [{ groupCandidates: 41 }, 'profile.groupCandidates'],
    [{ groupWithReference: 0 }, 'profile.groupWithReference'],
    [{ storeFrom: 101 }, 'profile.storeFrom'],
    [{ carryForward: 'yes' }, 'profile.carryForward'],
    [{ tolerance: 5 }, 'profile.tolerance'],
  ]
  for (const [settings, field] of wrong) {
    const { status, body } = await change({ profile: settings })
    expect([field, status, body.code, Object.keys(body.details ?? {})]).toEqual([
      field,
      400,
      'invalid_request',
      [expect.stringMatching(new RegExp(`^${field}(\\.\\d)?$`))],
    ])
    expect(body.message).toContain(field)
  }
  expect((await change({ profile: { tolerance: 5 } })).body.message).toBe('profile.tolerance: is not a known field')
  expect(await profile()).toEqual({})
  const right = { days: [-5, 20], toleranceAbsolute: 5, toleranceCap: 10, storeFrom: 60, carryForward: false }
  expect((await change({ profile: right })).status).toBe(200)
  expect(await profile()).toEqual(right)
})

test('limits of sums follow the currency and its decimals', async () => {
  const yen = await withLedger('JPY')
  expect((await yen.change({ profile: { toleranceAbsolute: 1_000_000 } })).status).toBe(200)
  const dinar = await withLedger('KWD')
  expect((await dinar.change({ profile: { toleranceAbsolute: 10_000_000 } })).status).toBe(200)
  expect((await dinar.change({ profile: { toleranceAbsolute: 10_000_001 } })).body.details).toEqual({
    'profile.toleranceAbsolute': 'must be at most 10000000 minor units of KWD',
  })
})

test('decimals: never fewer than the currency has, and fixed once the ledger holds amounts', async () => {
  const { user, books, change } = await withLedger()
  expect((await change({ precision_override: 1 })).body).toMatchObject({
    code: 'invalid_request',
    details: { precision_override: 'must be at least 2, the decimals of EUR' },
  })
  expect((await change({ precision_override: 6 })).status).toBe(400)
  expect((await change({ precision_override: 3 })).status).toBe(200)
  expect((await change({ precision_override: null })).status).toBe(200)
  await bookPayment(user, { bank: books.bank, other: books.receivables }, { amount: 100, date: '2025-01-10' })
  expect((await change({ precision_override: 3 })).body.code).toBe('ledger_in_use')
  expect((await change({ precision_override: 2 })).status).toBe(200)
})

test('a new ledger is held to the same, and the document says the limits', async () => {
  const { core, user } = await withLedger()
  const made = await user.post<Refusal>('/v1/ledgers', {
    code: '1900',
    type: 'asset',
    currency_code: 'EUR',
    profile: { toleranceAbsolute: 2_000_000 },
  })
  expect([made.status, made.body.details]).toEqual([
    400,
    { 'profile.toleranceAbsolute': 'must be at most 1000000 minor units of EUR' },
  ])
  const { body } = await core.call<{ components: { schemas: Record<string, object> } }>('GET', '/openapi.json')
  expect(body.components.schemas.MatchingProfile).toMatchObject({
    additionalProperties: false,
    properties: { groupCandidates: { type: 'integer', minimum: 2, maximum: 40 }, toleranceAbsolute: { minimum: 0 } },
  })
})
