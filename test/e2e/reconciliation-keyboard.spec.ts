import type { Page } from '@playwright/test'
import { camt } from '../ledger/support/statement-files.ts'
import { book, openBooks } from './support/books.ts'
import { expect, test } from './support/fixtures.ts'

const payer = 'DE02120300000000202051'
const strong = 50
const day = (index: number) => `2026-11-${String(2 + (index % 20)).padStart(2, '0')}`

const statement = () =>
  camt({
    opening: 1_000_000,
    entries: [
      ...Array.from({ length: strong }, (_, index) => ({
        amount: 10_000 + index * 137,
        date: day(index),
        name: `Customer ${String(index + 1).padStart(2, '0')}`,
        text: `Payment of INV-2026-${String(1_000 + index)}`,
      })),
      { amount: 7_700, date: '2026-11-23', name: 'Ana Ruiz', account: payer, text: 'Rent' },
      { amount: 70_000, date: '2026-11-24', name: 'Nordwind Handel', text: 'Sammelzahlung' },
      { amount: 60_000, date: '2026-11-25', name: 'Two Things Ltd', text: 'Goods and freight' },
      { amount: -1_250, date: '2026-11-26', text: 'Kontoführung November' },
    ],
  })

const queue = (page: Page) => page.getByRole('list', { name: 'What needs a decision' })
const row = (page: Page, name: string) => queue(page).getByRole('listitem').filter({ hasText: name })
const current = (page: Page) => queue(page).locator('[aria-current=true]')
const focus = (page: Page) => page.getByRole('region', { name: 'In focus' })

/** Into the search, as soon as the list is there. */
async function search(page: Page, name = 'Search name, text, amount'): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('/')
    await expect(page.getByRole('searchbox', { name })).toBeFocused({ timeout: 1_000 })
  }).toPass({ timeout: 20_000 })
  await page.keyboard.press('Control+A')
}

/** Goes to the first row that a search finds, by keys alone. */
async function find(page: Page, text: string): Promise<void> {
  await search(page)
  await page.keyboard.type(text)
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(new RegExp(`q=${encodeURIComponent(text).replaceAll('%20', '(%20|\\+)')}`))
  await expect(current(page)).toContainText(text)
  // Keys that act are for what is on the screen.
  await expect(focus(page)).toContainText(text, { timeout: 20_000 })
}

async function forget(page: Page): Promise<void> {
  await search(page)
  await page.keyboard.press('Delete')
  await page.keyboard.press('Escape')
  await expect(page).not.toHaveURL(/q=/)
}

/** Tabs to something that is named so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    const found = await page.evaluate(() => {
      const at = document.activeElement?.closest('button, a, input, textarea, [role="tab"]') ?? null
      if (at === null) return ''
      const labels = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? [...(at.labels ?? [])] : []
      return [at.getAttribute('aria-label'), ...labels.map((label) => label.textContent), at.textContent].join(' ')
    })
    if (name.test(found)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Nothing named ${name} is reached with Tab`)
}

test('133: the whole flow by keyboard, without a pointer', async ({ window: page, program, picture }) => {
  test.setTimeout(300_000)
  // A pointer that is used anyway fails the test.
  await page.addInitScript(() => {
    window.addEventListener('pointerdown', () => document.documentElement.setAttribute('data-pointer', 'used'), true)
  })
  const { bank, sales } = await openBooks(program, 1_000_000)
  await book(program, bank, sales, [
    ...Array.from({ length: strong }, (_, index) => ({
      amount: 10_000 + index * 137,
      date: day(index),
      name: `Customer ${String(index + 1).padStart(2, '0')}`,
      document: `INV-2026-${String(1_000 + index)}`,
    })),
    { amount: 7_700, date: '2026-11-22', name: 'Ana Ruiz', account: payer, text: 'Rent, first floor' },
    { amount: 7_700, date: '2026-11-22', name: 'Ana Ruiz', account: payer, text: 'Rent, second floor' },
    { amount: 31_111, date: '2026-08-12', name: 'Kiosk West', document: 'K-1', text: 'Tageseinnahme' },
    { amount: 38_889, date: '2026-08-13', name: 'Kiosk West', document: 'K-2', text: 'Tageseinnahme' },
    { amount: 45_000, date: '2026-08-14', name: 'Goods', document: 'G-1', text: 'Delivery' },
  ])
  await page.reload()

  // Books, and the statement.
  await expect(page.getByRole('button', { name: 'Add account' }).first()).toBeVisible()
  await page.keyboard.press('g')
  await page.keyboard.press('l')
  await expect(page.getByRole('grid', { name: 'Accounts' })).toContainText('1810 Bank, main account')
  await page.keyboard.press('i')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Choose file' })).toBeFocused()
  const file = { name: 'november.xml', mimeType: 'text/xml', buffer: Buffer.from(statement()) }
  await expect(async () => {
    const choosing = page.waitForEvent('filechooser', { timeout: 5_000 })
    await page.keyboard.press('Enter')
    await (await choosing).setFiles(file)
  }).toPass({ timeout: 60_000 })
  await expect(dialog.getByRole('button', { name: /Import 54 lines/ })).toBeEnabled()
  await tabTo(page, /Import 54 lines/)
  await page.keyboard.press('Enter')
  await expect(queue(page).getByRole('listitem').first()).toBeVisible({ timeout: 60_000 })
  await expect(focus(page)).toContainText('points')

  // Every key is in the overlay.
  await page.keyboard.press('?')
  for (const what of ['Accept', 'Reject', 'Split', 'Match by hand', 'Close without match', 'Mark', 'Undo'])
    await expect(dialog.getByText(what, { exact: true }).first()).toBeVisible()
  await picture('keys')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  // Next and previous; accept, undo, reject, undo: the cursor stays where it was.
  const nameHere = async () => (await current(page).innerText()).split('\n')[0] ?? ''
  const first = await nameHere()
  await page.keyboard.press('j')
  await expect(current(page)).not.toContainText(first)
  await page.keyboard.press('k')
  await expect(current(page)).toContainText(first)
  // What is not on the screen yet is not accepted.
  await expect(focus(page).getByRole('region', { name: 'Books' })).toContainText(first)
  await page.keyboard.press('a')
  await expect(row(page, first)).toHaveCount(0)
  await page.keyboard.press('u')
  await expect(current(page)).toContainText(first)
  await expect(focus(page).getByRole('region', { name: 'Books' })).toContainText(first)
  await page.keyboard.press('r')
  await expect(current(page)).not.toContainText(first)
  await page.keyboard.press('u')
  await expect(current(page)).toContainText(first)

  // Two are marked and accepted together, after a count; then all other strong ones.
  await page.keyboard.press('x')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(page.getByRole('status').getByText('2 marked')).toBeVisible()
  await picture('marked')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toContainText('Accept 2 marked proposals?')
  await tabTo(page, /^ *Accept 2 marked/)
  await page.keyboard.press('Enter')
  await expect(page.getByText('2 accepted')).toBeVisible()
  await expect(page.getByText(/^Strong 48$/)).toBeVisible()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('status').getByText('2 marked')).toBeHidden()
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toContainText('48')
  await tabTo(page, /^ *Accept 48 strong/)
  await page.keyboard.press('Enter')
  await expect(page.getByText('48 accepted')).toBeVisible({ timeout: 60_000 })
  await picture('accepted')

  // Another candidate by its number.
  await find(page, 'Ana Ruiz')
  const books = focus(page).getByRole('region', { name: 'Books' })
  const proposed = await books.getByText(/Rent, (first|second) floor/).innerText({ timeout: 20_000 })
  await expect(focus(page).getByRole('region', { name: 'Nearest entries' })).toBeVisible()
  await page.keyboard.press('1')
  await forget(page)
  await expect(row(page, 'Ana Ruiz').filter({ hasText: proposed })).toHaveCount(1)

  // By hand: what sums to a line.
  await find(page, 'Nordwind')
  await page.keyboard.press('m')
  await expect(page.getByRole('button', { name: 'Match 1 with 0' })).toBeVisible()
  await page.keyboard.press('f')
  await expect(page.getByRole('button', { name: 'Match 1 with 2' })).toBeEnabled({ timeout: 30_000 })
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Match 1 with 2' })).toBeHidden()
  await forget(page)
  await expect(row(page, 'Nordwind')).toHaveCount(0)

  // Split; one part is matched by hand, the other closed.
  await find(page, 'Two Things')
  await page.keyboard.press('s')
  await expect(dialog.getByRole('textbox', { name: 'Amount of part 1' })).toBeFocused()
  await page.keyboard.type('450')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(current(page)).toContainText('450.00')
  await page.keyboard.press('m')
  await expect(page.getByRole('button', { name: 'Match 1 with 0' })).toBeVisible()
  await page.keyboard.press('Tab')
  const entries = page.getByRole('region', { name: 'Entries of the books' })
  await expect(entries).toHaveAttribute('data-active')
  await search(page, 'Search entries')
  await page.keyboard.type('Goods')
  await page.keyboard.press('Escape')
  await expect(entries.getByRole('listitem')).toHaveCount(1)
  await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: 'Match 1 with 1' })).toBeEnabled()
  await page.keyboard.press('Enter')
  await expect(row(page, 'Two Things')).toHaveCount(1)
  for (const name of ['Two Things', 'Kontoführung']) {
    await find(page, name)
    await page.keyboard.press('c')
    await tabTo(page, /Book to/)
    await page.keyboard.type('6855')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('combobox', { name: 'Book to' })).toHaveValue('6855 Bank fees')
    await tabTo(page, /^ *Close line/)
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    await forget(page)
    await expect(row(page, name)).toHaveCount(0)
  }

  // Closing with a statement, read only, the report, and open again.
  await tabTo(page, /^ *Worklist/)
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowRight')
  await expect(page.getByText('Books and statement agree')).toBeVisible()
  await tabTo(page, /Statement of who closes/)
  await page.keyboard.type('Checked against the bank')
  await tabTo(page, /^ *Close the run/)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Closed. Nothing in it can be changed.')).toBeVisible()
  await picture('closed')
  const download = page.waitForEvent('download', { timeout: 60_000 })
  await page.keyboard.press('Shift+Tab')
  await tabTo(page, /^ *PDF/)
  await page.keyboard.press('Enter')
  expect((await download).suggestedFilename()).toMatch(/^reconciliation-.*\.pdf$/)
  await tabTo(page, /^ *Reopen/)
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('textbox', { name: 'Reason' })).toBeFocused()
  await page.keyboard.type('The fee belongs to October')
  await tabTo(page, /^ *Reopen$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Close the run' })).toBeVisible()
  expect(await page.locator('html').getAttribute('data-pointer')).toBeNull()
})
