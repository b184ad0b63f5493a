import type { Page } from '@playwright/test'
import { camt, camt054, type MadeBatch } from '../ledger/support/statement-files.ts'
import { openBooks, runWith } from './support/books.ts'
import { expect, forgive, test } from './support/fixtures.ts'

test.use({ actionTimeout: 20_000 })
test.describe.configure({ timeout: 150_000 })

const give = (page: Page, content: string) =>
  page
    .locator('input[type=file]')
    .setInputFiles({ name: 'c54.xml', mimeType: 'text/xml', buffer: Buffer.from(content) })

/** As a statement it is refused, and so is one of another account. */
const refused = /the server responded with a status of 4(?:15|22)/
const date = '2026-11-04'
const statement = camt({
  opening: 100_000,
  entries: [
    { amount: 10_000, date, reference: 'B-1', text: 'Collection batch 1' },
    { amount: 5_000, date, text: 'Collection batch 2' },
    { amount: 7_000, date, text: 'Twin' },
    { amount: 7_000, date, text: 'Twin' },
  ],
})
const batches: readonly MadeBatch[] = [
  { amount: 10_000, date, reference: 'B-1', parts: [6_000, 4_000] },
  { amount: 5_000, date, reference: 'N-77', parts: [2_000, 1_500, 500, 400, 600] },
  { amount: 7_000, date, parts: [3_000, 4_000] },
  { amount: 1_234, date, parts: [1_000, 234] },
  { amount: 300, date, parts: [300] },
]

test('a notification is recognised, looked at, divides the batches of the run, and is taken back', async ({
  window: page,
  program,
  complaints,
  picture,
}) => {
  const { bank } = await openBooks(program, 100_000)
  const runId = await runWith(program, bank, statement)
  const parts = async () =>
    (await program.call<{ total: number }>('GET', `/v1/ledgers/reconciliation/runs/${runId}/items?parts=true`)).total
  const whole = await parts()
  await page.goto(`${program.url}/#/books/runs/${runId}`)
  await page.getByRole('button', { name: 'Add statement' }).click()
  const dialog = page.getByRole('dialog')
  await give(page, camt054(batches))
  await expect(dialog).toContainText('This is a notification (camt.054), not a statement')
  await expect(dialog).toContainText('2 lines are divided into 7 payments')
  await expect(dialog.getByRole('list')).toContainText('1 is a single payment')
  const rows = dialog.getByRole('table').getByRole('row')
  await expect(rows).toHaveCount(5)
  await expect(rows.nth(1)).toContainText('2 payments: Payer 0, Payer 1')
  await expect(rows.nth(3)).toContainText('several lines fit')
  await expect(rows.nth(4)).toContainText('no such line')
  await picture('preview')

  await dialog.getByRole('button', { name: 'Divide 2 lines' }).click()
  await expect(dialog.getByRole('status')).toContainText('2 lines have their 7 payments now')
  await picture('attached')
  expect(await parts()).toBe(whole + 7)

  await dialog.getByRole('button', { name: 'Undo' }).click()
  await expect(dialog.getByRole('button', { name: 'Divide 2 lines' })).toBeEnabled()
  expect(await parts()).toBe(whole)
  await dialog.getByRole('button', { name: 'Divide 2 lines' }).click()
  await dialog.getByRole('button', { name: 'To the worklist' }).click()
  await expect(dialog).toBeHidden()
  expect(await parts()).toBe(whole + 7)

  await page.getByRole('button', { name: 'Add statement' }).click()
  await give(page, camt054(batches))
  await expect(dialog).toContainText('It divides no line of the open run.')
  await expect(dialog.getByRole('button', { name: /^Divide/ })).toBeDisabled()
  await picture('again')
  await dialog.getByRole('button', { name: 'Cancel' }).click()

  // Later too: from the files of the run.
  await page.getByRole('button', { name: 'Add statement' }).click()
  const files = dialog.getByRole('region', { name: 'Files of the open run' })
  await expect(files.getByRole('row')).toHaveCount(2)
  await picture('files')
  await files.getByRole('button', { name: 'Remove c54.xml from the run' }).click()
  const ask = page.getByRole('dialog', { name: 'Remove c54.xml from the run?' })
  await expect(ask).toContainText('are whole again')
  await picture('remove')
  await ask.getByRole('button', { name: 'Remove' }).click()
  await expect(files.getByRole('row')).toHaveCount(1)
  expect(await parts()).toBe(whole)
  forgive(complaints, refused)
})

test.describe('in Spanish and dark', () => {
  test.use({ language: 'es', colorScheme: 'dark' })

  test('without an open run it says what comes first; another account is refused', async ({
    window: page,
    program,
    complaints,
    picture,
  }) => {
    const { bank } = await openBooks(program, 100_000)
    await page.goto(`${program.url}/#/books?do=import&of=${bank}`)
    const dialog = page.getByRole('dialog')
    await give(page, camt054(batches))
    await expect(dialog).toContainText('Esto es una notificación (camt.054), no un extracto')
    await expect(dialog.getByRole('alert')).toContainText('No hay ninguna conciliación abierta')
    await picture('no-run')
    await dialog.getByRole('button', { name: 'Cancelar' }).click()

    const runId = await runWith(program, bank, statement)
    await page.goto(`${program.url}/#/books/runs/${runId}`)
    await page.getByRole('button', { name: 'Agregar extracto' }).click()
    await give(page, camt054(batches, 'DE02120300000000202051'))
    await expect(dialog.getByRole('alert')).toContainText('El archivo')
    await picture('other-account')
    await give(page, camt054(batches))
    await expect(dialog).toContainText('2 líneas se dividen en 7 pagos')
    await page.setViewportSize({ width: 900, height: 700 })
    await picture('preview')
    forgive(complaints, refused)
  })
})
