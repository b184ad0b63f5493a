import { addAccount } from './support/account.ts'
import { expect, forgive, test } from './support/fixtures.ts'

test('a key is created, shown once, used by another system, and revoked', async ({
  window: page,
  program,
  customer,
  complaints,
  picture,
}) => {
  const accountId = await addAccount(program, customer, 'Main UYU operating account')
  await addAccount(program, customer, 'Reserve')
  await page.goto(`${program.url}/#/settings`)
  const section = page.getByRole('region', { name: 'API keys' })
  await expect(section).toContainText('No keys yet')
  await picture('empty')

  await section.getByRole('button', { name: 'Create API key' }).click()
  const dialog = page.getByRole('dialog')
  await test.step('what is missing is said at its field', async () => {
    await dialog.getByRole('button', { name: 'Create' }).click()
    await expect(dialog.getByText('Enter a name')).toBeVisible()
    await expect(dialog.getByText('Choose at least one')).toBeVisible()
  })
  await dialog.getByLabel('Name').fill('SMS relay')
  await dialog.getByLabel('Read the state').check()
  await dialog.getByLabel('Only chosen accounts').check()
  await dialog.getByLabel('Main UYU operating account').check()
  await picture('create')
  await dialog.getByRole('button', { name: 'Create' }).click()

  const key = (await dialog.locator('code').first().textContent()) ?? ''
  expect(key).toMatch(/^rbk_[0-9a-f]{8}_[0-9a-f]{64}$/)
  await picture('shown-once')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeVisible()
  const status = () =>
    fetch(`${program.url}/v1/accounts/${accountId}/status`, { headers: { authorization: `Api-Key ${key}` } })
  expect((await status()).status).toBe(200)
  await dialog.getByRole('button', { name: 'Done' }).click()

  const entry = section.getByRole('listitem').filter({ hasText: 'SMS relay' })
  await expect(entry).toContainText(`rbk_${key.slice(4, 12)}_…`)
  await expect(entry).toContainText('reads the state · Main UYU operating account')
  await page.reload()
  await expect(entry).toContainText('last used')
  await expect(page.locator('body')).not.toContainText(key)
  await page.evaluate(() => localStorage.setItem('mantine-color-scheme-value', 'dark'))
  await page.reload()
  await entry.scrollIntoViewIfNeeded()
  await picture('listed')

  await entry.getByRole('button', { name: 'Revoke' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await expect(entry).toContainText('Revoked')
  await expect(entry.getByRole('button')).toHaveCount(0)
  expect((await status()).status).toBe(401)
  await picture('revoked')

  await test.step('an error says what, why and what now', async () => {
    const calls = '**/api/me/api-keys'
    await page.route(calls, (route) => route.fulfill({ status: 503, json: { error: 'x', code: 'db.full' } }))
    await page.reload()
    await expect(section.getByRole('alert')).toContainText('The API keys could not be loaded')
    await page.unroute(calls)
    await section.getByRole('button', { name: 'Retry' }).click()
    await expect(entry).toBeVisible()
    forgive(complaints, /Failed to load resource/)
  })
})
