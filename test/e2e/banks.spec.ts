import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, forgive } from './support/fixtures.ts'
import { test } from './support/practice.ts'

const shipped = readFileSync(
  join(import.meta.dirname, '../../resources/banks/practice-bank/extract_transactions.v1.1.0.js'),
  'utf8',
)
/** Another name before each sender, and one day less. */
const changed = shipped
  .replace('const overlapDays = 7', 'const overlapDays = 6')
  .replace(
    'return Promise.all(credits.map(toTransaction))',
    'return (await Promise.all(credits.map(toTransaction))).map((row) => ({ ...row, senderName: "Tried: " + row.senderName }))',
  )

test('a version is written, compared, tried, activated, taken out of use and used again', async ({
  page,
  practice,
  complaints,
  picture,
}) => {
  test.slow()
  const accountId = await practice.addAccount('Main UYU operating account')
  await practice.addAccount('Payroll')
  practice.bank.addMovement({
    account: '001-2045871',
    amountMinor: 123_456,
    party: 'María José Pérez Gómez de la Llana',
  })
  practice.bank.addMovement({ account: '001-2045872', amountMinor: 98_765_432_10, party: 'Ana' })
  const main = page.getByRole('main')

  await page.goto(`${practice.url}/#/accounts`)
  await test.step('the list says how one gets in, what reads the bank and who uses it', async () => {
    await expect(page.getByRole('row').nth(1)).toBeVisible()
    await page.keyboard.press('g')
    await page.keyboard.press('b')
    const row = page.getByRole('row').filter({ hasText: 'practice-bank' }).first()
    await expect(row).toContainText('user and password, one-time code, step in the page')
    await expect(row).toContainText('1.1.0')
    await expect(row).toContainText('Main UYU operating account, Payroll')
    await picture('banks')
    await page.getByRole('link', { name: 'Scripts', exact: true }).click()
    await expect(page.getByRole('row').filter({ hasText: 'Practice bank' }).first()).toContainText('Official')
    await page.getByRole('radiogroup').getByText('All').click()
    await expect(page.getByText('3 versions')).toBeVisible()
    await picture('scripts')
  })

  await page.getByRole('link', { name: 'Banks', exact: true }).last().click()
  await page.getByRole('row').filter({ hasText: 'Practice bank' }).first().click()
  await expect(main.getByRole('heading', { name: 'Practice bank' })).toBeVisible()
  await expect(main.getByRole('row').filter({ hasText: '1.1.0' })).toContainText('Main UYU operating account, Payroll')
  await picture('bank')

  await page.keyboard.press('n')
  await expect(main.getByLabel('Version number')).toHaveValue('1.2.0')
  await expect(main.getByLabel('Code', { exact: true })).toHaveValue(/Practice bank/)
  await test.step('what is missing or wrong is said', async () => {
    await main.getByRole('button', { name: 'Store in review' }).click()
    await expect(main.getByText('This is the code of 1.1.0, unchanged')).toBeVisible()
    await main.getByLabel('Code', { exact: true }).fill('const a = = 1\nreturn []')
    await main.getByRole('button', { name: 'Store in review' }).click()
    await expect(main.getByRole('alert')).toContainText('no valid JavaScript')
    await expect(main.getByRole('alert')).toContainText('(line 1)')
    await picture('refused')
    forgive(complaints, /status of 400/)
  })
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'v1.2.0.js', mimeType: 'text/javascript', buffer: Buffer.from(changed) })
  await expect(main.getByLabel('Code', { exact: true })).toHaveValue(changed)
  await picture('new')
  await main.getByRole('button', { name: 'Store in review' }).click()

  await test.step('its difference from the active version', async () => {
    await expect(main.getByRole('heading', { name: 'Version 1.2.0' })).toBeVisible()
    await expect(main).toContainText('In review')
    await expect(main).toContainText('2 lines added, 2 removed')
    const difference = main.getByRole('region', { name: 'Differences side by side' })
    await expect(difference.getByRole('row').filter({ hasText: 'const overlapDays' })).toContainText(
      /overlapDays = 7.*overlapDays = 6/s,
    )
    await picture('difference')
    await difference.getByRole('button').first().click()
    await expect(difference).toContainText('holds full names and the stable reference')
    await page.evaluate(() => localStorage.setItem('mantine-color-scheme-value', 'dark'))
    await page.reload()
    await expect(difference).toBeVisible()
    await picture('difference-dark')
    await page.evaluate(() => localStorage.setItem('mantine-color-scheme-value', 'light'))
    await page.reload()
  })

  await test.step('a dry run shows what it read and stores nothing', async () => {
    const before = practice.bank.submissions(practice.bank.user.user)
    await main.getByRole('link', { name: 'Dry run' }).click()
    await expect(main).toContainText('Not tried since the program was started.')
    await main.getByRole('button', { name: 'Try now' }).click()
    await expect(main.getByRole('button', { name: 'Stop' })).toBeVisible()
    await picture('trying')
    const entry = main.getByRole('article')
    await expect(entry.getByRole('row').filter({ hasText: 'Tried: María José' })).toBeVisible({ timeout: 40_000 })
    await expect(entry).toContainText('Log in')
    await picture('tried')
    expect(practice.bank.submissions(practice.bank.user.user)).toBe(before + 1)
    expect(await practice.call('GET', `/accounts/${accountId}/movements`)).toEqual([])
    expect(await practice.call('GET', '/deliveries')).toEqual([])
  })

  await test.step('it is activated by key, after a question', async () => {
    await page.keyboard.press('a')
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('It replaces 1.1.0')
    await picture('activate')
    await dialog.getByRole('button', { name: 'Activate' }).click()
    await expect(main).toContainText('Reads Main UYU operating account and Payroll')
    await expect(main.getByText('Only a version in review can be tried.')).toBeVisible()
    await picture('active')
  })

  await test.step('out of use, and used again', async () => {
    await main.getByRole('button', { name: 'Take out of use' }).click()
    await expect(page.getByRole('dialog')).toContainText('1.1.0 reads in its place')
    await page.getByRole('dialog').getByRole('button', { name: 'Take out of use' }).click()
    await expect(main).toContainText('Deprecated')
    await main.getByRole('button', { name: 'Use again' }).click()
    await expect(main.getByRole('button', { name: 'Activate' })).toBeVisible()
    await page.keyboard.press('a')
    await page.getByRole('dialog').getByRole('button', { name: 'Activate' }).click()
    await expect(main).toContainText('Reads Main UYU operating account and Payroll')
    await page.getByRole('navigation', { name: 'Where you are' }).getByRole('link', { name: 'Practice bank' }).click()
    await expect(main.getByRole('row').filter({ hasText: '1.2.0' })).toContainText('Yours')
    await picture('bank-after')
  })
})

test('a dry run that fails says why, and an error of loading can be retried', async ({
  page,
  practice,
  complaints,
  picture,
}) => {
  test.slow()
  await practice.addAccount('Cuenta corriente en pesos')
  const banks = await practice.call<{ id: string; code: string }[]>('GET', '/banks')
  const bankId = banks.find(({ code }) => code === 'practice-bank')?.id
  const { id } = await practice.call<{ id: string }>('POST', '/scripts', {
    bank_id: bankId,
    version: '2.0.0',
    code: changed,
  })
  practice.bank.behaviour.extraLoginField = true
  await page.addInitScript(() => localStorage.setItem('reconbanker.language', 'es'))
  const calls = `**/api/scripts/${id}/review`
  await page.route(calls, (route) => route.fulfill({ status: 503, json: { error: 'x', code: 'db.full' } }))
  await page.goto(`${practice.url}/#/banks/${bankId}/versions/${id}/dry-run`)
  const main = page.getByRole('main')
  await expect(main.getByRole('alert')).toContainText('No se pudo cargar la versión')
  await picture('not-loaded')
  await page.unroute(calls)
  await main.getByRole('button', { name: 'Reintentar' }).click()

  await main.getByRole('button', { name: 'Probar ahora' }).click()
  const entry = main.getByRole('article')
  await expect(entry.getByRole('alert')).toBeVisible({ timeout: 40_000 })
  await picture('failed-es')
  expect(practice.bank.submissions(practice.bank.user.user)).toBe(0)
  await entry.getByRole('link', { name: 'Todos los detalles' }).click()
  await expect(page.getByRole('complementary')).toContainText('2.0.0')
  await picture('detail-es')

  await page.setViewportSize({ width: 900, height: 800 })
  await page.goto(`${practice.url}/#/banks/${bankId}/versions/${id}`)
  await expect(main.getByRole('region', { name: 'Diferencias lado a lado' })).toBeVisible()
  await picture('narrow-es')
  await page.goto(`${practice.url}/#/banks`)
  await expect(page.getByRole('row').filter({ hasText: 'practice-bank' }).first()).toBeVisible()
  await picture('banks-es')
  forgive(complaints, /Failed to load resource/)
})
