import { totpCode } from '../../main/core/users/totp.ts'
import { expect, forgive } from './support/fixtures.ts'
import { test } from './support/practice.ts'
import { owner } from './support/program.ts'

const stepNow = () => Math.floor(Date.now() / 30_000)

test('a second factor is set up, asked for at the sign-in, guards a key, and is switched off', async ({
  page,
  practice,
  complaints,
  picture,
}) => {
  test.slow()
  await practice.call('POST', '/me/api-keys', { name: 'SMS relay', scopes: ['otp:write'] })
  await page.goto(`${practice.url}/#/settings`)
  const section = page.getByRole('region', { name: 'Security' })
  await expect(section).toContainText('Two-factor authentication is off')
  await section.getByRole('button', { name: 'Set up' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('img', { name: 'QR picture' })).toBeVisible()
  const secret = ((await dialog.locator('code').textContent()) ?? '').replaceAll(' ', '')
  expect(secret).toMatch(/^[A-Z2-7]{32}$/)
  const codeField = dialog.getByLabel('Authentication code')
  await expect(codeField).toBeFocused()
  await codeField.fill('12345')
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('The code is not right')
  await picture('set-up')
  const confirmed = stepNow()
  await codeField.fill(totpCode(secret, confirmed))
  await page.keyboard.press('Enter')
  const codes = dialog.getByRole('list', { name: 'Backup codes' }).getByRole('listitem')
  await expect(codes).toHaveCount(10)
  await picture('backup-codes')
  const [first = '', second = ''] = await codes.allTextContents()
  await page.keyboard.press('Escape')
  await expect(codes).toHaveCount(10)
  await dialog.getByRole('button', { name: 'I have kept them' }).click()
  await expect(section).toContainText('Two-factor authentication is on')
  await picture('on')

  await test.step('the sign-in asks for a code; a backup code is as good', async () => {
    await page.evaluate(() => localStorage.removeItem('reconbanker.token'))
    // Only the first page has a script that puts the token back.
    const other = await page.context().newPage()
    await other.goto(`${practice.url}/#/settings`)
    await other.evaluate(() => localStorage.setItem('reconbanker.language', 'en'))
    await other.reload()
    await other.getByLabel('E-mail').fill(owner.email)
    await other.getByLabel('Password', { exact: true }).fill(owner.password)
    await other.getByRole('button', { name: 'Sign in' }).click()
    await expect(other.getByRole('heading', { name: 'Second step' })).toBeVisible()
    await other.getByRole('button', { name: 'Back' }).click()
    await other.getByLabel('Password', { exact: true }).fill(owner.password)
    await other.getByRole('button', { name: 'Sign in' }).click()
    const field = other.getByLabel('Authentication code')
    await field.fill('000000')
    await other.keyboard.press('Enter')
    await expect(other.getByText('The code is not right')).toBeVisible()
    await other.screenshot({ path: test.info().outputPath('04-second-step.png') })
    await field.fill(first.toLowerCase())
    await other.keyboard.press('Enter')
    await expect(other.getByRole('region', { name: 'Security' })).toBeVisible()
    await other.close()
  })

  await page.reload()
  await test.step('a key is revoked only with a code of the authenticator', async () => {
    const keys = page.getByRole('region', { name: 'API keys' })
    await keys.getByRole('button', { name: 'Revoke' }).click()
    await dialog.getByLabel('Authentication code').fill(second)
    await page.keyboard.press('Enter')
    await expect(dialog).toContainText('The code is not right')
    await picture('revoke')
    // A code is good once: the next one begins within half a minute.
    await expect.poll(stepNow, { timeout: 40_000 }).toBeGreaterThan(confirmed)
    await dialog.getByLabel('Authentication code').fill(totpCode(secret, stepNow()))
    await page.keyboard.press('Enter')
    await expect(keys.getByRole('listitem')).toContainText('Revoked')
  })

  await section.getByRole('button', { name: 'Switch off' }).click()
  await dialog.getByLabel('Password', { exact: true }).fill('Wrong-Password-1')
  await dialog.getByLabel('Authentication code').fill(second)
  await dialog.getByRole('button', { name: 'Switch off' }).click()
  await expect(dialog).toContainText('The password is not right')
  await picture('switch-off')
  await dialog.getByLabel('Password', { exact: true }).fill(owner.password)
  await dialog.getByRole('button', { name: 'Switch off' }).click()
  await expect(section).toContainText('Two-factor authentication is off')
  forgive(complaints, /Failed to load resource: .* 401/)
})
