import type { Page } from '@playwright/test'
import { camt } from '../ledger/support/statement-files.ts'
import { writeZip } from '../support/zip-writer.ts'
import { addAccount } from './support/account.ts'
import { expect, forgive, test } from './support/fixtures.ts'

// Every import starts threads, which takes its time on a busy machine.
test.describe.configure({ timeout: 150_000 })

const archive = () =>
  writeZip([
    { name: 'november/a.xml', content: camt({ entries: [{ amount: 5_000, date: '2026-11-04', name: 'Ana' }] }) },
    { name: 'november/b.xml', content: '<html><body>Sign in</body></html>' },
    {
      name: 'november/c.xml',
      content: camt({ opening: 5_000, id: 'S-2', entries: [{ amount: 700, date: '2026-11-05', name: 'Eva' }] }),
    },
  ])

const give = (page: Page, name: string, buffer: Buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/zip', buffer })

test('a file of an archive that cannot be read is named, left out by the keyboard, and taken in again', async ({
  window: page,
  program,
  customer,
  complaints,
  picture,
}) => {
  const id = await addAccount(program, customer)
  await page.goto(`${program.url}/#/accounts/${id}/import`)
  await give(page, 'november.zip', archive())
  await expect(page.getByRole('alert')).toContainText('In the file november/b.xml')
  await picture('member-refused')

  const leaveOut = page.getByRole('button', { name: 'Leave out november/b.xml' })
  await leaveOut.focus()
  await page.keyboard.press('Enter')
  const start = page.getByRole('button', { name: 'Import 2 movements' })
  await expect(start).toBeEnabled()
  await expect(page.getByRole('checkbox', { name: 'november/b.xml' })).not.toBeChecked()
  await picture('member-left-out')

  await page.getByRole('checkbox', { name: 'november/c.xml' }).uncheck()
  await expect(page.getByRole('button', { name: 'Import 1 movement' })).toBeEnabled()
  await page.getByRole('checkbox', { name: 'november/c.xml' }).check()
  await start.click()
  await expect(page.getByRole('button', { name: 'Undo the import of november.zip' })).toBeVisible({ timeout: 60_000 })
  await picture('imported')
  expect(await program.call<unknown[]>('GET', `/accounts/${id}/movements`)).toHaveLength(2)
  forgive(complaints, /status of 4(?:15|22)/)
})

test.describe('in Spanish and dark', () => {
  test.use({ language: 'es', colorScheme: 'dark' })

  test('the refusal of one file of an archive', async ({ window: page, program, customer, complaints, picture }) => {
    const id = await addAccount(program, customer)
    await page.goto(`${program.url}/#/accounts/${id}/import`)
    await give(page, 'noviembre.zip', archive())
    await page.getByRole('button', { name: 'Omitir november/b.xml' }).click()
    await expect(page.getByText('november/b.xml se omitió como usted indicó')).toBeVisible()
    await picture('member-left-out')
    forgive(complaints, /status of 4(?:15|22)/)
  })
})
