import { expect, test } from 'vitest'
import { bookPayment } from '../support/books.ts'
import { camt, uploadTo } from '../support/statement-files.ts'
import { openRun } from '../support/world.ts'

test('a run is matched: number and name, a batch by what its parts name, two invoices in one text, a part', async () => {
  const { core, user, books, run, path, items, matches } = await openRun()
  const sides = { bank: books.bank, other: books.receivables }
  const book = (amount: number, document_no: string, counterparty_name = 'Nordwind Handel GmbH') =>
    bookPayment(user, sides, { amount, date: '2025-01-10', document_no, counterparty_name })
  const single = await book(50_000, 'INV-2025-0007')
  const two = [await book(10_000, 'INV-2025-0011'), await book(20_500, 'INV-2025-0012')]
  const batch = [await book(-30_000, 'PAY-2025-0101', 'Kohl Bau'), await book(-45_000, 'PAY-2025-0102', 'Lindner Holz')]
  const part = await book(90_000, 'INV-2025-0020')

  const file = camt({
    entries: [
      { amount: 50_000, date: '2025-01-12', name: 'NORDWIND HANDEL', text: 'Rechnung INV-2025-0007' },
      { amount: 30_500, date: '2025-01-12', name: 'NORDWIND HANDEL', text: 'INV 2025 0011 und INV 2025 0012' },
      { amount: -75_000, date: '2025-01-11', text: 'BATCH' },
      { amount: 40_000, date: '2025-01-12', name: 'NORDWIND HANDEL', text: 'Teil INV-2025-0020' },
    ],
  }).replace(
    /<NtryDtls>(?:(?!<NtryDtls>).)*BATCH.*?<\/NtryDtls>/s,
    `<NtryDtls><Btch><NbOfTxs>2</NbOfTxs></Btch>${[
      ['300.00', 'PAY-2025-0101'],
      ['450.00', 'PAY-2025-0102'],
    ]
      .map(
        ([amount, id]) =>
          `<TxDtls><Refs><EndToEndId>${id}</EndToEndId></Refs><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>DBIT</CdtDbtInd></TxDtls>`,
      )
      .join('')}</NtryDtls>`,
  )
  expect((await uploadTo(core, user, run.id, file)).status).toBe(201)
  expect((await user.post(`${path}/auto-match`)).status).toBe(200)

  const lines = new Map((await items()).map(({ id, amount }) => [id, amount.amount]))
  const found = (await matches()).map(({ kind, legs, band }) => ({
    kind,
    band,
    lines: legs.flatMap(({ source_entry_id: id }) => (id === null ? [] : lines.get(id))),
    entries: legs.flatMap(({ ledger_entry_id: id }) => id ?? []).sort(),
  }))
  expect(found).toContainEqual({ kind: 'one_to_one', band: 'strong', lines: ['50000'], entries: [single.id] })
  expect(found).toContainEqual({
    kind: 'one_to_many',
    band: 'strong',
    lines: ['30500'],
    entries: two.map(({ id }) => id).sort(),
  })
  expect(found).toContainEqual({
    kind: 'one_to_many',
    band: 'likely',
    lines: ['-75000'],
    entries: batch.map(({ id }) => id).sort(),
  })
  expect(found).toContainEqual({ kind: 'one_to_one', band: 'likely', lines: ['40000'], entries: [part.id] })

  const partial = (await matches()).find(({ legs }) => legs.some(({ ledger_entry_id: id }) => id === part.id))
  expect((await user.post(`/v1/ledgers/reconciliation/matches/${partial?.id}/accept`)).status).toBe(200)
  const again = await user.post(`${path}/auto-match`)
  expect(again.status).toBe(200)
  expect((await matches()).filter(({ status }) => status === 'suggested')).toHaveLength(3)
})
