import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect } from './support/fixtures.ts'
import { arrive, kinds, list, question, reconcile, rows } from './support/inbox.ts'
import { test } from './support/practice.ts'

/** Walks there as a keyboard does. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let step = 0; step < 60; step++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('the keyboard does not reach it')
}

test('a file of the watched folder that asks is answered from the inbox by keyboard; what is not wanted is dismissed', async ({
  page,
  practice,
  complaints: _,
  picture,
}) => {
  test.slow()
  const main = await reconcile(practice, ['A-1', 'Nadie Todavía', '1.00'])
  const folder = mkdtempSync(join(tmpdir(), 'reconbanker-watched-'))
  try {
    await practice.call('PUT', `/accounts/${main}/watched-folder`, { path: folder })
    const year = new Date().getUTCFullYear() - 1
    writeFileSync(
      join(folder, 'march.csv'),
      ['Date;Description;Currency;Amount', `05/03/${year};Juan Pérez;USD;1500.00`, `05/03/${year};Ana;USD;2.00`].join(
        '\n',
      ),
    )
    writeFileSync(join(folder, 'not-a-statement.csv'), '<html><body>Session ended</body></html>')
    await page.addInitScript(() => localStorage.setItem('reconbanker.language', 'en'))
    await page.goto(`${practice.url}/#/inbox`)
    // The program looks by itself; the window hears of it.
    await expect(rows(page)).toHaveCount(2, { timeout: 60_000 })
    await expect(page).toHaveTitle(/2/)

    await test.step('what is no statement: the reason, dismissed, and asked again', async () => {
      await page.goto(`${practice.url}/#/inbox`)
      await rows(page).filter({ hasText: 'not-a-statement.csv' }).getByRole('link').click()
      await expect(question(page).getByRole('heading', { name: 'A statement file waits for an answer' })).toBeVisible()
      await expect(question(page).getByText('not-a-statement.csv')).toBeVisible()
      await picture('refused')
      await page.keyboard.press('r')
      await expect(rows(page)).toHaveCount(1)
      await expect(question(page).getByText('march.csv')).toBeVisible()
      await page.keyboard.press('z')
      await expect(rows(page)).toHaveCount(2)
      await expect(question(page).getByText('not-a-statement.csv')).toBeVisible()
      await page.keyboard.press('r')
      await expect(rows(page)).toHaveCount(1)
    })

    await test.step('what only asks: the import is opened with it, answered and done', async () => {
      await expect(question(page).getByText('The file leaves something open.')).toBeVisible()
      await picture('asks')
      await page.keyboard.press('a')
      await expect(page).toHaveURL(/\/import$/)
      await tabTo(page, page.getByRole('radio', { name: /^Day before month/ }))
      await page.keyboard.press('Space')
      const button = page.getByRole('button', { name: 'Import 2 movements' })
      await expect(button).toBeEnabled()
      await tabTo(page, button)
      await page.keyboard.press('Enter')
      await expect(page.getByText('2 new movements').first()).toBeVisible()
      await expect.poll(() => kinds(practice), { timeout: 30_000 }).toEqual([])
      await page.keyboard.press('g')
      await page.keyboard.press('n')
      await expect(page.getByText('Nothing needs you')).toBeVisible()
    })

    await test.step('in Spanish and in the dark', async () => {
      writeFileSync(join(folder, 'otra.csv'), '<html><body>Su sesión ha terminado</body></html>')
      await page.evaluate(() => localStorage.setItem('mantine-color-scheme-value', 'dark'))
      await page.addInitScript(() => localStorage.setItem('reconbanker.language', 'es'))
      await page.reload()
      await expect(page.getByRole('heading', { name: 'Un archivo de extracto espera una respuesta' })).toBeVisible({
        timeout: 60_000,
      })
      await picture('refused-dark-es')
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('no key is lost between an answer and the next question, however slow the program is', async ({
  page,
  practice,
  complaints: _,
}) => {
  const payers = [
    ['A-1', 'Juan Pérez', '1500.00', 'Perez'],
    ['A-2', 'Ana Ruiz', '900.00', 'Ruiz'],
    ['A-3', 'Eva Sosa', '80.00', 'Sosa'],
    ['A-4', 'Luis Méndez', '40.00', 'Mendez'],
  ] as const
  const main = await reconcile(practice, ...payers.map(([id, name, amount]) => [id, name, amount] as const))
  for (const [id, , amount, sender] of payers) await arrive(practice, main, [`T-${id}`, sender, amount])
  await expect.poll(() => kinds(practice)).toEqual(payers.map(() => 'suggestion'))
  await page.addInitScript(() => localStorage.setItem('reconbanker.language', 'en'))
  await page.route('**/suggestions/**', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 400))
    await route.continue()
  })
  await page.goto(`${practice.url}/#/inbox`)
  await expect(rows(page)).toHaveCount(4)
  await expect(question(page).getByText('A-1').first()).toBeVisible()

  // Accept, reject, past the third, accept the fourth: pressed at once, before anything of it is on the screen.
  for (const key of ['a', 'r', 'j', 'a']) await page.keyboard.press(key)
  await expect(list(page).getByText('1 waits for you')).toBeVisible({ timeout: 30_000 })
  await expect(question(page).getByText('A-3').first()).toBeVisible()
  const orders = await practice.call<{ external_id: string; status: string }[]>('GET', '/conciliation')
  expect(Object.fromEntries(orders.map(({ external_id, status }) => [external_id, status]))).toEqual({
    'A-1': 'matched',
    'A-2': 'not_found',
    'A-3': 'not_found',
    'A-4': 'matched',
  })
})
