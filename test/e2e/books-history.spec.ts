import { camt } from '../ledger/support/statement-files.ts'
import { book, openBooks, runWith } from './support/books.ts'
import { expect, test } from './support/fixtures.ts'
import type { Program } from './support/program.ts'

test.use({ actionTimeout: 20_000 })

async function closedRun(program: Program) {
  const books = await openBooks(program, 100_000)
  await book(program, books.bank, books.sales, [
    { amount: 50_000, date: '2026-11-03', name: 'Müller Maschinenbau GmbH', document: 'INV-2026-0007' },
  ])
  const entries = [
    { amount: 50_000, date: '2026-11-04', name: 'Müller Maschinenbau GmbH', text: 'Rechnung INV-2026-0007' },
  ]
  const run = await runWith(program, books.bank, camt({ opening: 100_000, entries }))
  const path = `/v1/ledgers/reconciliation/runs/${run}`
  const { data } = await program.call<{ data: { id: string }[] }>('GET', `${path}/matches`)
  await program.call('POST', `/v1/ledgers/reconciliation/matches/${data[0]?.id}/accept`)
  return { ...books, run, path }
}

test('who did what, taken back from the history; the record is verified, and a pack that was edited is told', async ({
  window: page,
  program,
  picture,
}) => {
  test.setTimeout(180_000)
  const { run, path } = await closedRun(program)
  await page.goto(`${program.url}/#/books/history`)
  const grid = page.getByRole('grid', { name: 'History' })
  await expect(grid).toContainText('Match: accepted')
  await expect(page.getByText('never verified')).toBeVisible()
  await page.getByText('Match', { exact: true }).click()
  await expect(page.getByText('1 event', { exact: true })).toBeVisible()
  // The record of a match has ids only: its line is named all the same.
  await expect(grid.getByRole('row').filter({ hasText: 'Match: accepted' })).toContainText(/\S+ · \d\d Nov 2026/)
  await grid.getByText('Match: accepted').click()
  const panel = page.getByRole('complementary', { name: 'Event' })
  const changes = panel.getByRole('table')
  await expect(changes).toContainText('proposed')
  await expect(changes).toContainText('accepted')
  await expect(changes).toContainText('Decided by')
  await picture('event')
  await panel.getByRole('button', { name: 'Undo this' }).click()
  await expect(page.getByText('Undone', { exact: true })).toBeVisible()
  await expect(grid).toContainText('Match: withdrawn')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Verify the record' }).click()
  await expect(page.getByText('events, unbroken')).toBeVisible()
  await expect(page.getByText(/Verified up to event/)).toBeVisible()
  await picture('verified')

  await page.goto(`${program.url}/#/books/runs/${run}/history`)
  await expect(page.getByRole('grid', { name: 'History' })).toContainText('Statement file: imported')
  await picture('run-history')

  await program.call('POST', `${path}/redo`)
  await program.call('POST', `${path}/close`, { statement: 'Checked.' })
  await page.goto(`${program.url}/#/books/runs/${run}/closing`)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Signed closing pack' }).click()
  const pack = await (await download).path()
  await page.goto(`${program.url}/#/books/history`)
  await page.getByRole('button', { name: 'Check a closing pack' }).click()
  const dialog = page.getByRole('dialog')
  await page.locator('input[type=file]').setInputFiles(pack)
  await expect(dialog).toContainText('Nothing was changed since it was signed')
  await expect(dialog).toContainText('the key of this program')
  await picture('pack-clean')
  await page.locator('input[type=file]').setInputFiles({
    name: 'edited.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from('PK no pack'),
  })
  await expect(dialog).toContainText('This is not the pack that was signed')
  await picture('pack-broken')
})

test('what was accepted without a click is taken back all at once', async ({ window: page, program, picture }) => {
  test.setTimeout(120_000)
  const { bank, sales } = await openBooks(program, 100_000)
  await program.call('PATCH', `/v1/ledgers/${bank}`, { unattended: true })
  await book(program, bank, sales, [
    { amount: 50_000, date: '2026-11-03', name: 'Müller Maschinenbau GmbH', document: 'INV-2026-0007' },
  ])
  const entries = [
    { amount: 50_000, date: '2026-11-04', name: 'Müller Maschinenbau GmbH', text: 'Rechnung INV-2026-0007' },
  ]
  const run = await runWith(program, bank, camt({ opening: 100_000, entries }))
  await page.goto(`${program.url}/#/books/runs/${run}/history`)
  await expect(page.getByRole('grid', { name: 'History' })).toContainText('Match: accepted without a click')
  await picture('unattended')
  await page.getByRole('button', { name: 'Undo what was accepted without a click' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Undo what was accepted without a click' }).click()
  await expect(page.getByText('Undone', { exact: true })).toBeVisible()
  expect(await program.call('GET', `/v1/ledgers/reconciliation/runs/${run}`)).toMatchObject({
    counts: { accepted: 0, matched: 0 },
  })
})

test.describe('in Spanish and dark', () => {
  test.use({ language: 'es' })

  test('the history at 200 %, and a filter that leaves nothing', async ({ window: page, program, picture }) => {
    test.setTimeout(120_000)
    await closedRun(program)
    await page.goto(`${program.url}/#/books/history`)
    await page.getByRole('button', { name: 'Pasar a tema oscuro' }).click()
    await expect(page.getByRole('grid', { name: 'Historial' })).toContainText('Emparejamiento: se aceptó')
    await picture('history')
    await page.setViewportSize({ width: 640, height: 400 })
    await picture('history-200')
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.getByRole('searchbox', { name: 'Buscar quién' }).fill('nadie')
    await expect(page.getByText('Nada coincide con los filtros')).toBeVisible()
  })
})
