import { readFileSync } from 'node:fs'
import { camt } from '../ledger/support/statement-files.ts'
import { book, openBooks, runWith } from './support/books.ts'
import { expect, test } from './support/fixtures.ts'

test.use({ actionTimeout: 20_000 })

const statement = camt({
  opening: 100_000,
  entries: [
    { amount: 50_000, date: '2026-11-04', name: 'Müller Maschinenbau GmbH', text: 'Rechnung INV-2026-0007' },
    { amount: -1250, date: '2026-11-05', text: 'Account fee' },
  ],
})

test('an entry with its booking, filters that are kept, lists as files, a run that is named and deleted', async ({
  window: page,
  program,
  picture,
}) => {
  test.setTimeout(180_000)
  const { bank, sales } = await openBooks(program, 100_000)
  await book(program, bank, sales, [
    {
      amount: 50_000,
      date: '2026-11-03',
      name: 'Müller Maschinenbau GmbH',
      document: 'INV-2026-0007',
      text: 'Invoice',
    },
    { amount: -700, date: '2026-11-06', name: 'Ana Ruiz', text: 'Refund' },
  ])
  const run = await runWith(program, bank, statement)
  await page.goto(`${program.url}/#/books`)
  await expect(page.getByRole('grid', { name: 'Accounts' })).toContainText('Next statement')
  await picture('accounts')
  await page.goto(`${program.url}/#/books/ledgers/${bank}`)
  const entries = page.getByRole('grid', { name: 'Entries' })
  await entries.getByText('Ana Ruiz').click()
  const panel = page.getByRole('complementary', { name: 'Entry' })
  await expect(panel).toContainText('booked here')
  await expect(panel.getByRole('link', { name: '1200' })).toBeVisible()
  await picture('entry')
  await panel.getByRole('button', { name: 'Delete booking' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Delete booking' }).click()
  await expect(entries).not.toContainText('Ana Ruiz')

  const firstRow = entries.getByRole('row').nth(1)
  const amount = entries.getByRole('columnheader', { name: 'Amount' })
  await amount.getByRole('button').click()
  await expect(amount).toHaveAttribute('aria-sort', 'ascending')
  await expect(page).toHaveURL(/sort=signed_amount/)
  await expect(firstRow).toContainText('500.00')
  // By keys: the head is a button, and from the highest down is one more press away.
  await page.keyboard.press('Enter')
  await expect(amount).toHaveAttribute('aria-sort', 'descending')
  await expect(firstRow).toContainText('1,000.00')
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('menuitemcheckbox', { name: 'Counterparty' }).click()
  await page.keyboard.press('Escape')
  const sortedFile = page.waitForEvent('download')
  await page.keyboard.press('e')
  const [head, first = ''] = readFileSync(await (await sortedFile).path(), 'utf8').split('\r\n')
  expect(head).toContain('Document')
  expect(head).not.toContain('Counterparty')
  expect(first).toContain('1000.00')
  await picture('entries-sorted')
  await page.keyboard.press('Escape')
  await amount.getByRole('button').click()
  await expect(amount).toHaveAttribute('aria-sort', 'none')

  await page.getByText('Open', { exact: true }).first().click()
  await page.getByRole('button', { name: 'Saved filters' }).click()
  await page.getByRole('menuitem', { name: 'Save this filter…' }).click()
  await dialog.getByRole('textbox', { name: 'Name' }).fill('What is open')
  await dialog.getByRole('button', { name: 'Save' }).click()
  // The program keeps them: a device that knows nothing but the sign-in has them too.
  await page.evaluate(() => {
    const token = localStorage.getItem('reconbanker.token') ?? ''
    localStorage.clear()
    localStorage.setItem('reconbanker.token', token)
    localStorage.setItem('reconbanker.language', 'en')
  })
  await page.goto(`${program.url}/#/books/ledgers/${bank}`)
  await page.reload()
  await page.getByRole('button', { name: 'Saved filters' }).click()
  await page.getByRole('menuitem', { name: 'What is open', exact: true }).click()
  await expect(page).toHaveURL(/only=open/)
  await page.getByRole('button', { name: 'Saved filters' }).click()
  await page.getByRole('menuitem', { name: 'Forget the filter What is open' }).click()
  await expect(page.getByRole('menuitem', { name: 'What is open', exact: true })).toBeHidden()
  await page.keyboard.press('Escape')
  const entryFile = page.waitForEvent('download')
  await page.keyboard.press('e')
  expect(readFileSync(await (await entryFile).path(), 'utf8')).toContain('INV-2026-0007')

  await page.goto(`${program.url}/#/books/runs/${run}/closing`)
  const lists = page.getByRole('region', { name: 'Lists' })
  const linesFile = page.waitForEvent('download')
  await lists.getByRole('button', { name: 'Statement lines as CSV' }).click()
  expect(readFileSync(await (await linesFile).path(), 'utf8')).toContain('Account fee')
  const sheet = page.waitForEvent('download')
  await lists.getByRole('button', { name: 'Closing postings as XLSX' }).click()
  expect((await sheet).suggestedFilename()).toBe('postings.xlsx')
  await lists.scrollIntoViewIfNeeded()
  await picture('run-lists')

  await page.goto(`${program.url}/#/books/runs/${run}`)
  await expect(page.getByRole('list', { name: 'What needs a decision' })).toContainText('Account fee')
  await page.getByRole('searchbox', { name: 'Search name, text, amount' }).fill('12,50')
  await expect(page.getByRole('list', { name: 'What needs a decision' }).getByRole('listitem')).toHaveCount(1)
  await page.getByRole('button', { name: 'Saved filters' }).click()
  await page.getByRole('menuitem', { name: 'Save this filter…' }).click()
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Fees')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.goto(`${program.url}/#/books/runs/${run}`)
  await page.getByRole('button', { name: 'Saved filters' }).click()
  await page.getByRole('menuitem', { name: 'Fees', exact: true }).click()
  await expect(page.getByRole('list', { name: 'What needs a decision' }).getByRole('listitem')).toHaveCount(1)
  await picture('worklist-filter')

  await page.goto(`${program.url}/#/books/runs`)
  const runs = page.getByRole('grid', { name: 'Runs' })
  await runs.getByText('1810 Bank, main account').hover()
  await runs.getByRole('button', { name: 'Name the run' }).click()
  await dialog.getByRole('textbox', { name: 'Name' }).fill('November, first week')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  expect(await program.call('GET', `/v1/ledgers/reconciliation/runs/${run}`)).toMatchObject({
    note: 'November, first week',
  })
  await runs.getByText('1810 Bank, main account').hover()
  await runs.getByRole('button', { name: 'Delete run' }).click()
  await dialog.getByRole('button', { name: 'Delete run' }).click()
  await expect(page.getByText('No runs yet')).toBeVisible()

  await page.goto(`${program.url}/#/books/ledgers/${bank}/settings`)
  const profile = page.getByRole('region', { name: 'Matching' })
  await profile.getByRole('textbox', { name: 'Days, ordinary: after the entry' }).fill('20')
  await profile.getByRole('textbox', { name: 'Tolerance, amount' }).fill('0,05')
  await profile.getByRole('button', { name: 'Save' }).click()
  await expect(profile.getByRole('button', { name: 'Back to usual' })).toBeVisible()
  await profile.scrollIntoViewIfNeeded()
  await picture('profile')
  expect(await program.call('GET', `/v1/ledgers/${bank}`)).toMatchObject({
    profile: { days: [-3, 20], toleranceAbsolute: 5 },
  })
  await profile.getByRole('button', { name: 'Back to usual' }).click()
  await expect(profile.getByRole('button', { name: 'Back to usual' })).toBeHidden()

  await page.goto(`${program.url}/#/books/ledgers/${sales}/settings`)
  await page.getByRole('switch', { name: 'Takes bookings' }).click({ force: true })
  await expect(page.getByRole('switch', { name: 'Takes bookings' })).not.toBeChecked()
  await picture('ledger-settings')
  expect(await program.call('GET', `/v1/ledgers/${sales}`)).toMatchObject({ direct_booking: false })
})
