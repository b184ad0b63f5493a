import { expect } from './support/fixtures.ts'
import { test } from './support/practice.ts'

test('a code is typed into the pop-up of the bank’s own page, and the reading goes on by itself', async ({
  page,
  practice,
  complaints: _,
  picture,
}) => {
  test.slow()
  const { bank } = practice
  bank.behaviour.secondFactor = 'code'
  bank.behaviour.codePlace = 'window'
  const id = await practice.addAccount('Main UYU operating account', { login_mode: 'assisted' })
  await page.goto(`${practice.url}/#/accounts`)
  const row = page.getByRole('row').filter({ hasText: 'Main UYU operating account' })
  await expect(row).toBeVisible()
  await practice.call('POST', `/accounts/${id}/scrape`)
  await row.getByRole('button', { name: 'Open bank page' }).click({ timeout: 30_000 })

  const bankWindow = page.getByRole('region', { name: 'Bank window' })
  await expect(bankWindow).toContainText('Your turn')
  const shown = bankWindow.getByRole('img', { name: /Código de ingreso/ })
  await expect(shown).toBeVisible()
  await shown.click({ position: { x: 20, y: 120 } })

  // The link of the header, then the button of the page.
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(bankWindow.getByText('Pop-up window', { exact: true })).toBeVisible()
  await expect.poll(() => bank.codes(bank.user.user).length).toBeGreaterThan(0)
  await expect.poll(async () => (await shown.boundingBox())?.width).toBeLessThanOrEqual(480)
  await picture('pop-up')
  await page.keyboard.type(bank.codes(bank.user.user).at(-1)?.code ?? '')
  await page.keyboard.press('Enter')
  await expect(bankWindow.getByText('Pop-up window', { exact: true })).toHaveCount(0)
  await expect(page.getByRole('list', { name: 'Progress of the reading' })).toContainText('0 new', { timeout: 60_000 })
  expect(bank.submissions(bank.user.user)).toBe(1)
})

test('a person takes over from the script, writes into the page, and hands back', async ({
  page,
  practice,
  complaints: _,
  picture,
}) => {
  test.slow()
  const { bank } = practice
  // Long enough for a person to step in before the script has a page to log in at.
  bank.behaviour.delayMs = { login: 5000 }
  const id = await practice.addAccount('Main UYU operating account')
  await page.goto(`${practice.url}/#/accounts/${id}/bank`)
  const bankWindow = page.getByRole('region', { name: 'Bank window' })
  await expect(bankWindow).toContainText('The bank’s page is not open')
  await practice.call('POST', `/accounts/${id}/scrape`)
  await expect(bankWindow).toContainText(/Reconbanker is (logging in|reading)/, { timeout: 30_000 })
  await bankWindow.getByRole('button', { name: 'Take over' }).click()
  await expect(bankWindow).toContainText('You are in control')
  const shown = bankWindow.getByRole('img', { name: /Ingreso/ })
  await expect(shown).toBeVisible({ timeout: 30_000 })
  await shown.click({ position: { x: 20, y: 120 } })
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('una persona')
  await picture('in-control')
  expect(bank.submissions(bank.user.user)).toBe(0)
  await bankWindow.getByRole('button', { name: 'Hand back' }).click()
  await expect(page.getByRole('list', { name: 'Progress of the reading' })).toContainText('0 new', { timeout: 60_000 })
  expect(bank.submissions(bank.user.user)).toBe(1)
})

test('a code that is entered in the bank’s own page ends the question for it, and the reading goes on', async ({
  page,
  practice,
  complaints: _,
}) => {
  test.slow()
  const { bank } = practice
  bank.behaviour.secondFactor = 'code'
  const id = await practice.addAccount('Main UYU operating account', { login_mode: 'assisted' })
  await page.goto(`${practice.url}/#/accounts/${id}/bank`)
  await practice.call('POST', `/accounts/${id}/scrape`)
  const bankWindow = page.getByRole('region', { name: 'Bank window' })
  await expect(page.getByText(/[67]:\d\d left/)).toBeVisible({ timeout: 30_000 })
  await bankWindow.getByRole('button', { name: 'Take over' }).click()
  await expect(bankWindow).toContainText('You are in control')
  const shown = bankWindow.getByRole('img', { name: /Código/ })
  await expect(shown).toBeVisible()
  await expect.poll(() => bank.codes(bank.user.user).length).toBeGreaterThan(0)

  await page.keyboard.type(bank.codes(bank.user.user).at(-1)?.code ?? '')
  await page.keyboard.press('Enter')
  await expect(bankWindow.getByRole('img', { name: /Cuentas|cuentas/ })).toBeVisible()
  await bankWindow.getByRole('button', { name: 'Hand back' }).click()
  await expect(page.getByRole('list', { name: 'Progress of the reading' })).toContainText('0 new', { timeout: 60_000 })
  expect(bank.submissions(bank.user.user)).toBe(1)
})
