import type { Page } from '@playwright/test'
import { camt } from '../ledger/support/statement-files.ts'
import { book, openBooks, runWith } from './support/books.ts'
import { expect, test } from './support/fixtures.ts'
import type { Program } from './support/program.ts'

test.use({ actionTimeout: 20_000 })

const statement = camt({
  opening: 100_000,
  entries: [
    {
      amount: 50_000,
      date: '2026-11-04',
      name: 'Müller Maschinenbau GmbH',
      text: 'Rechnung INV-2026-0007',
      account: 'DE02120300000000202051',
    },
    { amount: -1250, date: '2026-11-05', text: 'Account fee October 1' },
    { amount: -1250, date: '2026-11-06', text: 'Account fee October 2' },
    { amount: -1990, date: '2026-11-07', text: 'Rent of the safe' },
  ],
})

async function open(program: Program, page: Page) {
  const books = await openBooks(program, 100_000)
  await book(program, books.bank, books.sales, [
    { amount: 50_000, date: '2026-11-03', name: 'Müller Maschinenbau GmbH', document: 'INV-2026-0007' },
  ])
  const run = await runWith(program, books.bank, statement)
  await page.goto(`${program.url}/#/books`)
  return { ...books, run }
}

test('a rule is written with what it would match, changed, switched off and deleted', async ({
  window: page,
  program,
  picture,
}) => {
  test.setTimeout(180_000)
  const { bank, run } = await open(program, page)
  await page.getByRole('tab', { name: 'Rules' }).click()
  await expect(page.getByText('No rules yet')).toBeVisible()
  await picture('no-rules')

  await page.getByRole('button', { name: 'Write a rule' }).last().click()
  const dialog = page.getByRole('dialog')
  const preview = dialog.getByRole('region', { name: 'What it would match' })
  await expect(preview).toContainText('Enter a condition')
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled()
  await dialog.getByRole('combobox', { name: 'Text contains' }).fill('account fee')
  await page.keyboard.press('Enter')
  await expect(preview).toContainText('It would propose to close 2 open lines now.')
  await dialog.getByRole('combobox', { name: 'Close to ledger' }).click()
  await page.getByRole('option', { name: '6855 Bank fees' }).click()
  await picture('rule-form')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog).toBeHidden()
  const grid = page.getByRole('grid', { name: 'Rules' })
  await expect(grid).toContainText('Bank fee → 6855 Bank fees')

  await program.call('POST', `/v1/ledgers/reconciliation/runs/${run}/auto-match`)
  const { data } = await program.call<{ data: { item: { id: string } }[] }>(
    'GET',
    `/v1/ledgers/reconciliation/runs/${run}/closings`,
  )
  expect(data).toHaveLength(2)
  await program.call('POST', `/v1/ledgers/reconciliation/runs/${run}/closings/${data[0]?.item.id}/accept`)
  await page.reload()
  await grid.getByText('text contains “account fee”').click()
  const panel = page.getByRole('complementary', { name: 'Rule' })
  await expect(panel).toContainText('Proposals: 2; accepted: 1; rejected: 0')
  await picture('rule')

  await panel.getByRole('button', { name: 'Change rule' }).click()
  await dialog.getByRole('textbox', { name: 'Amount to' }).fill('20.00')
  await expect(preview).toContainText('It would propose to close 1 open line now. It also holds for 1')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(panel).toContainText('at most 20.00')
  await panel.getByRole('button', { name: 'Switch off' }).click()
  await expect(panel).toContainText('It proposes nothing while it is off.')
  await page.getByText('Off', { exact: true }).first().click()
  await page.getByRole('button', { name: 'Saved filters' }).click()
  await page.getByRole('menuitem', { name: 'Save this filter…' }).click()
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Off rules')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('button', { name: 'Saved filters' }).click()
  await expect(page.getByRole('menuitem', { name: 'Off rules', exact: true })).toBeVisible()
  await picture('saved-filters')
  await page.keyboard.press('Escape')

  await panel.getByRole('button', { name: 'Delete rule' }).click()
  await dialog.getByRole('button', { name: 'Delete rule' }).click()
  await expect(page.getByText('Nothing fits the filters')).toBeVisible()

  await page.goto(`${program.url}/#/books/ledgers/${bank}/settings`)
  const unattended = page.getByRole('switch', { name: 'Accept what is certain' })
  await expect(unattended).not.toBeChecked()
  await picture('unattended')
  await unattended.click({ force: true })
  await expect(page.getByText('On: proposals that meet every guard')).toBeVisible()
  expect(await program.call('GET', `/v1/ledgers/${bank}`)).toMatchObject({ unattended: true })

  await page.getByRole('button', { name: 'Close period' }).click()
  await dialog.getByRole('textbox', { name: 'Last closed day' }).fill('2026-10-31')
  await dialog.getByRole('button', { name: 'Close period' }).click()
  await expect(page.getByRole('region', { name: 'Closed period' })).toContainText('31 Oct 2026')
  await page.getByRole('button', { name: 'Change', exact: true }).last().click()
  await dialog.getByRole('textbox', { name: 'Last closed day' }).fill('2026-09-30')
  await expect(dialog.getByRole('button', { name: 'Reopen period' })).toBeDisabled()
  await dialog.getByRole('textbox', { name: 'Reason for reopening' }).fill('A late invoice of October')
  await picture('reopen-period')
  await dialog.getByRole('button', { name: 'Reopen period' }).click()
  await expect(page.getByRole('region', { name: 'Closed period' })).toContainText('30 Sept 2026')
  await page.getByRole('tab', { name: 'History' }).click()
  await expect(page.getByRole('grid', { name: 'History' })).toContainText('A late invoice of October')
})

test.describe('in Spanish and dark', () => {
  test.use({ language: 'es' })

  test('learned names are listed, switched off and forgotten', async ({ window: page, program, picture }) => {
    test.setTimeout(180_000)
    const { run, bank } = await open(program, page)
    const { data } = await program.call<{ data: { id: string }[] }>(
      'GET',
      `/v1/ledgers/reconciliation/runs/${run}/matches`,
    )
    await program.call('POST', `/v1/ledgers/reconciliation/matches/${data[0]?.id}/accept`)
    await page.getByRole('button', { name: 'Pasar a tema oscuro' }).click()
    await page.getByRole('tab', { name: 'Nombres' }).click()
    const grid = page.getByRole('grid', { name: 'Contrapartes' })
    await expect(grid).toContainText('Müller Maschinenbau GmbH')
    await grid.getByText('Müller Maschinenbau GmbH').first().click()
    const panel = page.getByRole('complementary', { name: 'Contraparte' })
    await expect(panel).toContainText('DE02120300000000202051')
    await panel.getByRole('textbox', { name: 'Otro nombre' }).fill('Mueller Maschinenbau')
    await panel.getByRole('button', { name: 'Agregar' }).first().click()
    await expect(panel.getByRole('switch', { name: 'Mueller Maschinenbau cuenta' })).toBeChecked()
    await panel.getByRole('switch', { name: 'Mueller Maschinenbau cuenta' }).click({ force: true })
    await expect(panel.getByRole('switch', { name: 'Mueller Maschinenbau cuenta' })).not.toBeChecked()
    await picture('names')
    await panel.getByRole('button', { name: 'Olvidar Mueller Maschinenbau' }).click()
    await expect(panel.getByText('Mueller Maschinenbau', { exact: true })).toBeHidden()
    await panel.getByRole('button', { name: 'Olvidar', exact: true }).last().click()
    await page.getByRole('dialog').getByRole('button', { name: 'Olvidar' }).click()
    await expect(page.getByText('Aún no hay nombres')).toBeVisible()

    await page.goto(`${program.url}/#/books/ledgers/${bank}/settings`)
    await expect(page.getByRole('region', { name: 'Comparación' })).toBeVisible()
    await picture('settings-es')
    await page.goto(`${program.url}/#/books/rules?do=rule`)
    await page.getByRole('dialog').getByRole('combobox', { name: 'El texto contiene' }).fill('fee')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toContainText('Propondría cerrar ahora 2 líneas pendientes.')
    await picture('rule-form-es')
    await page.setViewportSize({ width: 640, height: 400 })
    await picture('rule-form-200')
    await page.goto(`${program.url}/#/books/rules`)
    await picture('rules-200')
  })
})
