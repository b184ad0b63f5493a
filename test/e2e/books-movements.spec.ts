import { arrive } from './support/account.ts'
import { book, openBooks } from './support/books.ts'
import { expect, test } from './support/fixtures.ts'
import { today } from './support/zone.ts'

test.use({ actionTimeout: 20_000 })

const day = today()

test('a run over what was read from the bank: begun, matched, brought up to date; the ledger keeps its account', async ({
  window: page,
  program,
  picture,
}) => {
  test.setTimeout(180_000)
  const { bank, sales } = await openBooks(program, 100_000)
  const banks = await program.call<{ id: string; code: string }[]>('GET', '/banks')
  const bankId = banks.find(({ code }) => code === 'other-bank')?.id
  const { id: accountId } = await program.call<{ id: string }>('POST', '/accounts', { bankId, name: 'Main EUR' })
  const payment = (external_id: string, sender_name: string, amount: string) => ({
    external_id,
    sender_name,
    amount,
    currency: 'EUR',
  })
  await arrive(
    program,
    accountId,
    payment('T-1', 'Müller Maschinenbau GmbH', '500.00'),
    payment('T-2', 'Ana Ruiz', '77.00'),
  )
  await book(program, bank, sales, [{ amount: 50_000, date: day, name: 'Müller Maschinenbau GmbH' }])

  await page.goto(`${program.url}/#/books/ledgers/${bank}`)
  await page.getByRole('button', { name: 'From the bank' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('combobox', { name: 'Bank account' })).toHaveValue(/Main EUR/)
  await picture('begin')
  await dialog.getByRole('button', { name: 'Begin the run' }).click()
  await expect(page.getByRole('list', { name: 'What needs a decision' })).toContainText('Ana Ruiz')
  await expect(page.getByRole('list', { name: 'What needs a decision' })).toContainText('Müller Maschinenbau GmbH')
  await picture('worklist')
  // What was read stands as a statement does, with what is proposed; a proposal leads to its decision.
  await page.getByRole('tab', { name: 'Statement' }).click()
  const lines = page.getByRole('grid', { name: 'Statement' })
  await expect(lines.getByRole('row').filter({ hasText: 'Ana Ruiz' })).toContainText('Open')
  await expect(lines.getByRole('row').filter({ hasText: 'Müller' })).toContainText('Proposed')
  await picture('lines')
  await lines.getByText('Müller Maschinenbau GmbH').click()
  await expect(page.getByRole('region', { name: 'In focus' })).toContainText('points')

  await arrive(program, accountId, payment('T-3', 'Luis Rey', '12.50'))
  await page.getByRole('button', { name: 'Bring up to date' }).click()
  await expect(page.getByText('Movements added: 1; removed: 0')).toBeVisible()
  await expect(page.getByRole('list', { name: 'What needs a decision' })).toContainText('Luis Rey')

  await page.goto(`${program.url}/#/books/ledgers/${bank}`)
  await expect(page.getByRole('link', { name: 'movements of Main EUR' })).toBeVisible()
  await page.getByRole('tab', { name: 'Runs' }).click()
  await expect(page.getByRole('grid', { name: 'Runs' }).getByRole('row')).toHaveCount(2)
  await picture('ledger')
  await page.goto(`${program.url}/#/books/chart`)
  await expect(page.getByRole('grid', { name: 'All ledgers' })).toContainText('4')
  await picture('chart')
})

test.describe('in Spanish and dark', () => {
  test.use({ language: 'es' })

  test('without a bank account it says what to do; lists fail and load again', async ({
    window: page,
    program,
    complaints,
    picture,
  }) => {
    test.setTimeout(120_000)
    await openBooks(program, 100)
    await page.goto(`${program.url}/#/books?do=movements`)
    await expect(page.getByRole('dialog')).toContainText('Aún no hay cuentas bancarias')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Pasar a tema oscuro' }).click()
    for (const [path, text] of [
      ['rules', 'No se pudieron cargar las reglas'],
      ['counterparties', 'No se pudieron cargar los nombres'],
      ['imports', 'No se pudieron cargar las importaciones'],
      ['trial-balance', 'No se pudo cargar el balance'],
      ['audit?', 'No se pudo cargar el historial'],
    ] as const) {
      await page.route(`**/v1/ledgers/${path}*`, (route) => route.abort())
      const place = { counterparties: 'names', 'audit?': 'history' }[path as string] ?? path
      await page.goto(`${program.url}/#/books/${place}`)
      await expect(page.getByText(text)).toBeVisible()
      if (path === 'rules') await picture('failed')
      await page.unroute(`**/v1/ledgers/${path}*`)
      await page.getByRole('button', { name: 'Reintentar' }).click()
      await expect(page.getByText(text)).toBeHidden()
    }
    complaints.splice(0)
    await page.setViewportSize({ width: 640, height: 400 })
    await page.goto(`${program.url}/#/books`)
    await expect(page.getByRole('grid', { name: 'Cuentas' })).toContainText('1810')
    await picture('accounts-200')
  })
})
