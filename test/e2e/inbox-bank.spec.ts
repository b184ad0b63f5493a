import { expect } from './support/fixtures.ts'
import { kinds, list, question, rows } from './support/inbox.ts'
import { test } from './support/practice.ts'

test('a step in the bank’s page is opened from the inbox and done there', async ({
  page,
  practice,
  complaints: _,
  picture,
}) => {
  test.slow()
  const { bank } = practice
  Object.assign(bank.behaviour, { secondFactor: 'code', codePlace: 'window' })
  const id = await practice.addAccount('Main UYU operating account', { login_mode: 'assisted' })
  await page.addInitScript(() => localStorage.setItem('reconbanker.language', 'en'))
  await page.goto(`${practice.url}/#/inbox`)
  await expect(page.getByText('Nothing needs you')).toBeVisible()
  await practice.call('POST', `/accounts/${id}/scrape`)

  await expect(question(page).getByRole('heading', { name: 'The bank waits for you' })).toBeVisible({ timeout: 60_000 })
  await expect(rows(page)).toHaveCount(1)
  expect(await kinds(practice)).toEqual(['step'])
  await picture('step')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(new RegExp(`/accounts/${id}/bank$`))

  const bankWindow = page.getByRole('region', { name: 'Bank window' })
  await expect(bankWindow).toContainText('Your turn')
  const shown = bankWindow.getByRole('img', { name: /Código de ingreso/ })
  await shown.click({ position: { x: 20, y: 120 } })
  // The link of the header, then the button of the page.
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect.poll(() => bank.codes(bank.user.user).length, { timeout: 30_000 }).toBeGreaterThan(0)
  await expect(bankWindow.getByText('Pop-up window', { exact: true })).toBeVisible()
  await page.keyboard.type(bank.codes(bank.user.user).at(-1)?.code ?? '')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('list', { name: 'Progress of the reading' })).toContainText('0 new', { timeout: 60_000 })

  await page.goto(`${practice.url}/#/inbox`)
  await expect(page.getByText('Nothing needs you')).toBeVisible()
  expect(await kinds(practice)).toEqual([])
})

test('a parked session is started again from the inbox, and its code typed there', async ({
  page,
  practice,
  complaints: _,
  picture,
}) => {
  test.slow()
  const { secondBank } = practice
  const id = await practice.addSecondAccount('Caja Rural, dollars', {
    session_type: 'persistent',
    login_mode: 'assisted',
  })
  await practice.call('POST', `/accounts/${id}/reactivate`)
  await expect.poll(() => kinds(practice), { timeout: 60_000 }).toEqual(['code'])
  await practice.call('POST', `/accounts/${id}/kill`)
  await expect.poll(() => kinds(practice), { timeout: 30_000 }).toEqual(['session'])

  await page.addInitScript(() => localStorage.setItem('reconbanker.language', 'en'))
  await page.goto(`${practice.url}/#/inbox`)
  await expect(question(page).getByRole('heading', { name: 'A session waits to be started' })).toBeVisible()
  await expect(list(page)).toContainText('Caja Rural, dollars')
  await expect(question(page).getByRole('note')).toContainText('Stopped by hand.')
  await picture('parked')
  await page.keyboard.press('a')
  await expect(question(page).getByRole('heading', { name: 'The bank wants a code' })).toBeVisible({ timeout: 60_000 })
  await page.keyboard.press('a')
  await expect(page.getByLabel('Character 1 of 6')).toBeFocused()
  await page.keyboard.type(secondBank.codes(secondBank.user.user).at(-1)?.code ?? '')

  await expect(page.getByText('Nothing needs you')).toBeVisible({ timeout: 60_000 })
  await expect
    .poll(async () => (await practice.call<{ sessionStatus: string }>('GET', `/accounts/${id}`)).sessionStatus, {
      timeout: 60_000,
    })
    .toBe('running')
})
