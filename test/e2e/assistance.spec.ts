import { expect } from './support/fixtures.ts'
import { test } from './support/practice.ts'

const boxes = 'Character 1 of 6'
const unlike = (code: string) => (code === '000000' ? '111111' : '000000')

test('a code is asked for in the list, survives a reload, is refused once, pasted and accepted', async ({
  page,
  practice,
  complaints: _,
  picture,
}) => {
  test.slow()
  const { bank } = practice
  bank.behaviour.secondFactor = 'code'
  const id = await practice.addAccount('Main UYU operating account', { login_mode: 'assisted' })
  await practice.addAccount('Reserve')
  await page.goto(`${practice.url}/#/accounts`)
  const row = page.getByRole('row').filter({ hasText: 'Main UYU operating account' })
  await expect(row).toBeVisible()
  await practice.call('POST', `/accounts/${id}/scrape`)

  const badge = row.getByRole('button', { name: 'Enter code' })
  await expect(badge).toBeVisible({ timeout: 30_000 })
  await expect(row).toContainText('Waiting for a code')
  await expect(page.getByRole('alert')).toContainText('The bank waits for you')
  await expect(page.getByRole('contentinfo')).toContainText('Needs attention: 1 account')
  await picture('list')
  await test.step('the message goes when the person stands before what it tells', async () => {
    await page.getByRole('link', { name: /^Needs you/ }).click()
    await expect(page.getByText('The bank wants a code')).toBeVisible()
    await expect(page.getByRole('alert')).toHaveCount(0)
    await page.goBack()
  })
  await page.reload()
  await badge.click()

  const dialog = page.getByRole('dialog', { name: 'The bank wants a code' })
  await expect(dialog).toContainText('Main UYU operating account')
  await expect(dialog.getByText(/[67]:\d\d left/)).toBeVisible()
  await expect(dialog.getByLabel(boxes)).toBeFocused()
  await picture('dialog')
  const paste = (text: string) =>
    dialog.getByLabel(boxes).evaluate((field, code) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', code)
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, text)

  await test.step('a refused code is said, the boxes are empty again', async () => {
    await page.keyboard.type(unlike(bank.codes(bank.user.user).at(-1)?.code ?? ''))
    await expect(dialog).toContainText('The bank refused the last code')
    await expect(dialog).toContainText('Asked 2 times so far')
    await expect(dialog.getByLabel(boxes)).toHaveValue('')
    await picture('refused')
  })

  await test.step('Esc puts it away, the badge brings it back, in the dark as well', async () => {
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
    await page.evaluate(() => {
      localStorage.setItem('mantine-color-scheme-value', 'dark')
      localStorage.setItem('reconbanker.language', 'es')
    })
    await page.reload()
    await row.getByRole('button', { name: 'Escribir código' }).click()
    await expect(page.getByRole('dialog', { name: 'El banco pide un código' })).toBeVisible()
    await picture('dark')
    await page.evaluate(() => localStorage.setItem('reconbanker.language', 'en'))
    await page.reload()
    await badge.click()
  })

  await paste(bank.codes(bank.user.user).at(-1)?.code ?? '')
  await expect(dialog).toHaveCount(0, { timeout: 30_000 })
  await expect(page.getByText('The bank has let the login in')).toBeVisible()
  await expect(badge).toHaveCount(0)
  await expect(row).toContainText(/Read /, { timeout: 60_000 })
})

test('who looks at the account sees the bank’s page open by itself, with the boxes beneath it', async ({
  page,
  practice,
  complaints: _,
  picture,
}) => {
  test.slow()
  const { bank } = practice
  bank.behaviour.secondFactor = 'code'
  const id = await practice.addAccount('Main UYU operating account', { login_mode: 'assisted' })
  await page.goto(`${practice.url}/#/accounts/${id}/movements`)
  await page.getByRole('button', { name: 'Run scrape now' }).click()
  await expect(page.getByLabel(boxes)).toBeVisible({ timeout: 30_000 })
  await expect(page).toHaveURL(/\/bank$/)
  await expect(page.getByRole('region', { name: 'Bank window' })).toContainText('Reconbanker is logging in')
  await expect(page.getByRole('list', { name: 'Progress of the reading' })).toContainText('Waiting for you')
  await picture('account')
  await page.keyboard.type(bank.codes(bank.user.user).at(-1)?.code ?? '')
  await expect(page.getByLabel(boxes)).toHaveCount(0, { timeout: 30_000 })
  await expect(page.getByRole('list', { name: 'Progress of the reading' })).toContainText('0 new', { timeout: 60_000 })
  await expect(page.getByText('The bank’s page is not open')).toBeVisible()
  await picture('closed')
})

test('a step that only a person can take is taken in the bank’s page, and the reading goes on', async ({
  page,
  practice,
  complaints: _,
  picture,
}) => {
  test.slow()
  const { bank } = practice
  bank.behaviour.secondFactor = 'push'
  const id = await practice.addAccount('Main UYU operating account', { login_mode: 'assisted' })
  await page.goto(`${practice.url}/#/accounts`)
  const row = page.getByRole('row').filter({ hasText: 'Main UYU operating account' })
  await expect(row).toBeVisible()
  await practice.call('POST', `/accounts/${id}/scrape`)
  await expect(row).toContainText('Waiting for you', { timeout: 30_000 })
  await picture('list')
  await row.getByRole('button', { name: 'Open bank page' }).click()
  const bankWindow = page.getByRole('region', { name: 'Bank window' })
  await expect(bankWindow).toContainText('Your turn')
  await expect(page.getByRole('alert')).toHaveCount(0)
  await picture('your-turn')
  bank.approve(bank.user.user)
  await expect(page.getByRole('list', { name: 'Progress of the reading' })).toContainText('0 new', { timeout: 60_000 })
})
