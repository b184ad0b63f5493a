import { addAccount } from './support/account.ts'
import { openBooks } from './support/books.ts'
import { dropFile } from './support/drop-file.ts'
import { expect, test } from './support/fixtures.ts'

const table = (rows: readonly string[]) => ['Booking date;Counterparty;Currency;Amount', ...rows].join('\n')
const rows = (from: number, to: number) =>
  Array.from(
    { length: to - from },
    (_, at) =>
      `2025-03-${String(1 + ((from + at) % 28)).padStart(2, '0')};Payer ${from + at} & Sons;EUR;${from + at + 1}.00`,
  )

test('the preview names the lines that are there already, and since which import', async ({
  window: page,
  program,
  customer,
  picture,
}) => {
  const id = await addAccount(program, customer)
  await page.goto(`${program.url}/#/accounts/${id}/import`)
  await expect(page.getByRole('link', { name: 'Import a statement file' })).toBeVisible()
  await dropFile(page, 'march.csv', table(rows(30, 33)))
  await page.getByRole('button', { name: 'Import 3 movements' }).click()
  await expect(page.getByRole('button', { name: 'Undo the import of march.csv' })).toBeVisible()

  await dropFile(page, 'spring.csv', table(rows(0, 40)))
  await expect(page.getByRole('button', { name: 'Import 37 movements' })).toBeEnabled()
  await expect(page.getByText('First 20 lines as they are read')).toBeVisible()
  await page.getByText('There already (3)').click()
  const lines = page.getByRole('table', { name: '3 lines of the file are there already' })
  await expect(lines.getByRole('row')).toHaveCount(4)
  await expect(lines.getByRole('row').nth(1)).toContainText('Payer 30 & Sons')
  await expect(lines.getByRole('row').nth(1)).toContainText('march.csv')
  await picture('known-lines')
})

test.describe('in Spanish and dark', () => {
  test.use({ language: 'es', colorScheme: 'dark' })

  test('the preview of a statement names the lines that the books have already', async ({
    window: page,
    program,
    picture,
  }) => {
    await openBooks(program, 100_000)
    await page.goto(`${program.url}/#/books?do=import`)
    const give = (name: string, content: string) =>
      page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) })
    const dialog = page.getByRole('dialog')
    await give('marzo.csv', table(rows(3, 6)))
    await dialog.getByRole('button', { name: 'Importar 3 líneas' }).click()
    await page.getByRole('button', { name: 'Agregar extracto' }).click()
    await give('primavera.csv', table(rows(0, 10)))
    await dialog.getByText('Ya estaban (3)').click()
    const lines = dialog.getByRole('table', { name: '3 líneas del archivo ya estaban' })
    await expect(lines.getByRole('row')).toHaveCount(3)
    await expect(lines.getByRole('row').first()).toContainText('marzo.csv')
    await expect(dialog.getByRole('button', { name: 'Importar 7 líneas' })).toBeEnabled()
    await picture('known-lines-books')
    await dialog.getByText('Primeras líneas', { exact: true }).click()
    await expect(dialog.getByRole('table').first()).toContainText('nuevo')
    await picture('first-lines-books')
  })
})
