import { camt } from '../ledger/support/statement-files.ts'
import { openBooks } from './support/books.ts'
import { expect, forgive, test } from './support/fixtures.ts'
import { owner } from './support/program.ts'

const count = 50_000

const manyLines = () =>
  camt({
    opening: 0,
    entries: Array.from({ length: count }, (_, index) => ({
      amount: (index % 2 === 0 ? 1 : -1) * (1_000 + index),
      date: `2026-10-${String(1 + Math.floor((index * 31) / count)).padStart(2, '0')}`,
      name: `Payer ${index}`,
      text: `Order ${index}`,
      reference: `R-${index}`,
    })),
  })

test('a run of 50,000 lines stays fluid', async ({ window: page, program, complaints, picture }) => {
  test.setTimeout(240_000)
  const { bank } = await openBooks(program, 100)
  const run = await program.call<{ id: string }>('POST', '/v1/ledgers/reconciliation/runs', { ledger_id: bank })
  const { token } = await program.call<{ token: string }>('POST', '/auth/login', owner)
  const form = new FormData()
  form.set('file', new File([manyLines()], 'october.xml'))
  const answer = await fetch(`${program.url}/api/v1/ledgers/reconciliation/runs/${run.id}/sources/upload`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  })
  expect(answer.status).toBe(201)

  const opened = Date.now()
  await page.goto(`${program.url}/#/books/runs/${run.id}`)
  const queue = page.getByRole('list', { name: 'What needs a decision' })
  await expect(queue.getByText('Payer 0', { exact: true })).toBeVisible()
  const opening = Date.now() - opened

  // Only what is in sight is drawn, wherever the person scrolls to.
  const jump = async (share: number, name: RegExp) => {
    const begun = Date.now()
    await queue.evaluate((list, part) => {
      list.scrollTop = list.scrollHeight * part
    }, share)
    await expect(queue.getByText(name).first()).toBeVisible()
    expect(await queue.getByRole('listitem').count()).toBeLessThan(60)
    return Date.now() - begun
  }
  const jumps = [await jump(0.5, /^Payer 25\d{3}$/), await jump(1, /^Payer 49999$/), await jump(0.02, /^Payer 1\d{3}$/)]

  await page.getByRole('searchbox', { name: 'Search name, text, amount' }).fill('Payer 4321')
  await expect(queue.getByText('Payer 43210', { exact: true })).toBeVisible()
  await page.getByRole('tab', { name: 'Statement' }).click()
  const grid = page.getByRole('grid', { name: 'Statement' })
  await expect(grid).toContainText('Payer 0')
  await grid.press('End')
  await expect(grid).toContainText('Payer 49999')
  // Work that takes its time is seen, and can be stopped.
  await page.getByRole('tab', { name: 'Worklist' }).click()
  await page.getByRole('button', { name: 'Compare again' }).click()
  const work = page.getByRole('status', { name: 'Work on this run' })
  await expect(work).toBeVisible({ timeout: 30_000 })
  await picture('work')
  await work.getByRole('button', { name: 'Stop' }).click()
  await expect(work).toBeHidden({ timeout: 60_000 })
  forgive(complaints, /409/)
  test.info().annotations.push({ type: 'milliseconds', description: JSON.stringify({ opening, jumps }) })
  // A person feels a second; a busy machine gets some more.
  expect(Math.max(opening, ...jumps)).toBeLessThan(5_000)
})
