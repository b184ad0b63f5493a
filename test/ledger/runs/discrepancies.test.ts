import { expect, test } from 'vitest'
import { makeBooks } from '../engine/generated/make-books.ts'
import { bookPayment, type JournalAnswer } from '../support/books.ts'
import { type DiscrepancyAnswer, withDiscrepancies } from '../support/discrepancy-world.ts'
import { fillRun, strangers } from '../support/many-lines.ts'
import { openCase125 } from '../support/report-world.ts'
import { camt, uploadTo } from '../support/statement-files.ts'
import { tamper } from '../support/verify.ts'
import type { Listed, Refusal } from '../support/world.ts'

const day = '2025-01-10'

test('a statement that does not prove is critical, blocks closing, and may be overridden with a reason (117, 118)', async () => {
  const { core, user, run, path, list, items } = await withDiscrepancies()
  await uploadTo(core, user, run.id, camt({ entries: [{ amount: 500, date: day }], closing: 700 }))
  expect(await list('&status=open')).toMatchObject([
    { type: 'statement_not_proved', severity: 'critical', amount: { amount: '200' } },
  ])
  const [item] = await items()
  await user.post(`/v1/ledgers/reconciliation/items/${item?.id}/close`, { ledger_id: '1200', reason: 'tax' })
  const refusal = await user.post<Refusal>(`${path}/close`)
  expect(refusal).toMatchObject({
    status: 409,
    body: {
      code: 'run_not_closable',
      details: {
        obstacles: [{ code: 'not_proved' }, { code: 'critical_discrepancies', count: 1 }, { code: 'difference' }],
      },
    },
  })
})

test('a gap between statements is found, and closes itself when the missing one is imported', async () => {
  const { core, user, run, list } = await withDiscrepancies()
  const month = (id: string, opening: number, amount: number, date: string) =>
    uploadTo(core, user, run.id, camt({ id, opening, entries: [{ amount, date }] }))
  await month('S-1', 0, 100, '2025-01-10')
  await month('S-3', 300, 50, '2025-03-10')
  expect(await list('&status=open')).toMatchObject([
    { type: 'statement_gap', severity: 'critical', amount: { amount: '200' } },
  ])
  await month('S-2', 100, 200, '2025-02-10')
  expect(await list('&status=open')).toEqual([])
  expect(await list('&type=statement_gap')).toMatchObject([{ status: 'closed', closed_reason: 'resolved' }])
})

test('after a pass, what only one side has is named; what has a proposal is not missing until it is rejected', async () => {
  const { core, user, books, run, list, pass, matches, items } = await withDiscrepancies()
  const entry = await bookPayment(user, { bank: books.bank, other: books.receivables }, { amount: 900, date: day })
  await bookPayment(user, { bank: books.bank, other: books.payables }, { amount: -77, date: '2024-06-01' })
  await uploadTo(
    core,
    user,
    run.id,
    camt({
      entries: [
        { amount: 900, date: day },
        { amount: -5, date: day },
      ],
    }),
  )
  expect(await list()).toEqual([])
  await pass()
  const open = async () =>
    (await list('&status=open')).map(({ type, severity, amount }) => [type, severity, amount?.amount]).sort()
  const alone = [
    ['missing_in_ledger', 'critical', '-5'],
    ['missing_on_statement', 'critical', '-77'],
  ]
  expect(await open()).toEqual(alone)
  const [suggestion] = await matches(run.id, '&status=suggested')
  expect(suggestion?.legs.map((leg) => leg.ledger_entry_id ?? 'item')).toEqual(['item', entry.id])
  const decide = (what: string) => user.post(`/v1/ledgers/reconciliation/matches/${suggestion?.id}/${what}`)
  await decide('accept')
  expect(await open()).toEqual(alone)
  await decide('reject')
  expect(await open()).toEqual([
    ['missing_in_ledger', 'critical', '-5'],
    ['missing_in_ledger', 'critical', '900'],
    ['missing_on_statement', 'critical', '-77'],
    ['missing_on_statement', 'info', '900'],
  ])
  await decide('offer-again')
  expect(await open()).toEqual(alone)
  expect((await items())[0]?.match_status).toBe('unmatched')
})

test('what a person accepted as it is stays closed unless its amount changes', async () => {
  const { core, user, books, run, list, pass, patch } = await withDiscrepancies()
  const entry = await bookPayment(
    user,
    { bank: books.bank, other: books.payables },
    { amount: -77, date: '2025-01-01' },
  )
  await uploadTo(core, user, run.id, camt({ entries: [{ amount: 5, date: day }] }))
  await pass()
  const [found] = await list('&type=missing_on_statement')
  const accepted = await patch(`/v1/ledgers/reconciliation/discrepancies/${found?.id}`, {
    status: 'closed',
    closed_reason: 'accepted_as_is',
    note: 'cheque on its way',
  })
  expect(accepted).toMatchObject({ status: 200, body: { status: 'closed', closed_by: 'user1@example.com' } })
  await pass()
  expect(await list('&type=missing_on_statement&status=open')).toEqual([])
  const journal = await user.get<JournalAnswer>(`/v1/ledgers/journals/${entry.transactionId}`)
  await patch(`/v1/ledgers/journals/${entry.transactionId}`, {
    entries: journal.body.entries.map(({ id }) => ({ id, amount: 88 })),
  })
  await pass()
  expect(await list('&type=missing_on_statement&status=open')).toMatchObject([{ amount: { amount: '-88' } }])
})

test('a matched ledger entry that is changed afterwards breaks its match, critically (123)', async () => {
  const { core, user, books, run, path, list, items, patch } = await withDiscrepancies()
  const entry = await bookPayment(user, { bank: books.bank, other: books.receivables }, { amount: 900, date: day })
  await uploadTo(core, user, run.id, camt({ entries: [{ amount: 900, date: day }] }))
  const [item] = await items()
  await user.post(`${path}/manual-match`, { source_entry_ids: [item?.id], ledger_entry_ids: [entry.id] })
  const journal = await user.get<JournalAnswer>(`/v1/ledgers/journals/${entry.transactionId}`)
  const all = (amount: number) => ({ entries: journal.body.entries.map(({ id }) => ({ id, amount })) })
  await patch(`/v1/ledgers/journals/${entry.transactionId}`, all(800))
  expect(await list('&status=open')).toMatchObject([{ type: 'accepted_match_broken', severity: 'critical' }])
  await patch(`/v1/ledgers/journals/${entry.transactionId}`, all(900))
  expect(await list('&status=open')).toEqual([])
})

test('currency_mismatch: a line or a balance in another currency than its account is critical until its file goes', async () => {
  const { core, user, run, path, list, patch } = await withDiscrepancies()
  const file = camt({
    entries: [
      { amount: 500, date: day },
      { amount: 700, date: day },
    ],
  })
  const wrong = file.replace('<Ntry><Amt Ccy="EUR">5.00', '<Ntry><Amt Ccy="USD">5.00')
  const sent = await uploadTo(core, user, run.id, wrong)
  expect(sent.status).toBe(201)
  const [found, ...others] = await list('&type=currency_mismatch')
  expect(others).toEqual([])
  expect(found).toMatchObject({ severity: 'critical', status: 'open', facts: { file: 'statement.xml', count: 1 } })
  const refusal = await user.post<Refusal>(`${path}/close`)
  expect(JSON.stringify(refusal.body.details)).toContain('critical_discrepancies')
  await patch(`/v1/ledgers/reconciliation/discrepancies/${found?.id}`, {
    status: 'closed',
    closed_reason: 'accepted_as_is',
  })
  await uploadTo(core, user, run.id, camt({ id: 'S-2', opening: 1200, entries: [{ amount: 1, date: '2025-01-11' }] }))
  expect(await list('&type=currency_mismatch')).toMatchObject([{ status: 'closed', closed_reason: 'accepted_as_is' }])
  await patch(`/v1/ledgers/reconciliation/discrepancies/${found?.id}`, { status: 'open' })
  await core.call('DELETE', `${path}/sources/${sent.body.source_file.id}`, undefined, user.token)
  expect(await list('&type=currency_mismatch')).toMatchObject([{ status: 'closed', closed_reason: 'resolved' }])
})

test('closed_period_changed: what a closed run held was edited behind the program; it ends when it is as it was', async () => {
  const { core, user, path, fee, receipt, newRun } = await openCase125()
  await user.post(`/v1/ledgers/reconciliation/items/${fee?.id}/close`, { ledger_id: '6855', reason: 'bank_fee' })
  const verify = async () => (await user.post<{ clean: boolean }>('/v1/ledgers/audit/verify')).body.clean
  const found = async (runPath = path) =>
    (await user.get<Listed<DiscrepancyAnswer>>(`${runPath}/discrepancies?type=closed_period_changed`)).body.data
  const edit = (text: string) =>
    tamper(core.dataDir, `update source_entries set remittance_text = '${text}' where id = '${fee?.id}'`)

  edit('another fee')
  expect([await verify(), await found()]).toEqual([false, []])
  edit('+49 fee')
  const closed = await user.post(`${path}/close`)
  expect(closed.status).toBe(200)
  const next = await newRun()
  expect([await verify(), await found()]).toEqual([true, []])

  edit('another fee')
  expect(await verify()).toBe(false)
  const [open, ...others] = await found()
  expect(others).toEqual([])
  expect(open).toMatchObject({ severity: 'critical', status: 'open', facts: { entity: 'source_file' } })
  expect(await found(`/v1/ledgers/reconciliation/runs/${next.id}`)).toEqual([])

  edit('+49 fee')
  expect(await verify()).toBe(true)
  expect(await found()).toMatchObject([{ id: open?.id, status: 'closed', closed_reason: 'resolved' }])

  tamper(core.dataDir, `update ledger_entries set document_no = 'X' where id = '${receipt.id}'`)
  await verify()
  expect(await found()).toMatchObject([{ id: open?.id, status: 'open', facts: { entity: 'ledger_entry' } }])
})

test('after a pass over many lines discrepancies come in slices, and say what is true at their end', async () => {
  const { core, user, books, run, path } = await withDiscrepancies()
  const { input } = makeBooks(7, 1500)
  const entries = [...input.entries, ...strangers(3000)]
  const into = { dataDir: core.dataDir, runId: run.id, ledgerId: books.bank.id, otherId: books.receivables.id }
  fillRun({ items: input.items.slice(0, 1000), entries }, into)
  const late = await bookPayment(user, { bank: books.bank, other: books.payables }, { amount: -77, date: '2025-02-01' })
  const total = async () => (await user.get<Listed<unknown>>(`${path}/discrepancies?limit=1`)).body.total

  let isOver = false
  const passing = user.post<{ matched: number }>(`${path}/auto-match`).finally(() => {
    isOver = true
  })
  const totals = new Set<number>()
  let removed: ReturnType<typeof core.call> | null = null
  await expect
    .poll(
      async () => {
        const now = isOver ? 0 : await total()
        if (now > 0 && !isOver) {
          totals.add(now)
          removed ??= core.call('DELETE', `/v1/ledgers/journals/${late.transactionId}`, undefined, user.token)
        }
        return isOver
      },
      { timeout: 200_000, interval: 5 },
    )
    .toBe(true)
  expect((await passing).status).toBe(200)
  expect(totals.size).toBeGreaterThan(0)
  expect(await removed).toMatchObject({ status: 204 })

  const all = async () => {
    const pages = Array.from({ length: 20 }, (_, at) => at * 500)
    const found = await Promise.all(
      pages.map((offset) => user.get<Listed<DiscrepancyAnswer>>(`${path}/discrepancies?limit=500&offset=${offset}`)),
    )
    return found.flatMap(({ body }) => body.data)
  }
  const first = await all()
  expect(first.filter(({ type }) => type === 'missing_on_statement').length).toBeGreaterThan(3000)
  expect(first.some(({ ledger_entry_id: id }) => id === late.id)).toBe(false)
  expect((await user.post(`${path}/auto-match`)).status).toBe(200)
  expect(await all()).toEqual(first)
}, 300_000)
