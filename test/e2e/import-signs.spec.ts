import type { Page } from '@playwright/test'
import { camt, withoutClosing } from '../ledger/support/statement-files.ts'
import { addAccount } from './support/account.ts'
import { openBooks } from './support/books.ts'
import { expect, test } from './support/fixtures.ts'

// Every import starts threads, which takes its time on a busy machine.
test.describe.configure({ timeout: 150_000 })

/** As a bank writes it that gives reversals the direction of the original: +100.00, and 40.00 that came back. */
const statement = (month: string) =>
  camt({
    id: `S-${month}`,
    entries: [
      { amount: 10_000, date: `2026-${month}-02`, name: 'Ana' },
      { amount: -4_000, date: `2026-${month}-03`, name: 'Eva', reversal: true },
    ],
    closing: 14_000,
  })

const give = (page: Page, name: string, content: string) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/xml', buffer: Buffer.from(content) })

test('how the bank signs reversals is remembered, said in the preview, changed there, and forgotten', async ({
  window: page,
  program,
  customer,
  picture,
}) => {
  const id = await addAccount(program, customer)
  await page.goto(`${program.url}/#/accounts/${id}/import`)
  await give(page, 'may.xml', statement('05'))
  await page.getByRole('button', { name: 'Import 2 movements' }).click()
  const known = page.getByRole('region', { name: 'How the bank signs reversals' })
  await expect(known).toContainText('camt.053 · Reversals the other way round')
  await expect(known).toContainText('shown by the balances of may.xml')
  await picture('remembered')

  await give(page, 'june.xml', withoutClosing(statement('06')))
  await expect(page.getByText('It is read as the balances of may.xml showed')).toBeVisible()
  await expect(page.getByRole('radio', { name: 'Reversals the other way round' })).toBeChecked()
  // Nothing waits for an answer.
  await expect(page.getByRole('button', { name: 'Import 2 movements' })).toBeEnabled()
  await picture('preview')
  await page.getByRole('radio', { name: 'Reversals the other way round' }).focus()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('radio', { name: 'As they stand in the file' })).toBeChecked()
  await page.getByRole('button', { name: 'Import 1 movement' }).click()
  await expect(known).toContainText('said by a person of june.xml')

  await known.getByRole('button', { name: 'Forget how camt.053 is read' }).click()
  await expect(known).toBeHidden()
  await give(page, 'july.xml', withoutClosing(statement('07')))
  await expect(page.getByRole('button', { name: 'Import 1 movement' })).toBeEnabled()
  await expect(page.getByRole('radio', { name: 'Reversals the other way round' })).toHaveCount(0)
})

test.describe('in Spanish and dark', () => {
  test.use({ language: 'es', colorScheme: 'dark' })

  test('a run reads as a proven file of its ledger showed', async ({ window: page, program, picture }) => {
    const { bank } = await openBooks(program, 100_000)
    await page.goto(`${program.url}/#/books?do=import&of=${bank}`)
    await give(page, 'mayo.xml', statement('05'))
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Importar 2 líneas' }).click()
    await expect(page).toHaveURL(/\/books\/runs\//)

    await page.goto(`${program.url}/#/books?do=import&of=${bank}`)
    const known = dialog.getByRole('region', { name: 'Cómo escribe el banco las anulaciones' })
    await expect(known).toContainText('lo mostraron los saldos de mayo.xml')
    await picture('remembered')
    await give(page, 'junio.xml', withoutClosing(statement('06')))
    await expect(dialog.getByRole('radio', { name: 'Las anulaciones al revés' })).toBeChecked()
    await expect(dialog.getByRole('table').first()).not.toContainText('-40')
    await picture('preview')
    await dialog.getByRole('radio', { name: 'Tal como están en el archivo' }).check()
    await expect(dialog.getByRole('table').first()).toContainText('-40')
    // What was said can still be said otherwise.
    await dialog.getByRole('radio', { name: 'Las anulaciones al revés' }).check()
    await expect(dialog.getByRole('button', { name: 'Importar 2 líneas' })).toBeEnabled()
  })
})
