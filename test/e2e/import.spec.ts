import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addAccount } from './support/account.ts'
import { order } from './support/customer.ts'
import { dropFile } from './support/drop-file.ts'
import { expect, test } from './support/fixtures.ts'

const day = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000)
const iso = (date: Date) => date.toISOString().slice(0, 10)

/** The nearest date that is another one with its month first, and new enough for what is expected today. */
function ambiguousDay(): string {
  for (let ago = 3; ago > -40; ago -= 1) {
    const [year, month, date] = iso(day(ago)).split('-') as [string, string, string]
    if (Number(date) <= 12 && date !== month) return `${date}/${month}/${year}`
  }
  throw new Error('no such day')
}

const table = (rows: readonly string[]) => ['Date;Description;Currency;Amount', ...rows].join('\n')

test('a dropped table asks for its date order, is imported, matches, and is undone', async ({
  window: page,
  program,
  customer,
  picture,
}) => {
  const id = await addAccount(program, customer)
  await page.goto(`${program.url}/#/accounts/${id}`)
  await expect(page).toHaveURL(new RegExp(`${id}/import$`))
  await expect(page.getByRole('link', { name: 'Import a statement file' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Read the bank now' })).toHaveCount(0)
  await picture('empty')

  customer.expect({ ...order('A-1', 'Juan Pérez'), currency: 'USD' })
  await program.call('POST', `/conciliation/poll/${id}`)
  await expect.poll(async () => (await program.call<unknown[]>('GET', `/conciliation?account_id=${id}`)).length).toBe(1)

  const text = ambiguousDay()
  await dropFile(
    page,
    'march.csv',
    table([`${text};Juan Pérez;USD;1500.00`, `${text};Ana Ruiz;USD;80.00`, `${text};Rent;USD;-700.00`]),
  )
  await expect(page.getByText('In which order do the dates stand?')).toBeVisible()
  await expect(page.getByRole('button', { name: /^Import/ }).last()).toBeDisabled()
  await picture('question')
  await page.getByRole('radio', { name: 'Day before month: 05/03 is 5 March' }).click()
  await expect(page.getByRole('button', { name: 'Import 2 movements' })).toBeEnabled()
  await page.getByText('How the file is read').click()
  await picture('answered')
  await page.getByRole('button', { name: 'Import 2 movements' }).click()

  await expect(page.getByText('march.csv')).toBeVisible()
  await picture('imported')
  await expect
    .poll(async () => (await program.call<{ status: string }[]>('GET', `/conciliation?account_id=${id}`))[0]?.status)
    .toBe('matched')
  await page
    .getByRole('link', { name: 'Expected payments' })
    .or(page.getByRole('link', { name: 'Requests' }))
    .last()
    .click()
  await expect(page.getByText('Juan Pérez').first()).toBeVisible()

  await page.getByRole('link', { name: 'Statement files' }).click()
  await page.getByRole('button', { name: 'Undo the import of march.csv' }).click()
  await expect(page.getByText('2 movements are removed from the account.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'A-1' })).toBeVisible()
  await picture('undo')
  await page.getByRole('button', { name: 'Undo the import', exact: true }).click()
  await expect(page.getByText('undone', { exact: true })).toBeVisible()
  expect(await program.call<unknown[]>('GET', `/accounts/${id}/movements`)).toEqual([])
})

test.describe('in Spanish and dark', () => {
  test.use({ language: 'es', colorScheme: 'dark' })

  test('completeness, a watched folder, and a table whose columns moved', async ({
    window: page,
    program,
    customer,
    picture,
  }) => {
    const id = await addAccount(program, customer)
    const folder = mkdtempSync(join(tmpdir(), 'reconbanker-watched-'))
    try {
      await page.goto(`${program.url}/#/accounts/${id}/import`)
      await page.getByLabel('Carpeta de esta computadora').fill(folder)
      await page.getByRole('button', { name: 'Vigilar' }).click()
      await expect(page.getByText('La carpeta está vigilada')).toBeVisible()
      const running = (rows: readonly (readonly [number, string, string, string])[]) =>
        [
          'Fecha;Concepto;Moneda;Importe;Saldo',
          ...rows.map(([ago, text, amount, balance]) => `${iso(day(ago))};${text};UYU;${amount};${balance}`),
        ].join('\n')
      writeFileSync(
        join(folder, 'uno.csv'),
        running([
          [30, 'Juan Pérez', '1500.00', '2500.00'],
          [28, 'Alquiler', '-700.00', '1800.00'],
          [25, 'Ana Ruiz', '200.00', '2000.00'],
        ]),
      )
      await expect(page.getByText('uno.csv')).toBeVisible({ timeout: 30_000 })
      await dropFile(
        page,
        'dos.csv',
        running([
          [20, 'Eva Sosa', '300.00', '2450.00'],
          [18, 'Ana Ruiz', '50.00', '2500.00'],
        ]),
      )
      await page.getByRole('button', { name: 'Importar 2 movimientos' }).click()
      await expect(page.getByText('dos.csv')).toBeVisible()
      await expect(page.getByText('que ningún movimiento explica')).toBeVisible()
      await expect(page.getByText('Importe el extracto de estos días.')).toBeVisible()
      await expect(page.getByRole('button', { name: 'Elegir un archivo' })).toBeFocused()
      await picture('completeness')

      await test.step('older days are a page away', async () => {
        const strip = page.getByRole('region', { name: 'Integridad' })
        await expect(strip.getByRole('button', { name: 'Días posteriores' })).toBeDisabled()
        const shownDays = await strip.getByRole('status').textContent()
        await strip.getByRole('button', { name: 'Días anteriores' }).click()
        await expect(strip.getByRole('status')).not.toContainText(shownDays ?? '')
        await expect(strip).toContainText('nada conocido')
        await picture('earlier-days')
        await strip.getByRole('button', { name: 'Días posteriores' }).click()
        await expect(strip.getByRole('status')).toContainText(shownDays ?? '')
      })

      await dropFile(
        page,
        'tres.csv',
        ['Fecha;Sucursal;Concepto;Moneda;Importe;Saldo', `${iso(day(10))};001;Juan Pérez;UYU;10.00;2510.00`].join('\n'),
      )
      await expect(page.getByText('Así no se puede importar el archivo')).toBeVisible()
      await picture('columns-changed')
      await page.getByRole('button', { name: 'Leer las columnas nuevas' }).click()
      await expect(page.getByRole('button', { name: 'Importar 1 movimiento' })).toBeEnabled()
      await picture('new-columns')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  test('remarks are in the language of the window; a movement that stands twice is removed and put back', async ({
    window: page,
    program,
    customer,
    picture,
  }) => {
    const id = await addAccount(program, customer)
    await page.goto(`${program.url}/#/accounts/${id}/import`)
    await expect(page.getByLabel('Carpeta de esta computadora')).toBeVisible()
    const broken = [
      'Fecha;Concepto;Moneda;Importe;Saldo',
      `${iso(day(5))};Juan Pérez;UYU;1500.00;2500.00`,
      `${iso(day(4))};Ana Ruiz;UYU;200.00;2700.00`,
      `${iso(day(3))};Ana Ruiz;UYU;200.00;2950.00`,
    ].join('\n')
    await dropFile(page, 'abril.csv', broken)
    await expect(page.getByText('El saldo corrido se interrumpe: antes de esta línea falta un importe.')).toBeVisible()
    await expect(page.getByText('texto separado con fechas e importes')).toBeVisible()
    await page.getByText('Cómo se lee el archivo').click()
    await picture('remarks')
    await page.getByRole('button', { name: 'Importar 3 movimientos' }).click()
    await expect(page.getByRole('button', { name: 'Importar 3 movimientos' })).toBeHidden({ timeout: 30_000 })
    await test.step('what was noticed can be read afterwards too', async () => {
      await expect(page.getByText('3 movimientos importados · 1 observación')).toBeVisible()
      await page.getByRole('button', { name: 'Qué trajo la importación de abril.csv' }).click()
      const details = page.getByRole('dialog', { name: 'abril.csv' })
      await expect(details).toContainText('El saldo corrido se interrumpe')
      await expect(details.getByText('Saldo inicial')).toBeVisible()
      await picture('details')
      await page.keyboard.press('Escape')
      await expect(details).toHaveCount(0)
    })
    const movements = () => program.call<{ id: string; amount: string }[]>('GET', `/accounts/${id}/movements`)
    await expect.poll(async () => (await movements()).length).toBe(3)
    const twin = (await movements()).find(({ amount }) => amount === '200.00')
    await page.goto(`${program.url}/#/accounts/${id}/movements/${twin?.id}`)
    await page.getByRole('button', { name: 'Quitar' }).click()
    await picture('remove-asked')
    await page.getByRole('dialog').last().getByRole('button', { name: 'Quitar' }).click()
    await expect(page.getByText('Se quitó el movimiento')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Deshacer' })).toBeVisible()
    await picture('removed')

    await page.getByRole('link', { name: 'Extractos' }).click()
    await expect(page.getByText('Movimientos quitados')).toBeVisible()
    await picture('removed-listed')
    await page.getByRole('button', { name: 'Reponer' }).click()
    await expect(page.getByText('Movimientos quitados')).toHaveCount(0)
    expect(await movements()).toHaveLength(3)
  })
})
