import { addAccount } from './support/account.ts'
import { expect, test } from './support/fixtures.ts'

test('an account is paused, resumed and deleted by its exact name', async ({
  window: page,
  program,
  customer,
  complaints: _,
}) => {
  const id = await addAccount(program, customer, 'Reserve')
  await page.goto(`${program.url}/#/accounts`)
  const list = page.getByRole('grid', { name: 'Accounts' })
  const row = list.getByRole('row').filter({ hasText: 'Reserve' })

  await test.step('pause and resume from the list', async () => {
    await row.hover()
    await row.getByRole('button', { name: 'Pause' }).click()
    await expect(row).toContainText('Paused')
    await expect(page.getByRole('contentinfo')).toContainText('All accounts are paused')
    await row.getByRole('button', { name: 'Resume' }).click()
    await expect(row).toContainText('By file or API')
  })

  await test.step('unsaved changes are not lost by a wrong click', async () => {
    await page.goto(`${program.url}/#/accounts/${id}/settings`)
    await page.getByLabel('Webhook URL').fill('https://elsewhere.example/hook')
    await page.getByRole('link', { name: 'Notifications' }).click()
    await page.getByRole('link', { name: 'Deliveries' }).click()
    const question = page.getByRole('dialog', { name: 'There are unsaved changes' })
    await question.getByRole('button', { name: 'Stay here' }).click()
    await expect(page.getByLabel('Webhook URL')).toHaveValue('https://elsewhere.example/hook')
    await page.getByRole('link', { name: 'Deliveries' }).click()
    await question.getByRole('button', { name: 'Discard changes' }).click()
    await expect(page.getByText('Nothing was sent yet')).toBeVisible()
  })

  await test.step('the name must be exact', async () => {
    await page.goto(`${program.url}/#/accounts/${id}/settings/danger`)
    const danger = page.getByRole('region', { name: 'Danger zone' })
    const remove = danger.getByRole('button', { name: 'Delete account' })
    await expect(danger.getByText('movements that were read')).toBeVisible()
    await danger.getByLabel('Exact name of the account').fill('reserve')
    await expect(remove).toBeDisabled()
    await danger.getByLabel('Exact name of the account').fill('Reserve')
    await remove.click()
    await expect(page.getByText('No accounts yet').first()).toBeVisible()
  })
})

test('a stored token is kept, replaced, and never shown', async ({
  window: page,
  program,
  customer,
  complaints: _,
}) => {
  const id = await addAccount(program, customer)
  await page.goto(`${program.url}/#/accounts/${id}/settings/orders`)
  const orders = page.getByRole('region', { name: 'Orders' })
  const form = page.getByRole('form', { name: 'Settings' })
  await expect(orders.getByText('A token is stored')).toBeVisible()
  expect(await page.content()).not.toContain(customer.token)

  await orders.getByLabel('Pending orders endpoint').fill(`${customer.ordersUrl}?x=1`)
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByText('Everything is saved')).toBeVisible()
  await page.getByRole('region', { name: 'Webhook' }).getByRole('button', { name: 'Send test' }).click()
  await expect(page.getByText(/Answered 200/)).toBeVisible()
  expect(customer.hits.at(-1)?.headers.authorization).toBe(`Bearer ${customer.token}`)

  await orders.getByRole('button', { name: 'Replace' }).click()
  await orders.getByLabel('Token').fill('another-token')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByText('Everything is saved')).toBeVisible()
  await page.getByRole('region', { name: 'Webhook' }).getByRole('button', { name: 'Send test' }).click()
  await expect.poll(() => customer.hits.at(-1)?.headers.authorization).toBe('Bearer another-token')
})
