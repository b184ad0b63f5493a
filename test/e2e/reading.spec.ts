import { type Demo, startDemo } from '../../main/demo/demo.ts'
import { test as base, expect } from './support/fixtures.ts'
import { owner } from './support/program.ts'

/** The practice bank, the customer's system and the program in one process; the day is played by the spec. */
const test = base.extend<{ demo: Demo }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
  demo: async ({}, use) => {
    const demo = await startDemo({ dataDir: null, port: 0 })
    await use(demo)
    await demo.stop()
  },
})

test('a reading of the bank is watched step by step, and what it found is in the list', async ({
  page,
  demo,
  complaints: _,
  picture,
}) => {
  test.slow()
  await test.step('set up by hand, as a new user', async () => {
    await page.goto(demo.url)
    await page.getByLabel('E-mail').fill(owner.email)
    await page.getByRole('textbox', { name: 'Password' }).fill(owner.password)
    await page.getByRole('button', { name: 'Create and sign in' }).click()
    await page.getByRole('button', { name: 'Continue with Reconciliation' }).click()
    await page.getByRole('button', { name: 'Add Account' }).click()
    const dialog = page.getByRole('dialog', { name: 'Add Account' })
    await dialog.getByRole('combobox', { name: 'Bank' }).click()
    await page.getByRole('option', { name: 'Practice bank', exact: true }).click()
    await dialog.getByLabel('Name').fill('Telares del Sur')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await page.getByLabel('Bank username').fill(demo.bank.user.user)
    await page.getByRole('textbox', { name: 'Bank password' }).fill(demo.bank.user.password)
    await page.getByLabel('Pending orders endpoint').fill(demo.customer.ordersUrl)
    await page.getByRole('region', { name: 'Orders' }).getByLabel('Token').fill(demo.customer.token)
    await page.getByLabel('Webhook URL').fill(demo.customer.webhookUrl)
    await page.getByRole('region', { name: 'Webhook' }).getByLabel('Token').fill(demo.customer.webhookToken)
    await page.getByRole('form').getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Everything is saved')).toBeVisible()
  })

  demo.bank.addMovement({ account: '001-2045871', amountMinor: 150_000, party: 'Juan Pérez Gómez' })
  demo.bank.addMovement({ account: '001-2045871', amountMinor: 99_000, party: 'Eva Sosa' })

  // A bank at its usual pace, so that the steps can be watched.
  demo.bank.behaviour.delayMs = { login: 1500, submit: 1500, list: 1500 }
  await test.step('launch, login, reading, 2 new', async () => {
    await page
      .getByRole('navigation', { name: 'Parts of the account' })
      .getByRole('link', { name: 'Movements' })
      .click()
    await page.getByRole('button', { name: 'Run scrape now' }).first().click()
    const progress = page.getByRole('list', { name: 'Progress of the reading' })
    await expect(progress).toBeVisible()
    await expect(progress.getByRole('listitem').filter({ hasText: 'Login' })).toHaveAttribute('data-state', 'now', {
      timeout: 30_000,
    })
    await picture('reading')
    await expect(progress.getByText('2 new')).toBeVisible({ timeout: 60_000 })
    await expect(page.getByRole('grid', { name: 'Movements' }).getByText('Juan Pérez Gómez')).toBeVisible()
    await picture('read')
  })

  await test.step('the readings of the account are listed', async () => {
    await page.getByRole('button', { name: 'Readings' }).click()
    await expect(page.getByRole('dialog').getByText('2 new')).toBeVisible()
    await picture('readings')
    await page.keyboard.press('Escape')
  })

  await test.step('a wrong password is told as a login error', async () => {
    await page.getByRole('navigation', { name: 'Parts of the account' }).getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('textbox', { name: 'Bank password' }).fill('Not-The-Password')
    await page.getByRole('form').getByRole('button', { name: 'Save' }).click()
    await expect(page.getByText('Everything is saved')).toBeVisible()
    await page.getByRole('button', { name: 'Run scrape now' }).first().click()
    await expect(page.getByText('Login: login error')).toBeVisible({ timeout: 60_000 })
    await expect(page.getByText('The bank refused the user or the password.')).toBeVisible()
    await picture('login-error')
  })
})
