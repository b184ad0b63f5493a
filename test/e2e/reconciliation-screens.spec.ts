import type { Page } from '@playwright/test'
import { camt } from '../ledger/support/statement-files.ts'
import { book, openBooks } from './support/books.ts'
import { expect, forgive, test } from './support/fixtures.ts'

const give = (page: Page, name: string, content: string) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) })

test.describe('in Spanish and dark', () => {
  test.use({ language: 'es' })

  test('the books begin empty and are filled by hand', async ({ window: page, program, picture }) => {
    test.setTimeout(120_000)
    await page.goto(`${program.url}/#/books`)
    await expect(page.getByRole('heading', { name: 'Compare el banco con los libros' })).toBeVisible()
    await page.getByRole('button', { name: 'Pasar a tema oscuro' }).click()
    await picture('empty')

    const dialog = page.getByRole('dialog')
    const addLedger = async (code: string, name: string) => {
      await dialog.getByRole('textbox', { name: 'Código' }).fill(code)
      await dialog.getByRole('textbox', { name: 'Moneda' }).fill('eur')
      await dialog.getByRole('textbox', { name: 'Nombre' }).fill(name)
    }
    await page.getByRole('button', { name: 'Agregar la cuenta bancaria' }).click()
    await addLedger('1810', 'Banco, cuenta principal')
    await dialog.getByRole('textbox', { name: 'IBAN' }).fill('DE89 3704 0044 0532 0130 00')
    await picture('add-ledger')
    await dialog.getByRole('button', { name: 'Guardar' }).click()
    await expect(page.getByRole('grid', { name: 'Cuentas' })).toContainText('1810 Banco, cuenta principal')

    await page.getByRole('button', { name: 'Agregar cuenta contable' }).click()
    await addLedger('1200', 'Deudores')
    await dialog.getByRole('button', { name: 'Guardar' }).click()
    await expect(dialog).toBeHidden()

    await page.getByText('1810 Banco, cuenta principal').click()
    await page.getByRole('button', { name: 'Registrar asiento' }).first().click()
    await dialog.getByRole('textbox', { name: 'Importe' }).fill('1.234,56')
    await dialog.getByRole('combobox', { name: 'Contra' }).click()
    await page.getByRole('option', { name: '1200 Deudores' }).click()
    await dialog.getByRole('textbox', { name: 'Contraparte' }).fill('Pérez Hermanos S.A.')
    await picture('journal')
    await dialog.getByRole('button', { name: 'Registrar', exact: true }).click()
    await expect(page.getByRole('grid', { name: 'Asientos' })).toContainText('1.234,56')
    await picture('ledger')
    await page.getByRole('tab', { name: 'Conciliaciones' }).click()
    await expect(page.getByText('Aún no hay conciliaciones')).toBeVisible()
    await page.goto(`${program.url}/#/books/chart`)
    await expect(page.getByRole('grid', { name: 'Plan de cuentas' })).toContainText('Deudores')
    await picture('chart')
  })

  test('a statement that does not prove, and its discrepancies', async ({ window: page, program, picture }) => {
    test.setTimeout(120_000)
    const { bank, sales } = await openBooks(program, 100_000)
    await book(program, bank, sales, [
      { amount: 50_000, date: '2026-08-03', name: 'Müller Maschinenbau GmbH', document: 'INV-2026-0007' },
      { amount: 7_700, date: '2026-11-04', name: 'Pérez Hermanos' },
    ])
    await page.goto(`${program.url}/#/books`)
    await page.getByRole('button', { name: 'Pasar a tema oscuro' }).click()
    await page.getByRole('button', { name: 'Importar extracto' }).last().click()
    await give(
      page,
      'noviembre.xml',
      camt({
        opening: 100_000,
        closing: 190_000,
        entries: [
          { amount: 50_000, date: '2026-11-04', name: 'Müller Maschinenbau GmbH', text: 'Rechnung INV-2026-0007' },
          { amount: 7_700, date: '2026-11-05', name: 'Pérez Hermanos S.A.', text: 'Factura 88' },
          {
            amount: 7_700,
            date: '2026-11-05',
            name: 'Pérez e Hijos S.R.L. de Montevideo y Canelones',
            text: 'Factura 89',
          },
        ],
      }),
    )
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('No cuadra')
    await picture('not-proved')
    await dialog.getByRole('button', { name: 'Importar 3 líneas' }).click()
    await expect(
      page.getByRole('list', { name: 'Lo que espera una decisión' }).getByRole('listitem').first(),
    ).toBeVisible()
    await expect(page.getByRole('region', { name: 'En foco' })).toContainText('El extracto no cuadra')
    await picture('worklist')
    await page.keyboard.press('j')
    await expect(page.getByRole('region', { name: 'En foco' })).toContainText('puntos')
    await picture('match')
    await page.setViewportSize({ width: 900, height: 700 })
    await picture('narrow')
    await page.setViewportSize({ width: 1280, height: 800 })

    await page.getByRole('tab', { name: 'Discrepancias' }).click()
    await expect(page.getByRole('region', { name: 'El extracto no cuadra' })).toBeVisible()
    await picture('discrepancies')
    const unproved = page.getByRole('region', { name: 'El extracto no cuadra' })
    await page.getByRole('checkbox', { name: 'Elegir todas: El extracto no cuadra' }).check()
    await page.getByRole('button', { name: 'Revisar…' }).click()
    await dialog.getByRole('textbox', { name: 'Asignada a' }).fill('Marta')
    await picture('review')
    await page.keyboard.press('Enter')
    await expect(unproved).toContainText('En revisión: Marta')
    await picture('in-review')
    await page.getByRole('checkbox', { name: 'Elegir todas: El extracto no cuadra' }).check()
    await page.getByRole('button', { name: 'Revisar…' }).click()
    await expect(dialog.getByRole('textbox', { name: 'Asignada a' })).toHaveValue('Marta')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Cerrar', exact: true }).click()
    await dialog.getByRole('button', { name: 'Cerrar', exact: true }).click()
    await expect(page.getByRole('region', { name: 'El extracto no cuadra' })).toBeHidden()
    await page.getByRole('tab', { name: 'Cierre' }).click()
    await expect(page.getByRole('region', { name: 'Antes de cerrar' })).toContainText('Un extracto no cuadra')
    await page.getByRole('button', { name: 'Mostrar el informe' }).click()
    await expect(page.getByRole('cell', { name: 'Empresa', exact: true })).toBeVisible()
    await page.getByRole('button', { name: 'Ocultar el informe' }).click()
    await expect(page.getByRole('button', { name: 'Cerrar la conciliación' })).toBeDisabled()
    await picture('closing')
  })
})

test('a file that cannot be read, and one with a question', async ({ window: page, program, complaints, picture }) => {
  test.setTimeout(120_000)
  await openBooks(program, 100)
  await page.goto(`${program.url}/#/books?do=import`)
  await give(page, 'statement.pdf', '%PDF-1.7\n%âãÏÓ\n1 0 obj')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('alert')).toContainText('This is a PDF')
  await picture('pdf')
  await give(
    page,
    'statement.csv',
    'Date;Name;Text;Amount\n15.03.2026;Ana Ruiz;Rent;1.250\n16.03.2026;Eva Sosa;Rent;1.350\n17.03.2026;Luis Rey;Rent;1.450\n',
  )
  await expect(dialog.getByRole('radiogroup', { name: 'Which sign parts the decimals?' })).toBeVisible()
  await picture('question')
  await expect(dialog.getByRole('button', { name: 'Import' })).toBeDisabled()
  await dialog.getByRole('radio', { name: 'Comma: 1.234,56' }).click()
  await expect(dialog).toContainText('1,450.00')
  await expect(dialog.getByRole('button', { name: 'Import' })).toBeEnabled()
  forgive(complaints, /415/)
})

test('a line with several candidates: another one is chosen by its number', async ({
  window: page,
  program,
  picture,
}) => {
  test.setTimeout(120_000)
  const { bank, sales } = await openBooks(program, 100_000)
  const payer = 'DE02120300000000202051'
  await book(program, bank, sales, [
    { amount: 7_700, date: '2026-11-03', name: 'Ana Ruiz', account: payer, text: 'Rent, first floor' },
    { amount: 7_700, date: '2026-11-03', name: 'Ana Ruiz', account: payer, text: 'Rent, second floor' },
  ])
  await page.goto(`${program.url}/#/books?do=import`)
  await give(
    page,
    'november.xml',
    camt({
      opening: 100_000,
      entries: [{ amount: 7_700, date: '2026-11-04', name: 'Ana Ruiz', account: payer, text: 'Rent' }],
    }),
  )
  await page.getByRole('dialog').getByRole('button', { name: 'Import 1 line' }).click()
  const focus = page.getByRole('region', { name: 'In focus' })
  const books = focus.getByRole('region', { name: 'Books' })
  const proposed = await books.getByText(/Rent, (first|second) floor/).innerText()
  const other = proposed.includes('first') ? 'Rent, second floor' : 'Rent, first floor'
  await expect(focus.getByRole('region', { name: 'Nearest entries' })).toContainText(other)
  await picture('alternatives')
  await page.keyboard.press('1')
  const queue = page.getByRole('list', { name: 'What needs a decision' })
  await expect(queue.getByRole('listitem')).toHaveCount(1)
  await expect(queue).toContainText(proposed)
})
