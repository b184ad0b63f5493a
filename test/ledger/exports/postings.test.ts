import { expect, test } from 'vitest'
import { download } from '../support/download.ts'
import { openCase125 } from '../support/report-world.ts'

test('postings of closings go to the main accounting system in its own columns, with what reversed them', async () => {
  const { core, user, path, fee } = await openCase125()
  const close = () =>
    user.post(`/v1/ledgers/reconciliation/items/${fee?.id}/close`, { ledger_id: '6855', reason: 'bank_fee' })
  await close()
  const query = 'format=csv&columns=booking_date,code,debit,credit&headers=Fecha,Cuenta,Debe,Haber&separator=semicolon'
  const { text } = await download(core, user, `${path}/postings?${query}`)
  const [header, ...lines] = text.trimEnd().split('\r\n')
  expect(header).toBe('\ufeffFecha;Cuenta;Debe;Haber')
  expect(lines.toSorted()).toEqual(['2025-01-31;1810;;50.00', '2025-01-31;6855;50.00;'])
  await user.post(`/v1/ledgers/reconciliation/items/${fee?.id}/reopen`, { reason: 'wrong' })
  expect((await user.get(`${path}/postings`)).body).toMatchObject({ total: 4 })
  expect((await user.get(`${path}/postings?format=csv&columns=code&headers=A,B`)).status).toBe(400)
})
