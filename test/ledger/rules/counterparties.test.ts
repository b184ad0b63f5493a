import { expect, test, vi } from 'vitest'
import { bookPayment } from '../support/books.ts'
import { camt, uploadTo } from '../support/statement-files.ts'
import { type Listed, openRun, type Refusal } from '../support/world.ts'

// Every import and matching pass runs in a thread of its own, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const path = '/v1/ledgers/counterparties'
const matchesPath = '/v1/ledgers/reconciliation/matches'

interface PartyAnswer {
  readonly id: string
  readonly name: string
  readonly aliases: readonly {
    readonly text: string
    readonly origin: string
    readonly uses: number
    readonly active: boolean
  }[]
  readonly accounts: readonly {
    readonly identifier: string
    readonly uses: number
    readonly active: boolean
    readonly first_seen: string | null
    readonly last_seen: string | null
  }[]
  readonly usual_lag_days: number | null
  readonly usual_deduction: Readonly<Record<string, unknown>> | null
  readonly version: number
}
interface Invoice {
  readonly no: number
  readonly customer: string
  readonly payer: string
  readonly account?: string
  readonly paidAfter?: number
}

const account = 'DE75512108001245126199'
const day = (at: number) => `2025-01-${String(at).padStart(2, '0')}`

/** Invoices with their payments, each naming the invoice; the fee, in minor units, is kept back. */
async function withPayments(invoices: readonly Invoice[], feeOf: (gross: number) => number = () => 0) {
  const world = await openRun()
  const { core, user, books, run, path: runPath } = world
  const lines = []
  for (const { no, customer, payer, account: from, paidAfter = 1 } of invoices) {
    const gross = 10_000 + no * 1000
    await bookPayment(
      user,
      { bank: books.bank, other: books.receivables },
      { amount: gross, date: day(no), document_no: `INV-2025-00${10 + no}`, counterparty_name: customer },
    )
    lines.push({
      amount: gross - feeOf(gross),
      date: day(no + paidAfter),
      name: payer,
      text: `INV-2025-00${10 + no}`,
      ...(from ? { account: from } : {}),
    })
  }
  await uploadTo(core, user, run.id, camt({ entries: lines }))
  const pass = () => user.post<{ matched: number }>(`${runPath}/auto-match`)
  await pass()
  const suggestionOf = async (no: number) =>
    (await world.matches(run.id, '&status=suggested')).find(({ legs }) =>
      legs.some(({ side, amount }) => side === 'ledger' && amount.amount === String(10_000 + no * 1000)),
    )
  return {
    ...world,
    pass,
    accept: async (no: number, body: object = {}) => {
      const match = await suggestionOf(no)
      const { status } = await user.post(`${matchesPath}/${match?.id}/accept`, body)
      if (status !== 200) throw new Error(`accept ${no}: ${status}`)
      return match?.id
    },
    parties: async () => (await user.get<Listed<PartyAnswer>>(path)).body.data,
  }
}

test('the name on accepted matches with a reference becomes an alias at the second one, and is unlearned by undo', async () => {
  const { user, accept, parties } = await withPayments(
    [1, 2, 3].map((no) => ({ no, customer: 'Acme Trading GmbH', payer: 'ATG HOLDING', account })),
  )
  await accept(1)
  expect(await parties()).toMatchObject([
    {
      name: 'Acme Trading GmbH',
      aliases: [{ text: 'ATG HOLDING', origin: 'learned', uses: 1, active: false }],
      accounts: [{ identifier: account, uses: 1, active: true, first_seen: day(2), last_seen: day(2) }],
    },
  ])
  const second = await accept(2)
  const [learned] = await parties()
  expect(learned?.aliases).toMatchObject([{ uses: 2, active: true }])
  expect(learned?.accounts).toMatchObject([{ uses: 2, first_seen: day(2), last_seen: day(3) }])
  await user.post(`${matchesPath}/${second}/reject`)
  expect((await parties())[0]?.aliases).toMatchObject([{ uses: 1, active: false }])
})

test('an account from which several counterparties pay tells nobody', async () => {
  const { accept, parties } = await withPayments([
    { no: 1, customer: 'Acme Trading GmbH', payer: 'PayProvider', account },
    { no: 2, customer: 'Beta Bau AG', payer: 'PayProvider', account },
  ])
  await accept(1)
  await accept(2)
  expect((await parties()).map(({ name, accounts }) => [name, accounts.map(({ active }) => active)])).toEqual([
    ['Acme Trading GmbH', [false]],
    ['Beta Bau AG', [false]],
  ])
})

test('usual days and the usual deduction are learned from five acceptances, and a person’s word stays', async () => {
  const invoices = [1, 2, 3, 4, 5].map((no) => ({
    no,
    customer: 'Card Payments',
    payer: 'Card Payments',
    paidAfter: 2,
  }))
  const { core, user, books, accept, parties, pass } = await withPayments(invoices, (gross) => (gross * 30) / 1000)
  const difference_treatment = { kind: 'write_off', ledger_id: books.fees.id, reason: 'fee' }
  for (const no of [1, 2, 3, 4]) await accept(no, { difference_treatment })
  await pass()
  expect(await parties()).toMatchObject([{ usual_lag_days: null, usual_deduction: null }])
  await accept(5, { difference_treatment })
  await uploadTo(
    core,
    user,
    (await user.get<Listed<{ id: string }>>('/v1/ledgers/reconciliation/runs')).body.data[0]?.id ?? '',
    camt({ id: 'S-2', entries: [{ amount: 5, date: day(20) }] }),
  )
  await pass()
  const [learned] = await parties()
  expect(learned).toMatchObject({ usual_lag_days: 2, usual_deduction: { per_mille: 30, ledger_id: books.fees.id } })
  await core.call('PATCH', `${path}/${learned?.id}`, { usual_lag_days: null }, user.token)
  await pass()
  expect((await parties())[0]).toMatchObject({ usual_lag_days: null, usual_deduction: { per_mille: 30 } })
})

test('counterparties are written, changed and deleted by people; names they switch off stay off', async () => {
  const { core, user, accept, parties } = await withPayments(
    [1, 2].map((no) => ({ no, customer: 'Acme Trading GmbH', payer: 'ATG HOLDING' })),
  )
  const created = await user.post<PartyAnswer & Refusal>(path, {
    name: 'Acme Trading GmbH',
    aliases: [{ text: 'ATG Holding', active: false }],
    accounts: [{ identifier: 'de75 5121 0800 1245 1261 99' }],
    usual_ledger_id: '1200',
    usual_deduction: { fixed: 35 },
  })
  expect(created).toMatchObject({
    status: 201,
    body: { accounts: [{ identifier: account, active: true }], usual_deduction: { fixed: 35 } },
  })
  expect((await user.post<Refusal>(path, { name: 'Acme Trading GmbH' })).body.code).toBe('counterparty_exists')
  await accept(1)
  await accept(2)
  expect((await parties())[0]?.aliases).toMatchObject([{ text: 'ATG Holding', uses: 2, active: false }])
  const patch = (body: object) =>
    core.call<PartyAnswer & Refusal>('PATCH', `${path}/${created.body.id}`, body, user.token)
  expect((await patch({ version: 7, name: 'Other' })).body.code).toBe('version_conflict')
  expect(await patch({ usual_lag_days: 3, usual_deduction: null, aliases: [] })).toMatchObject({
    status: 200,
    body: { usual_lag_days: 3, usual_deduction: null, aliases: [], version: 2 },
  })
  expect((await patch({ usual_ledger_id: 'nowhere' })).status).toBe(404)
  const stranger = await core.signUp({ email: 'eve@example.com' })
  expect((await stranger.get(`${path}/${created.body.id}`)).status).toBe(404)
  expect((await user.delete(`${path}/${created.body.id}`)).status).toBe(204)
  expect(await parties()).toEqual([])
})
