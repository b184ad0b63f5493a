import type { Page } from '@playwright/test'
import { expect } from './support/fixtures.ts'
import { arrive, reconcile, settings } from './support/inbox.ts'
import { type Practice, test } from './support/practice.ts'

const requestId = async (practice: Practice, externalId: string) =>
  (await practice.call<{ id: string; external_id: string }[]>('GET', '/conciliation')).find(
    ({ external_id }) => external_id === externalId,
  )?.id ?? ''
const card = (page: Page) => page.getByRole('region', { name: 'Suggestion' })

test('each kind of suggestion is accepted, undone, offered again, rejected, and the rejection undone', async ({
  page,
  practice,
  complaints: _,
  picture,
}) => {
  test.slow()
  const main = await reconcile(
    practice,
    ['A-1', 'Juan Pérez', '900.00'],
    ['A-2', 'Ana Ruiz', '50.00'],
    ['A-3', 'Eva Sosa', '100.00'],
    ['A-4', 'Eva Sosa', '200.00'],
    ['A-5', 'Luis Méndez Rey', '70.00'],
  )
  await practice.call('PUT', `/accounts/${main}/config`, { ...settings(practice), near_amount_tolerance: '1.00' })
  await practice.call('POST', `/accounts/${main}/movements`, {
    movements: [
      {
        external_id: 'T-1',
        sender_name: null,
        amount: '900.00',
        currency: 'UYU',
        received_at: new Date().toISOString(),
      },
    ],
  })
  await arrive(practice, main, ['T-2', 'ANA RUIZ', '50.50'], ['T-3', 'SOSA EVA', '300.00'])
  await arrive(practice, main, ['T-5', 'MENDEZ REY LUIS', '30.00'], ['T-6', 'LUIS MENDEZ REY', '40.00'])
  await page.addInitScript(() => localStorage.setItem('reconbanker.language', 'en'))

  const kinds = [
    ['A-1', 'The bank does not say who paid; all else fits only here', 'unknown payer'],
    ['A-2', 'The same payer, almost the same amount', 'near amount'],
    ['A-3', 'One transfer may pay several requests', 'split'],
    ['A-5', 'Several transfers may pay this request', 'parts'],
  ] as const
  for (const [externalId, title, name] of kinds)
    await test.step(name, async () => {
      await page.goto(`${practice.url}/#/requests/${await requestId(practice, externalId)}`)
      await expect(card(page)).toContainText(title)
      await picture(name)
      await page.keyboard.press('a')
      await expect(page.getByText('Matched by a person.')).toBeVisible()
      await expect(card(page)).toHaveCount(0)
      await page.keyboard.press('u')
      await expect(card(page)).toContainText(title)
      await page.keyboard.press('r')
      await expect(card(page)).toHaveCount(0)
      const rejected = page.getByRole('region', { name: 'Rejected' })
      await expect(rejected).toContainText('Rejected by')
      await page.keyboard.press('u')
      await expect(rejected).toHaveCount(0)
      await expect(card(page)).toContainText(title)
      await expect(page.getByText('took the rejection of a suggestion back').first()).toBeVisible()
    })
})

test('levels are tried on the past before they change: by themselves, and at a save that comes too soon', async ({
  page,
  practice,
  complaints: _,
  picture,
}) => {
  test.slow()
  const main = await reconcile(
    practice,
    ['A-1', 'Juan Pérez', '900.00'],
    ['A-2', 'Ana Ruiz', '50.00'],
    ['A-3', 'Eva Sosa Martínez', '70.00'],
  )
  const now = new Date().toISOString()
  await practice.call('POST', `/accounts/${main}/movements`, {
    movements: [
      { external_id: 'T-1', sender_name: null, amount: '900.00', currency: 'UYU', received_at: now },
      { external_id: 'T-2', sender_name: 'ANA RUIZ', amount: '50.00', currency: 'UYU', received_at: now },
      { external_id: 'T-3', sender_name: 'ANA RUIZ GOMEZ', amount: '50.00', currency: 'UYU', received_at: now },
    ],
  })
  await page.addInitScript(() => localStorage.setItem('reconbanker.language', 'en'))
  await page.goto(`${practice.url}/#/accounts/${main}/settings/matching`)
  const changed = page.getByText('1 would have been decided otherwise:')

  await test.step('transfers without a name', async () => {
    await page.getByRole('switch', { name: 'Match transfers without a name' }).click({ force: true })
    await expect(changed).toBeVisible({ timeout: 20_000 })
    await expect(page.getByText('newly matched: 1')).toBeVisible()
    await picture('without-a-name')
    await page.getByRole('button', { name: 'Discard' }).click()
    await expect(changed).toHaveCount(0)
  })

  await test.step('the lead', async () => {
    await page.getByRole('slider', { name: 'Least lead' }).press('End')
    await expect(changed).toBeVisible({ timeout: 20_000 })
    await expect(page.getByText('no longer matched: 1')).toBeVisible()
    await page.getByRole('button', { name: 'Discard' }).click()
  })

  await test.step('a save that comes before they were tried shows it first; nothing is saved until it is confirmed', async () => {
    const saved = async () =>
      (await practice.call<{ match_without_sender: boolean }>('GET', `/accounts/${main}/config`)).match_without_sender
    // Within the moment that the screen waits before it tries by itself.
    await page.getByRole('switch', { name: 'Match transfers without a name' }).evaluate((box: HTMLElement) => {
      box.click()
      setTimeout(
        () =>
          document.body.dispatchEvent(
            new KeyboardEvent('keydown', { key: 's', code: 'KeyS', ctrlKey: true, bubbles: true }),
          ),
        50,
      )
    })
    const dialog = page.getByRole('dialog', { name: 'Save these levels?' })
    await expect(dialog.getByText('newly matched: 1')).toBeVisible()
    await picture('too-soon')
    expect(await saved()).toBe(false)
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await expect(dialog).toHaveCount(0)
    expect(await saved()).toBe(false)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect.poll(saved).toBe(true)
  })
})
