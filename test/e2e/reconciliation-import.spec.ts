import type { Page } from '@playwright/test'
import { camt } from '../ledger/support/statement-files.ts'
import { writeZip } from '../support/zip-writer.ts'
import { openBooks } from './support/books.ts'
import { expect, forgive, test } from './support/fixtures.ts'

test.describe.configure({ timeout: 150_000 })

const give = (page: Page, name: string, content: string | Buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) })

const table = (month: string) =>
  [
    'Day;Who;What;In or out;Left',
    `03/${month}/2026;Ana Ruiz;Rent;250,00;1250,00`,
    `04/${month}/2026;Telco;Phone;-49,90;1200,10`,
    `16/${month}/2026;Eva Sosa;Rent;350,00;1550,10`,
  ].join('\n')

test('columns of a table are mapped with a live result, and the mapping is remembered', async ({
  window: page,
  program,
  picture,
}) => {
  await openBooks(program, 100_000)
  await page.goto(`${program.url}/#/books?do=import`)
  await give(page, 'october.csv', table('10'))
  const dialog = page.getByRole('dialog')
  await dialog.getByText('How the file is read').click()
  const editor = dialog.getByRole('region', { name: 'Columns' })
  await expect(editor).toBeVisible()
  await picture('mapping')

  // The payer becomes a reference: the preview follows at once.
  await expect(dialog.getByRole('table').first()).toContainText('Ana Ruiz')
  await editor.getByRole('combobox', { name: 'What', exact: true }).click()
  await page.getByRole('option', { name: 'Not used', exact: true }).click()
  await expect(dialog.getByText('Kept for this ledger')).toBeVisible()
  await expect(dialog.getByRole('table').first()).not.toContainText('Phone')
  // A line is left out.
  await dialog.getByRole('checkbox', { name: 'Leave out line 3' }).check()
  await expect(dialog.getByRole('button', { name: 'Import 2 lines' })).toBeEnabled()
  await picture('line-left-out')
  await dialog.getByRole('button', { name: 'Take in line 3 again' }).click()
  await dialog.getByRole('button', { name: 'Import 3 lines' }).click()
  await expect(page.getByRole('list', { name: 'What needs a decision' }).getByRole('listitem')).toHaveCount(3)

  await page.getByRole('button', { name: 'Add statement' }).click()
  await give(page, 'november.csv', table('11'))
  await dialog.getByText('How the file is read').click()
  await expect(dialog).toContainText('Read as last time')
  await expect(dialog.getByRole('table').first()).not.toContainText('Phone')
  await picture('remembered')
})

test('lines of another account are offered to its ledger', async ({ window: page, program, picture }) => {
  const { bank } = await openBooks(program, 100_000)
  const other = 'DE02120300000000202051'
  await program.call('POST', '/v1/ledgers', {
    code: '1820',
    description: 'Savings',
    type: 'asset',
    currency_code: 'EUR',
    is_reconcilable: true,
    account_identifiers: [],
  })
  const one = camt({ opening: 100_000, entries: [{ amount: 5_000, date: '2026-11-04', name: 'Ana' }] })
  const two = camt({ account: other, id: 'S-2', entries: [{ amount: 700, date: '2026-11-05', name: 'Interest' }] })
  const [, statement = ''] = /(<Stmt>[\s\S]*<\/Stmt>)/.exec(two) ?? []
  await page.goto(`${program.url}/#/books?do=import&of=${bank}`)
  await give(page, 'both.xml', one.replace('</Stmt>', `</Stmt>${statement}`))
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Import 1 line' }).click()
  await expect(dialog).toContainText('This file also holds other accounts')
  await picture('other-account')
  await dialog.getByRole('combobox', { name: 'Which ledger is it?' }).click()
  await page.getByRole('option', { name: '1820 Savings' }).click()
  await dialog.getByRole('button', { name: 'Link and import' }).click()
  await expect(dialog).toBeHidden()
  const { data } = await program.call<{ data: { ledger: { code: string }; open_items: number }[] }>(
    'GET',
    '/v1/ledgers/accounts',
  )
  expect(data.map(({ ledger, open_items: open }) => [ledger.code, open]).sort()).toEqual([
    ['1810', 1],
    ['1820', 1],
  ])
})

test('a file of an archive that cannot be read is named and left out', async ({
  window: page,
  program,
  complaints,
  picture,
}) => {
  const { bank } = await openBooks(program, 100_000)
  const good = camt({ opening: 100_000, entries: [{ amount: 5_000, date: '2026-11-04', name: 'Ana' }] })
  const later = camt({ opening: 105_000, id: 'S-2', entries: [{ amount: 700, date: '2026-11-05', name: 'Eva' }] })
  const zip = writeZip([
    { name: 'november/a.xml', content: good },
    { name: 'november/b.xml', content: '<html><body>Sign in</body></html>' },
    { name: 'november/c.xml', content: later },
  ])
  await page.goto(`${program.url}/#/books?do=import&of=${bank}`)
  await give(page, 'november.zip', zip)
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('alert')).toContainText('In the file november/b.xml')
  await picture('member-refused')
  await dialog.getByRole('button', { name: 'Leave out november/b.xml' }).click()
  await expect(dialog.getByRole('button', { name: 'Import 2 lines' })).toBeEnabled()
  await expect(dialog.getByRole('checkbox', { name: 'november/b.xml' })).not.toBeChecked()
  await picture('member-left-out')
  forgive(complaints, /status of 4(?:15|22)/)
})
