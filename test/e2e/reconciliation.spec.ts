import type { Page } from '@playwright/test'
import { camt } from '../ledger/support/statement-files.ts'
import { book, openBooks } from './support/books.ts'
import { expect, test } from './support/fixtures.ts'

const statement = () =>
  camt({
    opening: 100_000,
    entries: [
      { amount: 50_000, date: '2026-11-04', name: 'Müller Maschinenbau GmbH', text: 'Rechnung INV-2026-0007' },
      { amount: 12_345, date: '2026-11-05', name: 'Pérez Hermanos S.A.', text: 'Factura INV-2026-0008' },
      { amount: -29_900, date: '2026-11-06', name: 'Stadtwerke', text: 'Abschlag November 4711' },
      { amount: 70_000, date: '2026-11-09', name: 'Nordwind Handel', text: 'Sammelzahlung' },
      { amount: -1_250, date: '2026-11-10', text: 'Kontoführung November' },
    ],
  })

const payments = [
  { amount: 50_000, date: '2026-11-03', name: 'Mueller Maschinenbau', document: 'INV-2026-0007' },
  { amount: 12_345, date: '2026-11-03', name: 'Perez Hermanos', document: 'INV-2026-0008' },
  { amount: -29_900, date: '2026-11-05', name: 'Stadtwerke', text: 'Strom' },
  { amount: 31_111, date: '2026-10-12', name: 'Kiosk West', document: 'K-1', text: 'Tageseinnahme' },
  { amount: 38_889, date: '2026-10-13', name: 'Kiosk West', document: 'K-2', text: 'Tageseinnahme' },
]

const give = (page: Page, name = 'november.xml') =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/xml', buffer: Buffer.from(statement()) })
const queue = (page: Page) => page.getByRole('list', { name: 'What needs a decision' })
const focus = (page: Page) => page.getByRole('region', { name: 'In focus' })

test('a statement is imported, decided by keyboard and by hand, closed and reopened', async ({
  window: page,
  program,
  picture,
}) => {
  test.setTimeout(120_000)
  const { bank, sales } = await openBooks(program, 100_000)
  await book(program, bank, sales, payments)

  await expect(page.getByRole('button', { name: 'Add account' }).first()).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('l')
  await expect(page.getByRole('grid', { name: 'Accounts' })).toContainText('1810 Bank, main account')
  await picture('accounts')

  await page.getByRole('button', { name: 'Import statement' }).last().click()
  await give(page)
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('camt.053')
  await expect(dialog).toContainText('Proved')
  await expect(dialog).toContainText('Müller Maschinenbau GmbH')
  await picture('preview')
  await dialog.getByRole('button', { name: 'Import 5 lines' }).click()

  await expect(queue(page).getByRole('listitem').first()).toBeVisible()
  await expect(focus(page)).toContainText('Books')
  await expect(focus(page)).toContainText('The amounts are equal')
  await picture('worklist')
  const row = (name: string) => queue(page).getByRole('listitem').filter({ hasText: name })
  const current = queue(page).locator('[aria-current=true]')

  // By keyboard: down to a proposal, accepted; the next one is there; taken back, and repeated.
  const [first = ''] = (await current.innerText()).split('\n')
  await page.keyboard.press('a')
  await expect(row(first)).toHaveCount(0)
  await page.keyboard.press('u')
  await expect(current).toContainText(first)
  await page.reload()
  await expect(current).toContainText(first)
  await expect(focus(page)).toContainText('points')
  await page.keyboard.press('a')
  await expect(row(first)).toHaveCount(0)
  for (const name of ['Pérez Hermanos', 'Stadtwerke']) {
    if ((await row(name).count()) === 0) continue
    await row(name).click()
    await expect(focus(page)).toContainText('points')
    await page.keyboard.press('Enter')
    await expect(row(name)).toHaveCount(0)
  }

  // By hand: one line against two entries.
  await page.keyboard.press('/')
  await page.keyboard.type('700,00')
  await expect(queue(page).getByRole('listitem')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(current).toContainText('Nordwind')
  await expect(page.getByRole('region', { name: 'Nearest entries' })).toContainText('Kiosk West')
  await picture('found')
  await page.keyboard.press('m')
  const entries = page.getByRole('region', { name: 'Entries of the books' })
  await expect(page.getByRole('button', { name: 'Match 1 with 0' })).toBeVisible()
  await page.keyboard.press('f')
  await expect(page.getByRole('button', { name: 'Match 1 with 2' })).toBeEnabled()
  await page.keyboard.press('Tab')
  await expect(entries.getByRole('listitem')).toHaveCount(2)
  await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: 'Match 1 with 1' })).toBeEnabled()
  await picture('by-hand')
  await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: 'Match 1 with 2' })).toBeEnabled()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Nothing fits the filters')).toBeVisible()
  await page.getByRole('searchbox', { name: 'Search name, text, amount' }).clear()

  // Closed to the fees.
  await expect(row('Kontoführung')).toHaveCount(1)
  await row('Kontoführung').click()
  await page.keyboard.press('c')
  await page.getByRole('combobox', { name: 'Book to' }).click()
  await page.getByRole('option', { name: '6855 Bank fees' }).click()
  await picture('close-line')
  await dialog.getByRole('button', { name: 'Close line' }).click()
  await expect(page.getByText('Everything is decided')).toBeVisible()

  await page.getByRole('tab', { name: 'Statement' }).click()
  await expect(page.getByRole('grid', { name: 'Statement' })).toContainText('Kontoführung')
  await picture('statement')
  await page.getByRole('tab', { name: 'Closing' }).click()
  await expect(page.getByText('Books and statement agree')).toBeVisible()
  await picture('closing')
  await page.getByRole('button', { name: 'Show the report' }).click()
  await expect(page.getByRole('region', { name: 'The report as it would be saved' })).toContainText('Nordwind Handel')
  await picture('report')
  await page.getByRole('button', { name: 'Hide the report' }).click()
  await page.getByRole('button', { name: 'Close the run' }).click()
  await expect(page.getByText('Closed. Nothing in it can be changed.')).toBeVisible()
  await picture('closed')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'PDF' }).click()
  expect((await download).suggestedFilename()).toBe('reconciliation-2026-11-10.pdf')

  await page.getByRole('button', { name: 'Reopen' }).click()
  await page.getByRole('textbox', { name: 'Reason' }).fill('The fee belongs to October')
  await dialog.getByRole('button', { name: 'Reopen' }).click()
  await expect(page.getByRole('button', { name: 'Close the run' })).toBeVisible()
  await page.goto(`${program.url}/#/books`)
  await expect(page.getByRole('grid', { name: 'Accounts' })).toContainText('10 Nov 2026')
  await picture('accounts-after')
})
