import { addAccount, arrive } from './support/account.ts'
import { order } from './support/customer.ts'
import { expect, test } from './support/fixtures.ts'
import { owner } from './support/program.ts'

test('a decision from sign-in to undo without touching the mouse', async ({
  page,
  program,
  customer,
  complaints: _,
  picture,
}) => {
  await program.settle()
  const accountId = await addAccount(program, customer)
  customer.expect(
    order('A-100', 'Ana Ruiz', '20.00'),
    order('A-101', 'Juan Pérez'),
    order('A-102', 'Eva Sosa', '30.00'),
  )
  await program.call('POST', `/conciliation/poll/${accountId}`)
  await expect.poll(() => program.call<unknown[]>('GET', '/conciliation')).toHaveLength(3)
  await arrive(
    program,
    accountId,
    { external_id: 'T-1', sender_name: 'JUAN PEREZ' },
    { external_id: 'T-2', sender_name: 'Juan Pérez' },
  )

  await test.step('sign-in', async () => {
    await page.goto(program.url)
    await expect(page.getByLabel('E-mail')).toBeFocused()
    await page.keyboard.type(owner.email)
    await page.keyboard.press('Tab')
    await page.keyboard.type(owner.password)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('grid', { name: 'Accounts' })).toBeVisible()
  })

  const list = page.getByRole('grid', { name: 'Requests' })
  await test.step('G and R go to the requests, / searches them', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('r')
    await expect(list.getByText('A-100')).toBeVisible()
    await page.keyboard.press('/')
    await expect(page.getByRole('searchbox')).toBeFocused()
    await page.keyboard.type('juan perez')
    await expect(page.getByText('1 request', { exact: true })).toBeVisible()
    await page.keyboard.press('Escape')
  })

  const panel = page.getByRole('complementary', { name: 'Request' })
  await test.step('J marks, Enter opens, 1 chooses, U undoes, Esc closes', async () => {
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await expect(panel.getByRole('button', { name: 'Choose' })).toHaveCount(2)
    await page.keyboard.press('1')
    await expect(panel.getByText('Matched by a person.')).toBeVisible()
    await page.keyboard.press('u')
    await expect(panel.getByText('Matched by a person.')).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(panel).toHaveCount(0)
  })

  await test.step('with a detail open, J reads on', async () => {
    await page.goto(`${program.url}/#/requests`)
    await expect(list.getByRole('row')).toHaveCount(4)
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    const first = await panel
      .getByText(/^A-10\d$/)
      .first()
      .textContent()
    await page.keyboard.press('j')
    await expect(panel.getByText(first ?? '', { exact: true })).toHaveCount(0)
    await expect(panel.getByText(/^A-10\d$/).first()).toBeVisible()
    await page.keyboard.press('Escape')
  })

  await test.step('? shows all keys of the screen', async () => {
    await page.keyboard.press('?')
    const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
    await expect(help.getByText('Export CSV')).toBeVisible()
    await expect(help.getByText('Walk through the list')).toBeVisible()
    await picture('keys')
    await page.keyboard.press('Escape')
    await expect(help).toHaveCount(0)
  })

  await test.step('the palette finds a request and an action', async () => {
    await page.keyboard.press('Control+k')
    await expect(page.getByPlaceholder('Search requests')).toBeFocused()
    await page.keyboard.type('eva')
    await expect(page.getByRole('dialog').getByText('A-102')).toBeVisible()
    await picture('palette')
    await page.keyboard.press('Enter')
    await expect(panel.getByText('Eva Sosa').first()).toBeVisible()

    await expect(page.getByRole('dialog')).toHaveCount(0)
    await page.keyboard.press('Control+k')
    await expect(page.getByPlaceholder('Search requests')).toBeFocused()
    await page.keyboard.type('deliv')
    await expect(page.getByRole('dialog').getByRole('button', { name: 'Deliveries' })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/#\/deliveries$/)
  })

  await test.step('focus is always to be seen', async () => {
    await page.goto(`${program.url}/#/accounts`)
    await expect(page.getByRole('grid', { name: 'Accounts' })).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    let stops = 0
    for (let press = 0; press < 14; press++) {
      await page.keyboard.press('Tab')
      // Behind the last stop the focus belongs to the browser's own bar, and then to the first stop again.
      if (await page.evaluate(() => document.activeElement === document.body)) continue
      stops += 1
      const ring = await page.evaluate(() => {
        const focused = document.activeElement
        if (!focused) return 'nothing has the focus'
        const own = getComputedStyle(focused)
        const label = focused.parentElement?.querySelector('label')
        const around = label ? getComputedStyle(label) : own
        const border = getComputedStyle(focused).borderTopColor
        const seen = own.outlineStyle !== 'none' || around.outlineStyle !== 'none' || focused.matches('input')
        return seen ? null : `${focused.tagName} ${focused.textContent} ${border}`
      })
      expect(ring).toBeNull()
    }
    expect(stops).toBeGreaterThanOrEqual(12)
  })
})
