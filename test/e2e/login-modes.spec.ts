import type { Page } from '@playwright/test'
import { expect } from './support/fixtures.ts'
import { type Practice, test } from './support/practice.ts'

const name = 'Main UYU operating account'
const boxes = 'Character 1 of 6'
const progress = (page: Page) => page.getByRole('list', { name: 'Progress of the reading' })
const code = ({ bank }: Practice) => bank.codes(bank.user.user).at(-1)?.code ?? ''
const book = ({ bank }: Practice, party: string, amountMinor = 150_000) =>
  bank.addMovement({ account: '001-2045871', amountMinor, party })
const listed = (page: Page, party: string) => page.getByRole('row').filter({ hasText: party })

async function paste(page: Page, text: string): Promise<void> {
  await page.getByLabel(boxes).evaluate((field, value) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', value)
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

/** Opens the movements of a new account and begins: a reading, or the session of an account that is to stay logged in. */
async function begin(page: Page, practice: Practice, settings: Record<string, unknown>, button: string) {
  const id = await practice.addAccount(name, settings)
  await page.goto(`${practice.url}/#/accounts/${id}/movements`)
  await page.getByRole('button', { name: button }).first().click()
  return id
}

test.describe('each way to log in, with each kind of session', () => {
  test('one-shot, simple: nobody is needed', async ({ page, practice, complaints: _, picture }) => {
    test.slow()
    book(practice, 'Juan Pérez Gómez')
    const id = await begin(page, practice, {}, 'Run scrape now')
    await expect(progress(page)).toContainText('1 new', { timeout: 60_000 })
    await page.goto(`${practice.url}/#/accounts/${id}/movements`)
    await expect(listed(page, 'Juan Pérez Gómez')).toBeVisible()
    await picture('read')
    expect(practice.bank.submissions(practice.bank.user.user)).toBe(1)
  })

  test('one-shot, assisted: the bank’s page opens by itself, the code is pasted', async ({
    page,
    practice,
    complaints: _,
    picture,
  }) => {
    test.slow()
    practice.bank.behaviour.secondFactor = 'code'
    book(practice, 'Eva Sosa')
    const id = await begin(page, practice, { login_mode: 'assisted' }, 'Run scrape now')
    await expect(page).toHaveURL(/\/bank$/, { timeout: 30_000 })
    await expect(page.getByLabel(boxes)).toBeFocused()
    await picture('code')
    await paste(page, code(practice))
    await expect(progress(page)).toContainText('1 new', { timeout: 60_000 })
    await page.goto(`${practice.url}/#/accounts/${id}/movements`)
    await expect(listed(page, 'Eva Sosa')).toBeVisible()
    expect(practice.bank.submissions(practice.bank.user.user)).toBe(1)
  })

  test('persistent, simple: stays, reads what comes, and comes back after it was killed', async ({
    page,
    practice,
    complaints: _,
    picture,
  }) => {
    test.slow()
    const { bank } = practice
    await practice.call('PUT', '/settings', { persistent_poll_seconds: 1, session_upkeep_seconds: 5 })
    book(practice, 'Juan Pérez Gómez')
    await begin(page, practice, { session_type: 'persistent' }, 'Run scrape now')
    const main = page.getByRole('main')
    await expect(main.getByText('Session running')).toBeVisible({ timeout: 60_000 })
    await expect(listed(page, 'Juan Pérez Gómez')).toBeVisible({ timeout: 30_000 })
    book(practice, 'Eva Sosa')
    await expect(listed(page, 'Eva Sosa')).toBeVisible({ timeout: 30_000 })
    await picture('running')
    expect(bank.submissions(bank.user.user)).toBe(1)

    await page.getByRole('button', { name: 'Kill session' }).click()
    const dialog = page.getByRole('dialog')
    await picture('kill')
    await dialog.getByRole('button', { name: 'Kill session' }).click()
    await expect(main.getByText('Session running')).toHaveCount(0)
    await expect(main.getByText('Session running')).toBeVisible({ timeout: 60_000 })
    book(practice, 'Ana Ruiz')
    await expect(listed(page, 'Ana Ruiz')).toBeVisible({ timeout: 30_000 })
  })

  test('persistent, assisted: the code is typed into the bank’s own page, and the session stays', async ({
    page,
    practice,
    complaints: _,
    picture,
  }) => {
    test.slow()
    const { bank } = practice
    Object.assign(bank.behaviour, { secondFactor: 'code', codePlace: 'window' })
    await practice.call('PUT', '/settings', { persistent_poll_seconds: 1 })
    book(practice, 'Juan Pérez Gómez')
    const settings = { session_type: 'persistent', login_mode: 'assisted' }
    const id = await begin(page, practice, settings, 'Start session')
    await expect(page).toHaveURL(/\/bank$/, { timeout: 30_000 })
    const bankWindow = page.getByRole('region', { name: 'Bank window' })
    await expect(bankWindow).toContainText('Your turn')
    const shown = bankWindow.getByRole('img', { name: /Código de ingreso/ })
    await shown.click({ position: { x: 20, y: 120 } })
    // The link of the header, then the button of the page.
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(bankWindow.getByText('Pop-up window', { exact: true })).toBeVisible()
    await expect.poll(() => code(practice)).not.toBe('')
    await picture('pop-up')
    await page.keyboard.type(code(practice))
    await page.keyboard.press('Enter')

    await page.goto(`${practice.url}/#/accounts/${id}/movements`)
    await expect(page.getByRole('main').getByText('Session running')).toBeVisible({ timeout: 60_000 })
    await expect(listed(page, 'Juan Pérez Gómez')).toBeVisible({ timeout: 30_000 })
    book(practice, 'Eva Sosa')
    await expect(listed(page, 'Eva Sosa')).toBeVisible({ timeout: 30_000 })
    await picture('running')
    expect(bank.submissions(bank.user.user)).toBe(1)
  })
})

test('a link leads to the page of an account’s bank, open or not', async ({ page, practice, complaints: _ }) => {
  const id = await practice.addAccount(name)
  await page.goto(`${practice.url}/#/accounts/${id}/bank`)
  await expect(page.getByRole('region', { name: 'Bank window' })).toContainText('The bank’s page is not open')
})
