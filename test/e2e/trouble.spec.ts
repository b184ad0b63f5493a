import { answers } from '../support/receiver.ts'
import { addAccount, arrive } from './support/account.ts'
import { order } from './support/customer.ts'
import { expect, forgive, retry, signIn, test } from './support/fixtures.ts'
import { owner } from './support/program.ts'

/** How the browser itself reports an answer that the spec asked for. */
const refused = /Failed to load resource|net::ERR_/

test('a wrong password says so and keeps what was typed', async ({ page, program, complaints, picture }) => {
  await program.settle()
  await page.goto(program.url)
  await page.getByLabel('E-mail').fill(owner.email)
  await page.getByRole('textbox', { name: 'Password' }).fill('Not-The-Password-1')
  await page.getByRole('button', { name: 'Sign in' }).click()

  await expect(page.getByRole('alert')).toHaveText('E-mail and password do not match.')
  await expect(page.getByLabel('E-mail')).toHaveValue(owner.email)
  await picture('wrong-password')
  forgive(complaints, refused)
})

test('a token that is no longer good leads to the sign-in and back to the same place', async ({
  window: page,
  program,
  complaints,
}) => {
  await page.goto(`${program.url}/#/deliveries?state=dead`)
  await expect(page.getByText('Nothing fits the filters')).toBeVisible()
  await page.addInitScript(() => localStorage.setItem('reconbanker.token', 'of yesterday'))
  await page.reload()

  await expect(page.getByText('Your session has ended. Sign in to return to the same place.')).toBeVisible()
  await page.getByLabel('E-mail').fill(owner.email)
  await page.getByRole('textbox', { name: 'Password' }).fill(owner.password)
  await page.getByRole('button', { name: 'Sign in' }).click()

  await expect(page.getByText('Nothing fits the filters')).toBeVisible()
  await expect(page).toHaveURL(/#\/deliveries\?state=dead$/)
  forgive(complaints, refused)
})

test('a list that does not load says what to do, and Retry brings it', async ({
  window: page,
  program,
  customer,
  complaints,
  picture,
}) => {
  const accountId = await addAccount(program, customer)
  await arrive(program, accountId, { external_id: 'T-1', sender_name: 'Ana Ruiz' })
  await page.route('**/api/movements?*', (route) => route.fulfill({ status: 500, json: { error: 'disk I/O error' } }))
  await page.goto(`${program.url}/#/movements`)

  const notice = page.getByRole('alert').filter({ hasText: 'The movements could not be loaded' })
  await expect(notice).toBeVisible()
  await notice.getByRole('button', { name: 'Technical detail' }).click()
  await expect(notice.getByText('disk I/O error')).toBeVisible()
  await picture('not-loaded')

  await page.unroute('**/api/movements?*')
  await retry(notice, page.getByRole('grid', { name: 'Movements' }).getByText('Ana Ruiz'))
  forgive(complaints, refused)
})

test('a program that is gone is never shown as running', async ({ window: page, program, complaints, picture }) => {
  await expect(page.getByRole('contentinfo').getByText('No accounts yet')).toBeVisible()
  await program.stop()
  await expect(page.getByRole('contentinfo')).toContainText('No connection to the program')
  await picture('offline')
  forgive(complaints, refused)
})

test('an account that cannot log in says why and where to mend it', async ({
  window: page,
  program,
  customer,
  complaints: _,
  picture,
}) => {
  const banks = await program.call<{ id: string; code: string }[]>('GET', '/banks')
  const bankId = banks.find(({ code }) => code === 'practice-bank')?.id
  const { id } = await program.call<{ id: string }>('POST', '/accounts', { bankId, name: 'Client X' })
  await program.call('PUT', `/accounts/${id}/config`, {
    pending_orders_endpoint: customer.ordersUrl,
    webhook_url: customer.webhookUrl,
  })
  await page.goto(`${program.url}/#/accounts/${id}/movements`)
  await page.getByRole('button', { name: 'Run scrape now' }).click()

  const notice = page.getByRole('alert').filter({ hasText: 'the account is blocked' })
  await expect(notice).toContainText('There was no user and password of the bank to log in with.')
  await expect(page.getByRole('contentinfo')).toContainText('Needs attention: 1 account')
  await picture('blocked')
  await notice.getByRole('link', { name: 'Enter the password' }).click()
  await expect(page).toHaveURL(new RegExp(`${id}/settings/credentials$`))

  await page.getByRole('link', { name: 'Accounts' }).first().click()
  const badge = page.getByRole('grid').getByRole('link', { name: 'Needs attention' })
  await badge.hover()
  await expect(page.getByText('There was no user and password of the bank to log in with.')).toBeVisible()
  await picture('needs-attention')
})

test('a receiver that is down, then up again', async ({ window: page, program, customer, complaints: _, picture }) => {
  customer.answerWebhooks(answers.status(503, { error: 'maintenance' }))
  const accountId = await addAccount(program, customer)
  customer.expect(order('A-1', 'Ana Ruiz'))
  await program.call('POST', `/conciliation/poll/${accountId}`)
  await expect.poll(() => program.call<unknown[]>('GET', '/conciliation')).toHaveLength(1)
  await arrive(program, accountId, { external_id: 'T-1', sender_name: 'Ana Ruiz' })

  await page.goto(`${program.url}/#/deliveries`)
  const row = page.getByRole('grid').getByRole('row').filter({ hasText: 'A-1' })
  await expect(row).toContainText('Retrying')
  await row.click()
  const detail = page.getByRole('complementary', { name: 'Delivery' })
  await expect(detail.getByText('Answered 503')).toBeVisible()
  await expect(detail.getByText('maintenance')).toBeVisible()
  await expect(detail.getByText(/The last attempt failed\. The next one is/)).toBeVisible()
  await picture('retrying')

  customer.answerWebhooks(answers.ok)
  await page.keyboard.press('w')
  await page.getByRole('dialog').getByRole('button', { name: 'Resend' }).click()
  await expect(row.first()).toContainText('Delivered')
  await expect.poll(() => customer.webhooks().length).toBeGreaterThan(1)
})

test.describe('where local addresses are not allowed', () => {
  test.use({ flags: [] })

  test('the refusal stands at its field, and the switch is in the settings', async ({
    window: page,
    program,
    complaints,
    picture,
  }) => {
    const banks = await program.call<{ id: string }[]>('GET', '/banks')
    const { id } = await program.call<{ id: string }>('POST', '/accounts', { bankId: banks[0]?.id, name: 'Main' })
    await page.goto(`${program.url}/#/accounts/${id}/settings`)
    await page.getByLabel('Pending orders endpoint').fill('http://127.0.0.1:9/orders')
    await page.getByLabel('Webhook URL').fill('http://localhost:9/hook')
    const save = page.getByRole('form').getByRole('button', { name: 'Save' })
    await save.click()
    const orders = page.getByRole('region', { name: 'Orders' })
    await expect(orders.getByText('This points to a private network.')).toBeVisible()
    await expect(page.getByLabel('Pending orders endpoint')).toBeFocused()
    await picture('refused-at-its-field')
    forgive(complaints, refused)

    await page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: 'Settings' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Discard changes' }).click()
    await page.getByRole('switch', { name: 'Allow local and private addresses' }).click({ force: true })
    await expect(page.getByText('Settings saved')).toBeVisible()
    await page.goto(`${program.url}/#/accounts/${id}/settings`)
    await page.getByLabel('Pending orders endpoint').fill('http://127.0.0.1:9/orders')
    await page.getByLabel('Webhook URL').fill('http://localhost:9/hook')
    await save.click()
    await expect(page.getByText('Everything is saved')).toBeVisible()
  })
})

test('an address that leads nowhere says so', async ({ window: page, program, complaints }) => {
  await page.goto(`${program.url}/#/nowhere`)
  await expect(page.getByText('There is nothing at this address')).toBeVisible()
  await page.goto(`${program.url}/#/accounts/none`)
  await expect(page.getByText('This account does not exist')).toBeVisible()
  await signIn(page, program, '/requests/none')
  await expect(page.getByText('The request no longer exists.')).toBeVisible()
  forgive(complaints, refused)
})
