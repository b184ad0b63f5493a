import { expect } from './support/fixtures.ts'
import { test } from './support/practice.ts'

test('an assisted session is started, gets its code, runs, is killed and reactivated by a person', async ({
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
  const code = () => secondBank.codes(secondBank.user.user).at(-1)?.code ?? ''
  await page.goto(`${practice.url}/#/accounts/${id}/movements`)
  await page.getByRole('button', { name: 'Start session' }).click()
  await expect(page.getByRole('button', { name: 'Kill session' })).toBeVisible()
  await expect(page.getByLabel('Character 1 of 6')).toBeVisible({ timeout: 30_000 })
  await picture('code')
  await page.keyboard.type(code())

  const main = page.getByRole('main')
  await expect(main.getByText('Session running')).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('list', { name: 'Progress of the reading' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Run scrape now' })).toBeEnabled()
  await picture('running')
  await page.goto(`${practice.url}/#/accounts`)
  await expect(page.getByRole('row').filter({ hasText: 'Caja Rural' })).toContainText('Session running')
  await picture('list')

  await page.goto(`${practice.url}/#/accounts/${id}/movements`)
  await page.getByRole('button', { name: 'Kill session' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('it stays closed until you press “Reactivate”')
  await picture('kill')
  await dialog.getByRole('button', { name: 'Kill session' }).click()
  await expect(main.getByText('Waits for you to start it', { exact: true })).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('note')).toContainText('The session stopped on')
  await expect(page.getByRole('note')).toContainText('Stopped by hand.')
  await page.evaluate(() => localStorage.setItem('mantine-color-scheme-value', 'dark'))
  await page.reload()
  await expect(main.getByText('Waits for you to start it', { exact: true })).toBeVisible()
  await picture('parked')
  await page.goto(`${practice.url}/#/accounts`)
  await expect(page.getByRole('row').filter({ hasText: 'Caja Rural' })).toContainText('Waits for you to start it')
  await picture('parked-list')

  await page.goto(`${practice.url}/#/accounts/${id}/movements`)
  await page.getByRole('note').getByRole('button', { name: 'Reactivate' }).click()
  await expect(page.getByLabel('Character 1 of 6')).toBeVisible({ timeout: 30_000 })
})

test('quiet hours are switched on, changed and switched off', async ({ page, practice, complaints: _, picture }) => {
  const id = await practice.addAccount('Main UYU operating account')
  await page.goto(`${practice.url}/#/accounts/${id}/settings/session`)
  const hours = () => practice.call<{ quiet_hours: unknown }>('GET', `/accounts/${id}`).then((a) => a.quiet_hours)
  const quiet = page.getByRole('group', { name: 'Quiet hours' })
  await quiet.getByRole('switch').click({ force: true })
  await expect.poll(hours).toEqual({ from: '22:00', until: '06:00' })
  await quiet.getByLabel('Until').fill('07:30')
  await quiet.getByLabel('Until').blur()
  await expect.poll(hours).toEqual({ from: '22:00', until: '07:30' })
  await picture('quiet')
  await quiet.getByRole('switch').click({ force: true })
  await expect.poll(hours).toBeNull()
})

test('a locked access blocks the account and says since when, why and what to do', async ({
  page,
  practice,
  complaints: _,
  picture,
}) => {
  test.slow()
  const { bank } = practice
  bank.lock(bank.user.user)
  const id = await practice.addAccount('Main UYU operating account')
  await page.goto(`${practice.url}/#/accounts/${id}/movements`)
  await page.getByRole('button', { name: 'Run scrape now' }).click()
  const banner = page.getByRole('alert').filter({ hasText: 'the account is blocked' })
  await expect(banner).toContainText('No reading since', { timeout: 60_000 })
  await expect(banner).toContainText('The bank reports that the access is locked.')
  await expect(banner).toContainText('Unlock it with the bank')
  await picture('blocked')
})
