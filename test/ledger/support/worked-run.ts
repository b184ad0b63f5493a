import { bookPayment } from './books.ts'
import { openCase125 } from './report-world.ts'
import { camt, uploadTo } from './statement-files.ts'
import { runsPath } from './world.ts'

/** A closed run with every kind of decision behind it: match, undo, write-off, closing, reopening, notes, a discrepancy, rules. */
export async function openWorkedRun() {
  const world = await openCase125()
  const { core, user, books, path, fee, matchId, newRun, items } = world
  await user.post(`/v1/ledgers/reconciliation/matches/${matchId}/reject`, { reason: 'try' })
  const again = await user.post<{ id: string }>(`${path}/manual-match`, {
    source_entry_ids: [world.line?.id],
    ledger_entry_ids: [world.receipt.id],
    note: 'kept',
  })
  await core.call(
    'PATCH',
    `/v1/ledgers/reconciliation/matches/${again.body.id}/note`,
    { note: 'looked at' },
    user.token,
  )
  const closing = { ledger_id: '6855', reason: 'bank_fee', note: 'January' }
  await user.post(`/v1/ledgers/reconciliation/items/${fee?.id}/close`, closing)
  await user.post(`/v1/ledgers/reconciliation/items/${fee?.id}/reopen`, { reason: 'wrong' })
  await user.post(`/v1/ledgers/reconciliation/items/${fee?.id}/close`, closing)
  await core.call('PATCH', '/v1/ledgers/6855', { description: 'Bank charges' }, user.token)
  await user.post(`${path}/close`, { statement: 'Done.' })

  const second = await newRun('second')
  const entry = await bookPayment(
    user,
    { bank: books.bank, other: books.receivables },
    { amount: 10_000, date: '2025-02-05' },
  )
  await uploadTo(
    core,
    user,
    second.id,
    camt({
      id: 'S-2',
      opening: 1_025_000,
      entries: [
        { amount: 9990, date: '2025-02-06' },
        { amount: -700, date: '2025-02-07' },
      ],
    }),
  )
  const [short] = await items(second.id)
  const off = await user.post<{ id: string }>(`${runsPath}/${second.id}/manual-match`, {
    source_entry_ids: [short?.id],
    ledger_entry_ids: [entry.id],
    difference_treatment: { kind: 'write_off', ledger_id: '6855', reason: 'rounding' },
  })
  if (off.status !== 201) throw new Error(JSON.stringify(off.body))
  await user.post(`/v1/ledgers/reconciliation/matches/${off.body.id}/reject`, { reason: 'undo' })
  const part = await user.post(`${runsPath}/${second.id}/manual-match`, {
    source_entry_ids: [short?.id],
    ledger_entry_ids: [entry.id],
    difference_treatment: { kind: 'leave_open' },
  })
  if (part.status !== 201) throw new Error(JSON.stringify(part.body))
  const passed = await user.post(`${runsPath}/${second.id}/auto-match`)
  if (passed.status !== 200) throw new Error(JSON.stringify(passed.body))
  const { body } = await user.get<{ data: { id: string }[] }>(`${runsPath}/${second.id}/discrepancies`)
  if (body.data.length === 0) throw new Error('no discrepancy')
  await core.call(
    'PATCH',
    `/v1/ledgers/reconciliation/discrepancies/${body.data[0]?.id}`,
    { status: 'in_review', note: 'asked the bank' },
    user.token,
  )
  // What no decision rests on: a rule with its proposal, a kept mapping, a rejected proposal, a split line, notes.
  const rule = await user.post('/v1/ledgers/rules', {
    conditions: { contains: ['commission'] },
    action: { ledger_id: '6855', reason: 'bank_fee' },
  })
  if (rule.status !== 201) throw new Error(JSON.stringify(rule.body))
  const third = await newRun('third')
  await bookPayment(
    user,
    { bank: books.bank, other: books.receivables },
    { amount: 7_700, date: '2025-03-03', document_no: 'INV-2025-0077' },
  )
  await bookPayment(
    user,
    { bank: books.bank, other: books.receivables },
    { amount: 6_600, date: '2025-03-06', document_no: 'INV-2025-0066' },
  )
  const rows = [
    '2025-03-03;Invoice INV-2025-0077;77,00;10.369,90',
    '2025-03-04;Commission;-4,00;10.365,90',
    '2025-03-05;Other;-8,00;10.357,90',
    '2025-03-06;Invoice INV-2025-0066;66,00;10.423,90',
  ]
  await uploadTo(core, user, third.id, ['Date;Text;Amount;Balance', ...rows].join('\n'), {}, 'march.csv')
  const passedToo = await user.post(`${runsPath}/${third.id}/auto-match`)
  if (passedToo.status !== 200) throw new Error(JSON.stringify(passedToo.body))
  const [proposed] = await world.matches(third.id, '&status=suggested')
  const rejected = await user.post(`/v1/ledgers/reconciliation/matches/${proposed?.id}/reject`, { reason: 'no' })
  if (rejected.status !== 200) throw new Error(JSON.stringify(rejected.body))
  const lines = await items(third.id)
  const other = lines.find(({ amount }) => amount.amount === '-800')
  const split = await user.post(`/v1/ledgers/reconciliation/items/${other?.id}/split`, {
    parts: [{ amount: -300, note: 'mine' }, { amount: -500 }],
  })
  if (split.status >= 300) throw new Error(JSON.stringify(split.body))
  return { ...world, matchId: again.body.id, second, third }
}
