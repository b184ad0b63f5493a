import type { Page } from '@playwright/test'
import { camt } from '../ledger/support/statement-files.ts'
import { book, openBooks, runWith } from './support/books.ts'
import { expect, test } from './support/fixtures.ts'

test.describe.configure({ timeout: 120_000 })

/** Opens by keyboard, leaves by the cross, and looks where the keyboard goes on. */
async function openAndLeave(page: Page, name: string) {
  const opener = page.getByRole('button', { name, exact: true }).first()
  await opener.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await dialog.getByRole('button', { name: 'Close this dialog' }).click()
  await expect(dialog).toBeHidden()
  await expect(opener).toBeFocused()
}

test('a dialog gives the focus back, also where what led to it has nothing more to offer', async ({
  window: page,
  program,
  picture,
}) => {
  const { bank, sales } = await openBooks(program, 100_000)
  await book(program, bank, sales, [{ amount: 7_700, date: '2026-11-04', name: 'Ana Ruiz' }])
  const lines = [{ amount: 6_600, date: '2026-11-04', name: 'Eva Sosa', text: 'Rent' }]
  const runId = await runWith(program, bank, camt({ opening: 100_000, entries: lines }))

  await page.goto(`${program.url}/#/books`)
  await openAndLeave(page, 'Add ledger')
  await openAndLeave(page, 'From the bank')
  await page.goto(`${program.url}/#/books/history`)
  await openAndLeave(page, 'Check a closing pack')

  await page.goto(`${program.url}/#/books/runs/${runId}/discrepancies`)
  await page
    .getByRole('checkbox', { name: /^Choose all/ })
    .first()
    .check()
  await page.getByRole('button', { name: 'Review…' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Assigned to' }).fill('Marta')
  await picture('review')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('In review: Marta')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Review…' })).toBeDisabled()
  await expect(page.getByRole('main')).toBeFocused()
})

test('the way out of a long form stays in reach', async ({ window: page, program, picture }) => {
  await openBooks(program, 100_000)
  await page.setViewportSize({ width: 1024, height: 500 })
  await page.goto(`${program.url}/#/books/rules?do=rule`)
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('combobox', { name: 'Close to ledger' })).toBeAttached()
  await expect(dialog.getByRole('combobox', { name: 'Close to ledger' })).not.toBeInViewport()
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeInViewport({ ratio: 1 })
  await picture('rule')
})

test('beside an open entry the amounts of the list are in sight; a place has one title', async ({
  window: page,
  program,
  picture,
}) => {
  const { bank, sales } = await openBooks(program, 100_000)
  await book(program, bank, sales, [
    {
      amount: 1_234_567_890,
      date: '2026-11-04',
      name: 'Sociedad Anónima de Distribución del Litoral',
      document: 'A-1',
    },
  ])
  await page.goto(`${program.url}/#/books/ledgers/${bank}`)
  const grid = page.getByRole('grid', { name: 'Entries' })
  await grid.getByText('12,345,678.90').first().click()
  await expect(page.getByRole('complementary')).toBeVisible()
  const beyond = () => grid.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)
  await expect.poll(beyond).toBeLessThanOrEqual(0)
  await picture('entry')
  const name = grid.getByRole('gridcell', { name: /^Sociedad/ })
  await name.hover()
  await expect(name).toHaveAttribute('title', 'Sociedad Anónima de Distribución del Litoral')

  for (const place of [
    'inbox',
    'accounts',
    'requests',
    'movements',
    'books',
    'deliveries',
    'diagnostics',
    'settings',
  ]) {
    await page.goto(`${program.url}/#/${place}`)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  }
})
