import type { Page } from '@playwright/test'
import { openBooks } from './support/books.ts'
import { expect, test } from './support/fixtures.ts'

test.use({ actionTimeout: 20_000 })

const give = (page: Page, name: string, content: string) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })

const header = 'Asiento;Fecha;Cuenta;Concepto;Tercero;Debe;Haber'
const first = [
  header,
  '101;03/11/2026;1810;Cobro factura 7;Müller Maschinenbau;500,00;',
  '101;03/11/2026;1200;Cobro factura 7;Müller Maschinenbau;;500,00',
  '102;05/11/2026;6855;Comisión;;12,50;',
  '102;05/11/2026;1810;Comisión;;;12,50',
]
const file = (...lines: string[]) => `${lines.join('\r\n')}\r\n`

test('an export of the books is mapped, looked at, booked, imported again without doubling, and undone', async ({
  window: page,
  program,
  picture,
}) => {
  test.setTimeout(180_000)
  const { bank } = await openBooks(program, 100_000)
  await page.goto(`${program.url}/#/books/imports`)
  await expect(page.getByText('Nothing was imported yet')).toBeVisible()
  await picture('empty')
  await page.getByRole('button', { name: 'Import the books' }).last().click()
  const dialog = page.getByRole('dialog')
  await give(page, 'mayor.csv', file(...first))
  await expect(dialog.getByRole('region', { name: 'The first vouchers' })).toContainText('Cobro factura 7')
  const question = dialog.getByRole('radiogroup', { name: 'Which comes first in the dates?' })
  // Once it is answered the question goes: nothing is left to look whether it is checked.
  if (await question.isVisible()) await dialog.getByRole('radio', { name: /^The day/ }).click()
  await expect(question).toBeHidden()
  await expect(dialog.getByRole('button', { name: 'Book 2 vouchers' })).toBeEnabled()
  await picture('preview')
  await dialog.getByRole('button', { name: 'Book 2 vouchers' }).click()
  await expect(page.getByRole('grid', { name: 'Imports of the books' })).toContainText('mayor.csv')
  await expect(page.getByText('4 lines booked, 0 were there already')).toBeVisible()

  await page.getByRole('button', { name: 'Import the books' }).first().click()
  const changed = first.map((line) => line.replace('12,50', '13,50'))
  await give(page, 'mayor-changed.csv', file(...changed))
  await expect(dialog).toContainText('Changed since')
  await expect(dialog.getByRole('alert')).toContainText('was imported before with other lines')
  await expect(dialog.getByRole('button', { name: /^Book/ })).toBeDisabled()
  await picture('changed')

  await give(
    page,
    'mayor-november.csv',
    file(...first, '103;20/11/2026;1810;Cobro 9;Pérez;77,00;', '103;20/11/2026;1200;Cobro 9;Pérez;;77,00'),
  )
  await expect(dialog.getByRole('button', { name: 'Book 1 voucher' })).toBeEnabled()
  await expect(dialog).toContainText('Read as the last file of this header was.')
  await picture('again')
  await dialog.getByRole('button', { name: 'Book 1 voucher' }).click()
  await expect(page.getByText('2 lines booked, 4 were there already')).toBeVisible()

  await page.getByRole('button', { name: 'Saved mappings' }).click()
  await expect(dialog).toContainText('Tercero: Counterparty')
  await picture('mappings')
  await page.keyboard.press('Escape')
  await page.goto(`${program.url}/#/books/trial-balance`)
  await expect(page.getByRole('grid', { name: 'Trial balance' })).toContainText('1,564.50')
  await expect(page.getByText('Debits equal credits')).toBeVisible()
  await picture('trial-balance')
  const download = page.waitForEvent('download')
  await page.keyboard.press('e')
  expect((await download).suggestedFilename()).toBe('trial-balance.csv')

  await page.goto(`${program.url}/#/books/imports`)
  await page.getByRole('grid', { name: 'Imports of the books' }).getByText('mayor-november.csv').hover()
  await page.getByRole('button', { name: 'Undo the import of mayor-november.csv' }).click()
  await dialog.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('grid', { name: 'Imports of the books' })).toContainText('Undone')
  await picture('undone')
  const ledger = await program.call<{ balance_posted: { amount: string } }>('GET', `/v1/ledgers/${bank}`)
  expect(ledger.balance_posted.amount).toBe('148750')
})

test.describe('in Spanish and dark', () => {
  test.use({ language: 'es' })

  test('faults are told by line, and columns are chosen by hand', async ({ window: page, program, picture }) => {
    test.setTimeout(120_000)
    await openBooks(program, 100)
    await page.goto(`${program.url}/#/books/imports`)
    await page.getByRole('button', { name: 'Pasar a tema oscuro' }).click()
    await page.getByRole('button', { name: 'Importar los libros' }).last().click()
    await give(
      page,
      'diario.csv',
      file(
        'Número;Fecha;Cuenta;Concepto;Debe;Haber',
        '1;31/10/2026;1810;Cobro;10,00;',
        '1;31/10/2026;9999;Cobro;;10,00',
      ),
    )
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('alert')).toContainText('«9999» no está en el plan de cuentas')
    await picture('faults')
    await dialog.getByRole('combobox', { name: 'Número' }).click()
    await page.getByRole('option', { name: 'Número de asiento' }).click()
    await expect(dialog.getByRole('combobox', { name: 'Número' })).toHaveValue('Número de asiento')
    await page.setViewportSize({ width: 640, height: 400 })
    await picture('faults-200')
  })
})
