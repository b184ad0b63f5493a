import type { Page } from '@playwright/test'
import { openWorklist } from './support/books.ts'
import { expect, forgive, test } from './support/fixtures.ts'

test.describe.configure({ timeout: 150_000 })

const queue = (page: Page) => page.getByRole('list', { name: 'What needs a decision' })
const row = (page: Page, name: string | RegExp) => queue(page).getByRole('listitem').filter({ hasText: name })
const focus = (page: Page) => page.getByRole('region', { name: 'In focus' })

test('a line is split by keyboard, its parts are decided for themselves, and joined again', async ({
  window: page,
  program,
  picture,
  complaints,
}) => {
  await openWorklist(
    page,
    program,
    [
      { amount: 70_000, date: '2026-11-09', name: 'Nordwind Handel', text: 'Invoice 31 and freight' },
      { amount: -1_250, date: '2026-11-10', text: 'Kontoführung' },
    ],
    [],
  )
  await row(page, 'Nordwind').click()
  await page.keyboard.press('s')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('textbox', { name: 'Amount of part 1' })).toBeFocused()
  await expect(dialog.getByRole('button', { name: 'Split into 2' })).toBeDisabled()
  await page.keyboard.type('600,50')
  await expect(dialog.getByRole('textbox', { name: 'Amount of part 2' })).toHaveAttribute('placeholder', '99.50')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Invoice 31')
  await dialog.getByRole('textbox', { name: 'Note on part 2' }).fill('Freight')
  await dialog.getByRole('button', { name: 'Another part' }).click()
  await expect(dialog.getByRole('status')).toContainText('99.50')
  await picture('split-open')
  await dialog.getByRole('button', { name: 'Remove part 3' }).click()
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Two things in one payment')
  await picture('split')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()

  await expect(row(page, 'Nordwind')).toHaveCount(2)
  await expect(queue(page).locator('[aria-current=true]')).toContainText('600.50')
  await expect(focus(page)).toContainText('part of a line that was divided')
  await picture('parts')

  // One part is closed; then the parts cannot be joined, which is said.
  await row(page, '99.50').click()
  await page.keyboard.press('c')
  await dialog.getByRole('combobox', { name: 'Book to' }).click()
  await page.getByRole('option', { name: '6855 Bank fees' }).click()
  await dialog.getByRole('button', { name: 'Close line' }).click()
  await expect(row(page, 'Nordwind')).toHaveCount(1)
  await page.keyboard.press('u')
  await expect(row(page, 'Nordwind')).toHaveCount(2)

  await row(page, '600.50').click()
  await page.keyboard.press('s')
  await expect(row(page, 'Nordwind')).toHaveCount(1)
  await expect(queue(page).locator('[aria-current=true]')).toContainText('700.00')
  // And once more by undo and redo.
  await page.keyboard.press('u')
  await expect(row(page, 'Nordwind')).toHaveCount(2)
  await page.keyboard.press('Control+Shift+Z')
  await expect(row(page, 'Nordwind')).toHaveCount(1)
  // A part that was joined may be asked for once more before the pane has led on.
  forgive(complaints, /404.*\/items\//)
})

test('parts of amounts are matched by hand, and a line is booked and matched in one step', async ({
  window: page,
  program,
  picture,
}) => {
  await openWorklist(
    page,
    program,
    [
      { amount: 70_000, date: '2026-11-09', name: 'Nordwind Handel', text: 'Two invoices' },
      { amount: -4_990, date: '2026-11-10', name: 'Telco', text: 'November' },
    ],
    [
      { amount: 50_000, date: '2026-08-12', name: 'Nordwind Handel', document: 'K-1', text: 'First' },
      { amount: 45_000, date: '2026-08-13', name: 'Nordwind Handel', document: 'K-2', text: 'Second' },
    ],
  )
  await row(page, 'Nordwind').filter({ hasText: '700.00' }).click()
  // The entries come late: the keys that are for them wait.
  const { promise: pressed, resolve: release } = Promise.withResolvers<void>()
  const entries = /worklist\?.*group=open_ledger/
  await page.route(entries, (route) => pressed.then(() => route.continue()))
  await page.keyboard.press('m')
  await expect(page.getByRole('button', { name: 'Match 1 with 0' })).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await page.keyboard.press('j')
  await page.keyboard.press('p')
  release()
  await expect(page.getByRole('button', { name: 'Match 1 with 2' })).toBeVisible()
  const chosen = page.getByRole('region', { name: 'Chosen' })
  await expect(chosen.getByRole('textbox').last()).toBeFocused()
  await page.keyboard.type('9999')
  await expect(chosen).toContainText('More than is open')
  await expect(page.getByRole('button', { name: 'Match 1 with 2' })).toBeDisabled()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('200')
  await picture('shares')
  await page.keyboard.press('Enter')
  await page.reload()
  await expect(chosen.getByRole('textbox').last()).toHaveValue('200')
  await expect(page.getByRole('button', { name: 'Match 1 with 2' })).toBeEnabled()
  await page.keyboard.press('Enter')
  await expect(row(page, '700.00')).toHaveCount(0)
  await expect(row(page, 'Nordwind').filter({ hasText: '250.00' })).toBeVisible()

  await row(page, 'Telco').click()
  await page.keyboard.press('b')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('textbox', { name: 'Counterparty' })).toHaveValue('Telco')
  await dialog.getByRole('combobox', { name: 'Book to' }).click()
  await page.getByRole('option', { name: '6855 Bank fees' }).click()
  await picture('book-and-match')
  await dialog.getByRole('button', { name: 'Book and match' }).click()
  await expect(row(page, 'Telco')).toHaveCount(0)
})

test('a member is left out of a proposed group', async ({ window: page, program, picture }) => {
  await openWorklist(
    page,
    program,
    [{ amount: 100_000, date: '2026-11-09', name: 'Acme Ltd', text: 'INV-2026-0101 INV-2026-0102' }],
    [
      { amount: 40_000, date: '2026-11-09', name: 'Acme Ltd', document: 'INV-2026-0101' },
      { amount: 60_000, date: '2026-11-09', name: 'Acme Ltd', document: 'INV-2026-0102' },
    ],
  )
  await expect(focus(page).getByRole('checkbox', { name: 'Belongs to it' })).toHaveCount(2)
  await focus(page).getByRole('checkbox', { name: 'Belongs to it' }).first().uncheck()
  await expect(focus(page).getByRole('checkbox', { name: 'Belongs to it' }).last()).toBeDisabled()
  await picture('left-out')
  await page.keyboard.press('a')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('What becomes of the difference?')
  await dialog.getByRole('button', { name: 'Match', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(queue(page).getByRole('listitem')).toHaveCount(2)
  await expect(row(page, /600\.00|400\.00/)).toHaveCount(2)
})

test('a closing that a rule proposes stands beside its line and is taken or not', async ({
  window: page,
  program,
  picture,
}) => {
  const runId = await openWorklist(
    page,
    program,
    [
      { amount: -1_250, date: '2026-11-10', text: 'Kontoführung November' },
      { amount: -1_250, date: '2026-11-11', text: 'Kontoführung Nachtrag' },
    ],
    [],
  )
  const action = { ledger_id: '6855', reason: 'bank_fee' }
  await program.call('POST', '/v1/ledgers/rules', { conditions: { contains: ['kontoführung'] }, action })
  await program.call('POST', `/v1/ledgers/reconciliation/runs/${runId}/auto-match`)
  await page.reload()
  const proposal = focus(page).getByRole('region', { name: 'Proposed closing' })
  await expect(proposal).toContainText('Close to 6855 Bank fees: Bank fee')
  await picture('proposed-closing')
  await page.keyboard.press('a')
  await expect(queue(page).getByRole('listitem')).toHaveCount(1)
  await expect(proposal).toBeVisible()
  await page.keyboard.press('r')
  await expect(proposal).toBeHidden()
  await expect(queue(page).getByRole('listitem')).toHaveCount(1)
  await page.keyboard.press('u')
  await expect(queue(page).getByRole('listitem')).toHaveCount(2)
})
