import { addAccount, arrive } from './support/account.ts'
import { expect, signIn, test } from './support/fixtures.ts'

test('passthrough: movements are told, resent, and a switch of the mode asks for its name', async ({
  page,
  program,
  customer,
  complaints: _,
  picture,
}) => {
  await program.settle('passthrough')
  const accountId = await addAccount(program, customer)
  await arrive(
    program,
    accountId,
    { external_id: 'T-1', sender_name: 'Ana Ruiz', amount: '250.50' },
    { external_id: 'T-2', sender_name: null, amount: '80.00' },
  )
  await signIn(page, program, '/movements')
  const list = page.getByRole('grid', { name: 'Movements' })
  const detail = page.getByRole('complementary', { name: 'Movement' })

  await test.step('what does not apply is absent', async () => {
    await expect(list.getByRole('row').filter({ hasText: 'Ana Ruiz' })).toContainText('Notified')
    await expect(list.getByRole('row').filter({ hasText: '80.00' })).toContainText('Not sent')
    await expect(page.getByRole('link', { name: 'Requests' })).toHaveCount(0)
    await page.goto(`${program.url}/#/accounts/${accountId}/settings`)
    await expect(page.getByRole('region', { name: 'Webhook' })).toBeVisible()
    await expect(page.getByRole('region', { name: 'Orders' })).toHaveCount(0)
    await expect(page.getByLabel('Silent ingestion')).toBeVisible()
    await picture('settings')
  })

  await test.step('the webhook of a movement is sent again', async () => {
    await page.goto(`${program.url}/#/movements`)
    await list.getByRole('row').filter({ hasText: 'Ana Ruiz' }).click()
    await detail.getByRole('button', { name: 'Resend bank movement webhook' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Resend' }).click()
    await expect.poll(() => customer.webhooks().length).toBe(2)
    const [first, second] = customer.webhooks()
    expect(second).toEqual(first)
    await expect(detail.getByText('Delivered')).toHaveCount(2)
    await picture('movement')
  })

  await test.step('a movement without a sender offers no resend', async () => {
    await list.getByRole('row').filter({ hasText: '80.00' }).click()
    await expect(detail.getByText('no sender').first()).toBeVisible()
    await expect(detail.getByRole('button', { name: 'Resend bank movement webhook' })).toHaveCount(0)
  })

  await test.step('switching the mode erases, so it asks for the name of the new one', async () => {
    await page.goto(`${program.url}/#/settings`)
    await page.getByRole('button', { name: 'Change to Reconciliation' }).click()
    const dialog = page.getByRole('dialog')
    const go = dialog.getByRole('button', { name: 'Delete and change' })
    await expect(dialog.getByText('all movements')).toBeVisible()
    await expect(go).toBeDisabled()
    await dialog.getByLabel('Name of the new mode').fill('reconciliation')
    await expect(go).toBeDisabled()
    await dialog.getByLabel('Name of the new mode').fill('Reconciliation')
    await picture('switch')
    await go.click()
    await expect(page.getByRole('link', { name: 'Requests' })).toBeVisible()
    await page.getByRole('link', { name: 'Movements' }).click()
    await expect(page.getByText('No movements yet')).toBeVisible()
  })
})
