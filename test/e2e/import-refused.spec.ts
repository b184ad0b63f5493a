import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addAccount } from './support/account.ts'
import { dropFile } from './support/drop-file.ts'
import { expect, test } from './support/fixtures.ts'

test.use({ actionTimeout: 20_000 })
test.describe.configure({ timeout: 150_000 })

const header = 'Date;Description;Currency;Amount'
const broken = [header, '2026-10-13;Ana Ruiz;UYU;100.00', '2026-10-14;Eva Sosa;UYU;many', '2026-10-15;Rent;UYU;-7.00']
const cents = ['Date;Description;Currency;Amount (cents)', '2026-10-13;Ana Ruiz;UYU;150000', '2026-10-14;Rent;UYU;-700']

test('a file of the watched folder that was refused opens to why and where, is tried again, and another is dismissed', async ({
  window: page,
  program,
  customer,
  picture,
}) => {
  const id = await addAccount(program, customer)
  const folder = mkdtempSync(join(tmpdir(), 'reconbanker-watched-'))
  try {
    await program.call('PUT', `/accounts/${id}/watched-folder`, { path: folder })
    writeFileSync(join(folder, 'october.csv'), broken.join('\n'))
    writeFileSync(join(folder, 'page.csv'), '<!doctype html><html><body>Session ended</body></html>')
    await page.goto(`${program.url}/#/accounts/${id}/import`)
    await expect(page.getByRole('row', { name: /october\.csv.*failed/ })).toBeVisible({ timeout: 60_000 })
    await expect(page.getByRole('row', { name: /page\.csv.*failed/ })).toBeVisible({ timeout: 60_000 })
    await picture('listed')

    const dialog = page.getByRole('dialog')
    await page.getByRole('button', { name: 'Why page.csv was not imported' }).click()
    await expect(dialog).toContainText('This is a web page and no data.')
    await dialog.getByRole('button', { name: 'Dismiss' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('row', { name: /page\.csv.*dismissed/ })).toBeVisible()

    await page.getByRole('button', { name: 'Why october.csv was not imported' }).click()
    await expect(dialog.getByRole('listitem')).toHaveText('Line 3: “many” is not an amount.')
    await picture('why')
    await dialog.getByRole('button', { name: 'Open it again' }).click()
    await expect(page.getByText('The file cannot be imported like this')).toBeVisible()
    await picture('opened')
    await page.getByRole('button', { name: 'Leave out line 3' }).click()
    await page.getByRole('button', { name: 'Import 1 movement' }).click()
    await expect(page.getByRole('button', { name: 'Undo the import of october.csv' })).toBeVisible()
    await picture('imported')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test.describe('in Spanish and dark', () => {
  test.use({ language: 'es', colorScheme: 'dark' })

  test('a table of cents asks, and its scale is changed in the editor with the lines read anew', async ({
    window: page,
    program,
    customer,
    picture,
  }) => {
    const id = await addAccount(program, customer)
    await page.goto(`${program.url}/#/accounts/${id}/import`)
    await expect(page.getByLabel('Carpeta de esta computadora')).toBeVisible()
    await dropFile(page, 'centavos.csv', cents.join('\n'))
    await expect(page.getByText('¿Los importes están en centavos?')).toBeVisible()
    const amount = page
      .getByRole('table')
      .first()
      .getByRole('row', { name: /Ana Ruiz/ })
    await expect(amount).toContainText('1.500,00')
    await page.getByText('Cómo se lee el archivo').click()
    await picture('cents')
    await page.getByRole('radio', { name: 'Centavos: 1500 es 15,00' }).click()
    await expect(page.getByRole('button', { name: 'Importar 1 movimiento' })).toBeEnabled()

    await page.getByRole('combobox', { name: 'Importes' }).click()
    await page.getByRole('option', { name: 'Unidades: 1500 es 1.500,00' }).click()
    await expect(amount).toContainText('150.000,00')
    await page.getByRole('combobox', { name: 'Importes' }).click()
    await page.getByRole('option', { name: 'Centavos: 1500 es 15,00' }).click()
    await expect(amount).toContainText('1.500,00')
    await page.setViewportSize({ width: 900, height: 700 })
    await picture('cents-narrow')
    await page.getByRole('button', { name: 'Importar 1 movimiento' }).click()
    await expect(page.getByRole('row', { name: /centavos\.csv/ })).toBeVisible()
    expect(await program.call<{ amount: string }[]>('GET', `/accounts/${id}/movements`)).toMatchObject([
      { amount: '1500.00' },
    ])
    // The mapping knows it: the next file is not asked about.
    await dropFile(page, 'otra.csv', cents.map((line) => line.replace('-10-', '-11-')).join('\n'))
    await expect(page.getByRole('button', { name: 'Importar 1 movimiento' })).toBeEnabled()
    await expect(amount).toContainText('1.500,00')
  })
})
