import type { Page } from '@playwright/test'
import { camt } from '../ledger/support/statement-files.ts'
import { book, openBooks, openWorklist, runWith } from './support/books.ts'
import { expect, forgive, test } from './support/fixtures.ts'

test.describe.configure({ timeout: 150_000 })

const names = ['Ana Ruiz', 'Eva Sosa', 'Luis Rey', 'Mara Paz']
const lines = names.map((name, index) => ({
  amount: 10_000 + index * 111,
  date: '2026-11-05',
  name,
  text: `INV-2026-010${index}`,
}))
const payments = lines.map(({ amount, name, text }) => ({ amount, date: '2026-11-04', name, document: text }))
const runsPath = '/v1/ledgers/reconciliation/runs'

const queue = (page: Page) => page.getByRole('list', { name: 'What needs a decision' })
const row = (page: Page, name: string) => queue(page).getByRole('listitem').filter({ hasText: name })
const current = (page: Page) => queue(page).locator('[aria-current=true]')

test('what somebody else decides shows at once, and the cursor stays on its row', async ({ window: page, program }) => {
  const runId = await openWorklist(page, program, lines, payments)
  await expect(queue(page).getByRole('listitem')).toHaveCount(4)
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expect(current(page)).toHaveAttribute('aria-posinset', '3')
  const mine = (await current(page).innerText()).split('\n')[0] ?? ''
  const first = (await queue(page).getByRole('listitem').first().innerText()).split('\n')[0] ?? ''
  const { data } = await program.call<{ data: { id: string; name: string }[] }>('GET', `${runsPath}/${runId}/worklist`)
  const other = data.find(({ name }) => name === first)
  await program.call('POST', `/v1/ledgers/reconciliation/matches/${other?.id}/accept`, {})
  await expect(row(page, first)).toHaveCount(0)
  await expect(current(page)).toContainText(mine)
  await page.reload()
  await expect(current(page)).toContainText(mine)
})

test('a decision on what was changed meanwhile is refused, said, and looked at again', async ({
  window: page,
  program,
  complaints,
  picture,
}) => {
  // Without the event stream the window does not know of it.
  await page.route('**/api/events', (route) => route.abort())
  const runId = await openWorklist(page, program, lines, payments)
  await page.reload()
  await expect(page.getByRole('region', { name: 'In focus' })).toContainText('points')
  const here = (await current(page).innerText()).split('\n')[0] ?? ''
  const { data } = await program.call<{ data: { id: string; name: string }[] }>('GET', `${runsPath}/${runId}/worklist`)
  const match = data.find(({ name }) => name === here)
  await program.call('PATCH', `/v1/ledgers/reconciliation/matches/${match?.id}/note`, { note: 'Ask Eva first' })
  await page.keyboard.press('a')
  await expect(page.getByRole('alert')).toContainText('changed elsewhere')
  await expect(page.getByRole('region', { name: 'In focus' })).toContainText('Ask Eva first')
  await picture('stale')
  await expect(row(page, here)).toHaveCount(1)
  await page.keyboard.press('a')
  await expect(row(page, here)).toHaveCount(0)

  // The next one is rejected by somebody: who and what is said.
  const next = (await current(page).innerText()).split('\n')[0] ?? ''
  await expect(page.getByRole('region', { name: 'In focus' })).toContainText('points')
  const second = data.find(({ name }) => name === next)
  await program.call('POST', `/v1/ledgers/reconciliation/matches/${second?.id}/reject`, {})
  await page.keyboard.press('a')
  await expect(page.getByText('ana@acme.example rejected this in the meantime.')).toBeVisible()
  forgive(complaints, /409|events/)
})

test('lines that may be the cause of a failed proof stand below it', async ({ window: page, program, picture }) => {
  const { bank, sales } = await openBooks(program, 100_000)
  await book(program, bank, sales, payments)
  const short = camt({ opening: 100_000, entries: lines, closing: 100_000 + 40_666 - 10_111 })
  const runId = await runWith(program, bank, short)
  await page.goto(`${program.url}/#/books/runs/${runId}/statement`)
  const { data } = await program.call<{ data: readonly object[] }>('GET', `${runsPath}/${runId}/statements`)
  expect(data).toHaveLength(1)
  const suspects = page.getByRole('region', { name: 'Lines that may be the cause' })
  await expect(suspects.getByRole('listitem').first()).toContainText('Eva Sosa')
  await picture('suspects')
})

test.describe('in Spanish, dark and large', () => {
  test.use({ language: 'es' })

  test('the dialogs of a line', async ({ window: page, program, picture }) => {
    await openWorklist(
      page,
      program,
      [
        ...lines,
        { amount: 712_345_678, date: '2026-11-09', name: 'Compañía Administradora de Inversiones del Río de la Plata' },
      ],
      payments,
      'es',
    )
    await page.getByRole('button', { name: 'Pasar a tema oscuro' }).click()
    const list = page.getByRole('list', { name: 'Lo que espera una decisión' })
    await page.keyboard.press('x')
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await expect(page.getByRole('status').getByText('2 marcadas')).toBeVisible()
    await picture('marcadas')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('dialog')).toContainText('¿Aceptar 2 propuestas marcadas?')
    await picture('confirmar')
    await page.keyboard.press('Escape')
    await list.getByRole('listitem').filter({ hasText: 'Compañía' }).click()
    await page.keyboard.press('s')
    await expect(page.getByRole('dialog')).toContainText('Falta repartir')
    await page.keyboard.type('1.234.567,89')
    await picture('dividir')
    await page.keyboard.press('Escape')
    await page.keyboard.press('b')
    await expect(page.getByRole('dialog')).toContainText('Registrar y conciliar')
    await picture('registrar')
    await page.keyboard.press('Escape')
    // 200 %: half of the width and height.
    await page.setViewportSize({ width: 640, height: 400 })
    await picture('doble')
    await page.keyboard.press('s')
    await expect(page.getByRole('dialog')).toContainText('Falta repartir')
    await picture('dividir-doble')
    await page.keyboard.press('Escape')
    await page.setViewportSize({ width: 1280, height: 800 })
    await page.keyboard.press('m')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await expect(page.getByRole('region', { name: 'Elegidos' })).toBeVisible()
    await picture('a-mano')
  })
})

test('what a person types outlives what arrives meanwhile', async ({ window: page, program, complaints }) => {
  const runId = await openWorklist(page, program, lines, payments)
  await expect(page.getByRole('region', { name: 'In focus' })).toContainText('points')
  const here = (await current(page).innerText()).split('\n')[0] ?? ''
  const { data } = await program.call<{ data: { id: string; name: string }[] }>('GET', `${runsPath}/${runId}/worklist`)
  const match = data.find(({ name }) => name === here)
  await page.keyboard.press('w')
  const dialog = page.getByRole('dialog', { name: 'Reject with a reason' })
  await dialog.getByRole('textbox').fill('Another customer of the same name')

  // Somebody else decides the very row, and another one.
  for (const id of [match?.id, data.find(({ name }) => name !== here)?.id])
    await program.call('POST', `/v1/ledgers/reconciliation/matches/${id}/accept`, {})
  await expect(queue(page).getByRole('listitem')).toHaveCount(2)
  await expect(dialog.getByRole('textbox')).toHaveValue('Another customer of the same name')
  await dialog.getByRole('button', { name: 'Reject', exact: true }).click()
  // It is refused in the dialog; nothing of what was typed is gone, and no other row was rejected.
  await expect(dialog.getByRole('alert')).toBeVisible()
  await expect(dialog.getByRole('textbox')).toHaveValue('Another customer of the same name')
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(current(page)).not.toContainText(here)
  await expect(queue(page).getByRole('listitem')).toHaveCount(2)
  forgive(complaints, /409/)
})
