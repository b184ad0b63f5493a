import { expect, test } from 'vitest'
import { addAccount, type Caller, createTestCore, type TestCore } from '../../support/core.ts'
import { openBooks } from '../support/books.ts'
import { camt, uploadTo, withoutClosing } from '../support/statement-files.ts'
import { type ItemAnswer, type Listed, type RunAnswer, runsPath } from '../support/world.ts'

interface SignReading {
  readonly id: string
  readonly reading: string
  readonly learnt_by: string
  readonly file_name: string
}
interface Previewed {
  readonly entries: readonly { readonly amount: number }[]
  readonly statements: readonly { readonly creditSum: number }[]
  readonly questions: readonly { readonly chosen: string; readonly isRemembered?: boolean }[]
}

const statement = (month: string) =>
  camt({
    id: `S-${month}`,
    entries: [
      { amount: 10_000, date: `2025-${month}-02`, name: 'Ana' },
      { amount: -4_000, date: `2025-${month}-03`, name: 'Eva', reversal: true },
    ],
    closing: 14_000,
  })

async function booksWithRun() {
  const core = await createTestCore()
  const user = await core.signUp()
  const { bank } = await openBooks(user)
  const run = (await user.post<RunAnswer>(runsPath, { ledger_id: bank.id })).body.id
  const amounts = async () =>
    (await user.get<Listed<ItemAnswer>>(`${runsPath}/${run}/items?limit=100`)).body.data
      .map(({ amount }) => Number(amount.amount))
      .sort((a, b) => a - b)
  const readings = async () =>
    (await user.get<{ data: SignReading[] }>(`/v1/ledgers/${bank.id}/sign-readings`)).body.data
  return { core, user, bank, run, amounts, readings }
}

async function preview({ core }: TestCore, user: Caller, content: string, ledgerId: string): Promise<Previewed> {
  const form = new FormData()
  form.set('ledger_id', ledgerId)
  form.set('file', new File([content], 'looked-at.xml'))
  const response = await core.api.fetch(
    new Request('http://core.test/v1/ledgers/reconciliation/sources/preview', {
      method: 'POST',
      headers: { authorization: `Bearer ${user.token}` },
      body: form,
    }),
    { clientAddress: 'test' },
  )
  const { files } = (await response.json()) as { files: Previewed[] }
  return files[0] as Previewed
}

test('a run reads reversals as a proven file of its ledger showed; changing and forgetting it stand on record', async () => {
  const { core, user, bank, run, amounts, readings } = await booksWithRun()
  await uploadTo(core, user, run, statement('05'), {}, 'may.xml')
  expect(await readings()).toMatchObject([{ reading: 'reversals_inverted', learnt_by: 'proof', file_name: 'may.xml' }])

  const june = withoutClosing(statement('06'))
  const looked = await preview(core, user, june, bank.id)
  expect(looked.entries.map(({ amount }) => amount)).toEqual([10_000, 4_000])
  expect(looked.statements[0]?.creditSum).toBe(14_000)
  expect(looked.questions).toMatchObject([{ chosen: 'reversals_inverted', isRemembered: true }])
  await uploadTo(core, user, run, june, {}, 'june.xml')
  expect(await amounts()).toEqual([4_000, 4_000, 10_000, 10_000])

  const answers = JSON.stringify({ amount_sign: 'as_read' })
  await uploadTo(core, user, run, withoutClosing(statement('07')), { answers }, 'july.xml')
  expect(await amounts()).toEqual([-4_000, 4_000, 4_000, 10_000, 10_000, 10_000])
  const [said] = await readings()
  expect(said).toMatchObject({ reading: 'as_read', learnt_by: 'answer', file_name: 'july.xml' })

  const path = `/v1/ledgers/${bank.id}/sign-readings/${said?.id}`
  expect((await user.delete(path)).status).toBe(204)
  expect((await user.delete(path)).status).toBe(404)
  expect(await readings()).toEqual([])
  const trail = await user.get<Listed<{ action: string }>>('/v1/ledgers/audit?entity=sign_reading&sort=seq&order=asc')
  expect(trail.body.data.map(({ action }) => action)).toEqual(['create', 'change', 'delete'])
})

test('what an account learnt counts for the ledger of the same account number', async () => {
  const { core, user, readings } = await booksWithRun()
  const accountId = await addAccount(user, {}, 'Main account')
  const form = new FormData()
  form.set('file', new File([statement('05')], 'may.xml'))
  await core.core.api.fetch(
    new Request(`http://core.test/accounts/${accountId}/movements/import`, {
      method: 'POST',
      headers: { authorization: `Bearer ${user.token}` },
      body: form,
    }),
    { clientAddress: 'test' },
  )
  expect(await readings()).toMatchObject([{ reading: 'reversals_inverted', file_name: 'may.xml' }])
})
