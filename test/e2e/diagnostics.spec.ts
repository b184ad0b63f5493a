import { expect, forgive, retry } from './support/fixtures.ts'
import { test } from './support/practice.ts'

test('failed readings are listed, filtered, explained, looked at and copied', async ({
  page,
  practice,
  context,
  complaints: _,
  picture,
}) => {
  test.slow()
  const { bank, call } = practice
  bank.behaviour.thirdParties = ['https://tracker.example/pixel.gif']
  const wrong = await practice.addAccount('Main UYU operating account', { bank_password: 'Not-The-Password' })
  const other = await practice.addAccount('Reserve')
  await page.goto(`${practice.url}/#/diagnostics`)
  await expect(page.getByText('No failed readings')).toBeVisible()
  await picture('empty')

  await call('POST', `/accounts/${wrong}/scrape`)
  const grid = page.getByRole('grid', { name: 'Diagnostics' })
  const row = grid.getByRole('row').filter({ hasText: 'Main UYU operating account' })
  await expect(row).toContainText('wrong password', { timeout: 60_000 })
  bank.behaviour.maintenance = true
  await call('POST', `/accounts/${other}/scrape`)
  await expect(grid.getByRole('row').filter({ hasText: 'Reserve' })).toContainText(
    'the bank is closed for maintenance',
    { timeout: 60_000 },
  )
  await picture('list')

  await test.step('filters are in the address', async () => {
    await page.getByText('30 min').click()
    await page.getByRole('combobox', { name: 'Failure type' }).click()
    await page.getByRole('option', { name: 'login_failed' }).click()
    await expect(grid.getByRole('row').filter({ hasText: 'Reserve' })).toHaveCount(0)
    await expect(page).toHaveURL(/since=30m/)
    await expect(page).toHaveURL(/type=login_failed/)
    await expect(page.getByText('1 failed reading')).toBeVisible()
  })

  await row.click()
  const panel = page.getByRole('complementary', { name: 'Reading' })
  await expect(panel).toContainText('Wrong password')
  await expect(panel.getByRole('region', { name: 'Stages' })).toContainText('Log in')
  await expect(panel.getByRole('region', { name: 'Refused hosts' })).toContainText('tracker.example')
  await picture('detail')

  await test.step('the picture is fetched when it is asked for', async () => {
    await panel.getByRole('button', { name: 'Show the picture' }).click()
    const image = panel.getByRole('img', { name: 'The bank’s page at the failure' })
    await expect
      .poll(() => image.evaluate((each) => (each instanceof HTMLImageElement ? each.naturalWidth : 0)))
      .toBeGreaterThan(100)
    await image.scrollIntoViewIfNeeded()
    await picture('page')
  })

  await test.step('the trail is folded', async () => {
    await expect(panel.getByText('"stage":"login"')).toBeHidden()
    await panel.getByRole('button', { name: /Show the trail/ }).click()
    await expect(panel.getByText('"stage":"login"')).toBeVisible()
    await panel.getByRole('button', { name: /Hide the trail/ }).scrollIntoViewIfNeeded()
    await picture('trail')
  })

  await test.step('the report is read before it is copied', async () => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await panel.getByRole('button', { name: 'Copy report' }).click()
    const dialog = page.getByRole('dialog', { name: 'Report for support' })
    const shown = await dialog.locator('pre').textContent()
    expect(shown).toContain('Reason: wrong_credentials')
    expect(shown).not.toContain('Not-The-Password')
    await picture('report')
    await dialog.getByRole('button', { name: 'Copy' }).click()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(shown)
    await page.keyboard.press('Escape')
    await expect(dialog).toHaveCount(0)
  })

  await test.step('Esc closes the detail; the account leads here as well', async () => {
    await panel.focus()
    await page.keyboard.press('Escape')
    await expect(panel).toHaveCount(0)
    await page.goto(`${practice.url}/#/accounts/${wrong}/movements`)
    await page.getByRole('link', { name: 'What happened' }).click()
    await expect(panel).toContainText('Wrong password')
  })

  await test.step('dark, in Spanish, narrow', async () => {
    await page.setViewportSize({ width: 900, height: 700 })
    await page.evaluate(() => {
      localStorage.setItem('mantine-color-scheme-value', 'dark')
      localStorage.setItem('reconbanker.language', 'es')
    })
    await page.reload()
    await expect(page.getByRole('complementary', { name: 'Lectura' })).toContainText('Contraseña incorrecta')
    await picture('dark-narrow')
  })
})

test('diagnostics: loading and error', async ({ window: page, program, complaints, picture }) => {
  const calls = '**/api/diagnostics/runs?*'
  await page.route(calls, () => undefined)
  await page.goto(`${program.url}/#/diagnostics`)
  await expect(page.getByRole('grid')).toHaveAttribute('aria-busy', 'true')
  await picture('loading')
  await page.unroute(calls)
  await page.route(calls, (route) => route.fulfill({ status: 503, json: { error: 'x', code: 'db.full' } }))
  await page.reload()
  const notice = page.getByRole('alert').first()
  await expect(notice).toContainText('The failed readings could not be loaded')
  await picture('error')
  await page.unroute(calls)
  await retry(notice, page.getByText('No failed readings'))
  forgive(complaints, /Failed to load resource/)
})
