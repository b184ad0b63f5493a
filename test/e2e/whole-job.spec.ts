import { readFileSync } from 'node:fs'
import { arrive } from './support/account.ts'
import { order } from './support/customer.ts'
import { expect, test } from './support/fixtures.ts'
import { owner } from './support/program.ts'

test.use({ language: 'es' })

test('from the first start to a payment that is matched, undone, told and exported', async ({
  page,
  program,
  customer,
  complaints: _,
  picture,
}) => {
  await test.step('the owner is created, one password rule at a time', async () => {
    await page.goto(program.url)
    await expect(page.getByRole('heading', { name: 'Crear el usuario dueño' })).toBeVisible()
    await page.getByText('English', { exact: true }).click()
    await expect(page.getByRole('heading', { name: 'Create the owner' })).toBeVisible()

    const password = page.getByLabel('Password', { exact: false }).first()
    await page.getByLabel('E-mail').fill(owner.email)
    for (const [typed, hint] of [
      ['short', 'At least 12 characters (5 so far)'],
      ['ALLUPPERCASE', 'At least one lower-case letter'],
      ['alllowercase', 'At least one upper-case letter'],
      ['NoDigitsInHere', 'At least one digit'],
      [owner.password, 'The password meets the rules'],
    ] as const) {
      await password.fill(typed)
      await expect(page.getByText(hint)).toBeVisible()
    }
    await picture('first-run')
    await page.getByRole('button', { name: 'Create and sign in' }).click()
  })

  await test.step('the mode stands in the way until it is chosen', async () => {
    await expect(page.getByRole('heading', { name: 'How will you work?' })).toBeVisible()
    await expect(page.getByRole('navigation')).toHaveCount(0)
    await expect(page.getByRole('radio', { name: 'Reconciliation' })).toBeChecked()
    await picture('mode')
    await page.getByRole('button', { name: 'Continue with Reconciliation' }).click()
  })

  await test.step('an account is added', async () => {
    await expect(page.getByText('No accounts yet').first()).toBeVisible()
    await picture('no-accounts')
    await page.getByRole('button', { name: 'Add Account' }).click()
    const dialog = page.getByRole('dialog', { name: 'Add Account' })
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(dialog.getByText('Enter a name')).toBeVisible()
    await dialog.getByRole('combobox', { name: 'Bank' }).click()
    await page.getByRole('option', { name: 'Another bank' }).click()
    await dialog.getByLabel('Name').fill('Main UYU operating account')
    await picture('add-account')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('heading', { name: 'Main UYU operating account' })).toBeVisible()
  })

  await test.step('settings: errors at their fields, then saved', async () => {
    // Nothing logs in at this bank, so the account opens where files are imported.
    await page.getByRole('link', { name: 'Enter the settings' }).click()
    const form = page.getByRole('form', { name: 'Settings' })
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(form.getByText('Needed in Reconciliation mode')).toBeVisible()
    await expect(form.getByLabel('Pending orders endpoint')).toBeFocused()
    await picture('settings-errors')

    const orders = page.getByRole('region', { name: 'Orders' })
    await orders.getByLabel('Pending orders endpoint').fill(customer.ordersUrl)
    await orders.getByLabel('Token').fill(customer.token)
    const webhook = page.getByRole('region', { name: 'Webhook' })
    await webhook.getByLabel('Webhook URL').fill(customer.webhookUrl)
    await webhook.getByLabel('Extra fields').fill('{"tenant":"acme","status":"mine"}')
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(webhook.getByText('cannot be replaced: status')).toBeVisible()
    await webhook.getByLabel('Extra fields').fill('{"tenant":"acme"}')
    await expect(webhook.getByText('"tenant": "acme"').first()).toBeVisible()
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(form.getByText('Everything is saved')).toBeVisible()
  })

  await test.step('a test reaches the receiver and its answer is shown', async () => {
    const webhook = page.getByRole('region', { name: 'Webhook' })
    await webhook.getByRole('button', { name: 'Send test' }).click()
    await expect(webhook.getByText(/Answered 200 in/)).toBeVisible()
    expect(customer.webhooks()).toHaveLength(1)
    expect(customer.hits.at(-1)?.headers.authorization).toBe(`Bearer ${customer.token}`)
    await picture('settings-test')
  })

  const [account] = await program.call<{ id: string }[]>('GET', '/accounts')
  const accountId = account?.id ?? ''
  const table = page.getByRole('grid', { name: 'Requests' })
  const row = (id: string) => table.getByRole('row').filter({ hasText: id })

  await test.step('polling brings the expected payments', async () => {
    customer.expect(
      order('A-100', 'Ana Ruiz', '250.50'),
      order('A-101', 'Juan Pérez'),
      order('A-102', 'Eva Sosa', '80.00'),
    )
    await page.getByRole('navigation', { name: 'Parts of the account' }).getByRole('link', { name: 'Requests' }).click()
    await expect(page.getByText('No requests yet')).toBeVisible()
    await picture('no-requests')
    await page.getByRole('button', { name: 'Poll now' }).first().click()
    await expect(row('A-100')).toContainText('Not found')
    await expect(page.getByText('3 requests')).toBeVisible()
  })

  await test.step('movements arrive and the list follows by itself', async () => {
    await arrive(
      program,
      accountId,
      { external_id: 'T-1', sender_name: 'RUIZ, ANA', amount: '250.50' },
      { external_id: 'T-2', sender_name: 'JUAN PEREZ' },
      { external_id: 'T-3', sender_name: 'Juan Pérez' },
    )
    await expect(row('A-100')).toContainText('Matched')
    await expect(row('A-101')).toContainText('Ambiguous')
    await expect(row('A-102')).toContainText('Not found')
    await picture('requests')
  })

  const panel = page.getByRole('complementary', { name: 'Request' })
  await test.step('the ambiguous one asks, and a key answers', async () => {
    await row('A-101').click()
    await expect(panel.getByText(/Two movements of 1,500.00 UYU fit: .* Which one is it\?/)).toBeVisible()
    await expect(panel.getByRole('button', { name: 'Choose' })).toHaveCount(2)
    await expect(panel.getByText('same name').first()).toBeVisible()
    await picture('ambiguous')
    await page.keyboard.press('2')
    await expect(panel.getByText('Matched by a person.')).toBeVisible()
    await expect(row('A-101')).toContainText('Matched')
    await expect
      .poll(() =>
        customer
          .webhooks()
          .filter(({ external_id: id }) => id === 'A-101')
          .map(({ status }) => status),
      )
      .toEqual(['ambiguous', 'matched'])
    await picture('chosen')
  })

  await test.step('undo frees the movement and is written down', async () => {
    await page.keyboard.press('u')
    await expect(panel.getByText(`${owner.email} undid the match.`)).toBeVisible()
    await expect(row('A-101')).toContainText('Not found')
    await expect(panel.getByRole('button', { name: 'Choose' })).toHaveCount(2)
    await page.keyboard.press('1')
    await expect(row('A-101')).toContainText('Matched')
  })

  await test.step('the webhook is sent again after a confirmation', async () => {
    const before = customer.webhooks().length
    await panel.getByRole('button', { name: 'Resend webhook' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Resend' }).click()
    await expect.poll(() => customer.webhooks().length).toBeGreaterThan(before)
    expect(customer.webhooks().at(-1)).toMatchObject({ external_id: 'A-101', status: 'matched', tenant: 'acme' })
  })

  await test.step('the address of the panel leads back to it', async () => {
    await page.reload()
    await expect(panel.getByText('Matched by a person.')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(panel).toHaveCount(0)
  })

  await test.step('the log of deliveries has every attempt', async () => {
    await page.getByRole('link', { name: 'Deliveries' }).click()
    const deliveries = page.getByRole('grid', { name: 'Deliveries' })
    await deliveries.getByRole('row').filter({ hasText: 'A-100' }).click()
    const detail = page.getByRole('complementary', { name: 'Delivery' })
    await expect(detail.getByText('Your system accepted it.')).toBeVisible()
    await expect(detail.getByText('"external_id": "A-100"')).toBeVisible()
    await expect(detail.getByText('Answered 200')).toBeVisible()
    await picture('delivery')
  })

  await test.step('E exports what the filter shows', async () => {
    await page.goto(`${program.url}/#/requests?status=matched`)
    await expect(page.getByText('2 requests')).toBeVisible()
    const download = page.waitForEvent('download')
    await page.keyboard.press('e')
    const file = await download
    expect(file.suggestedFilename()).toBe('requests.csv')
    const text = readFileSync(await file.path(), 'utf8')
    expect(text).toContain('A-100')
    expect(text).toContain('A-101')
    expect(text).not.toContain('A-102')
  })
})
