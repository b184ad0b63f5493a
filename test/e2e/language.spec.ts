import { addAccount, arrive } from './support/account.ts'
import { expect, signIn, test } from './support/fixtures.ts'

test.use({ language: null })

test('Spanish until somebody chooses, then the choice of this device, in words, numbers and dates', async ({
  page,
  program,
  customer,
  complaints: _,
  picture,
}) => {
  await program.settle()
  const accountId = await addAccount(program, customer)
  await arrive(program, accountId, { external_id: 'T-1', sender_name: 'Ana Ruiz', amount: '1234567.50' })
  await signIn(page, program, '/movements')

  await expect(page.locator('html')).toHaveAttribute('lang', 'es')
  await expect(page.getByText('1.234.567,50')).toBeVisible()
  await expect(page).toHaveTitle('Movimientos · Reconbanker')
  await picture('spanish')

  await page.getByText('English', { exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByText('1,234,567.50')).toBeVisible()
  await expect(page).toHaveTitle('Movements · Reconbanker')

  await page.reload()
  await expect(page.getByRole('link', { name: 'Movements' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await picture('english')
})

test('the theme is the choice of this device too', async ({ page, program, complaints: _ }) => {
  await program.settle()
  await signIn(page, program)
  const scheme = page.locator('html')
  await page.getByRole('button', { name: 'Pasar a tema oscuro' }).click()
  await expect(scheme).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await page.reload()
  await expect(page.getByRole('button', { name: 'Pasar a tema claro' })).toBeVisible()
  await expect(scheme).toHaveAttribute('data-mantine-color-scheme', 'dark')
})
