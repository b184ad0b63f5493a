import { expect, test } from './support/fixtures.ts'

test.use({ language: 'es' })

test('what an account cannot do yet is not offered, and a bank without a script is named in the language of the window', async ({
  window: page,
  program,
  picture,
}) => {
  await page.goto(`${program.url}/#/accounts/new`)
  const dialog = page.getByRole('dialog', { name: 'Agregar cuenta' })
  await dialog.getByRole('combobox', { name: 'Banco' }).click()
  await page.getByRole('option', { name: 'Otro banco: movimientos por API o archivo' }).click()
  await dialog.getByLabel('Nombre').fill('Cuenta en pesos')
  await dialog.getByRole('button', { name: 'Guardar' }).click()
  await expect(page.getByRole('heading', { name: 'Cuenta en pesos' })).toBeVisible()
  await expect(page.getByText('Otro banco: movimientos por API o archivo')).toBeVisible()

  await page.getByRole('navigation', { name: 'Partes de la cuenta' }).getByRole('link').nth(1).click()
  await expect(page.getByText('Falta la dirección donde los lista')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Consultar ahora' })).toHaveCount(0)
  await picture('no-address')
  await page.getByRole('link', { name: 'Ir a la configuración' }).click()
  await expect(page).toHaveURL(/\/settings\/orders$/)
})
