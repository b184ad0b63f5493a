import { join } from 'node:path'
import { openDatabase } from '../../main/core/db/open.ts'
import { expect } from './support/fixtures.ts'
import { arrive, kinds, list, question, reconcile, rows } from './support/inbox.ts'
import { test } from './support/practice.ts'

test('none of these: by one key, kept with who said so, taken back, and what arrives later is considered', async ({
  page,
  practice,
  complaints: _,
  picture,
}) => {
  const main = await reconcile(practice, ['A-1', 'Juan Pérez', '1500.00'], ['A-2', 'Ana Ruiz', '900.00'])
  await arrive(practice, main, ['T-1', 'JUAN PEREZ', '1500.00'], ['T-2', 'Juan Pérez', '1500.00'])
  await arrive(practice, main, ['T-3', 'Ana Ruiz', '900.00'], ['T-4', 'Ana Ruiz', '900.00'])
  await expect.poll(() => kinds(practice)).toEqual(['ambiguous', 'ambiguous'])
  const statusOf = async (externalId: string) =>
    (await practice.call<{ external_id: string; status: string }[]>('GET', '/conciliation')).find(
      ({ external_id }) => external_id === externalId,
    )?.status
  await page.addInitScript(() => localStorage.setItem('reconbanker.language', 'en'))
  await page.goto(`${practice.url}/#/inbox`)
  await expect(rows(page)).toHaveCount(2)

  await test.step('R says it, the next question is there, Z asks again', async () => {
    await expect(question(page).getByRole('button', { name: 'None of these R' })).toBeVisible()
    await picture('none-of-these')
    await page.keyboard.press('r')
    await expect(question(page).getByText('A-2').first()).toBeVisible()
    await expect(rows(page)).toHaveCount(1)
    expect(await statusOf('A-1')).toBe('not_found')
    await page.keyboard.press('z')
    await expect(rows(page)).toHaveCount(2)
    await expect(question(page).getByText('A-1').first()).toBeVisible()
    await expect(question(page).getByRole('button', { name: 'Choose', exact: true })).toHaveCount(2)
    expect(await statusOf('A-1')).toBe('ambiguous')
    await page.keyboard.press('r')
    await expect(rows(page)).toHaveCount(1)
    await expect(question(page).getByText('A-2').first()).toBeVisible()
    await expect(question(page).getByText('Open the request')).toBeVisible()
  })

  await test.step('the same key on the request itself; the history says who and what', async () => {
    await page.keyboard.press('o')
    await expect(page).toHaveURL(/#\/requests\//)
    await expect(page.getByRole('button', { name: 'None of these R' })).toBeVisible()
    const rejected = page.getByRole('region', { name: 'Rejected' })
    await page.keyboard.press('r')
    await expect(rejected).toBeVisible()
    await expect(rejected.getByText(/Rejected by .*@.* on .*: Ana Ruiz, .* and Ana Ruiz,/)).toBeVisible()
    await expect(
      page.getByRole('region', { name: 'History' }).getByText(/said that none of these is the payment: Ana Ruiz/),
    ).toBeVisible()
    await expect(page.getByRole('region', { name: 'Candidates' }).getByText(/^Rejected by/)).toHaveCount(2)
    await picture('rejected')
    await page.keyboard.press('u')
    await expect(rejected).toBeHidden()
    await expect(page.getByRole('button', { name: 'None of these R' })).toBeVisible()
    await page.keyboard.press('r')
    await expect(rejected).toBeVisible()
  })

  await test.step('in Spanish and in the dark', async () => {
    await page.evaluate(() => localStorage.setItem('mantine-color-scheme-value', 'dark'))
    await page.addInitScript(() => localStorage.setItem('reconbanker.language', 'es'))
    await page.reload()
    await expect(page.getByText(/dijo que ninguno de estos es el pago/).first()).toBeVisible()
    await picture('rejected-dark-es')
  })

  await test.step('a later movement is considered', async () => {
    await arrive(practice, main, ['T-9', 'Ana Ruiz', '900.00'])
    await expect.poll(() => statusOf('A-2')).toBe('matched')
    expect(await statusOf('A-1')).toBe('not_found')
  })
})

test('thousands of questions are all within reach, with their true number', async ({
  page,
  practice,
  complaints: _,
  picture,
}) => {
  const main = await reconcile(practice, ['A-1', 'Juan Pérez', '1500.00'])
  const db = openDatabase(join(practice.dataDir, 'reconbanker.db'))
  const insert = db.prepare(
    `insert into requests (id, account_id, external_id, amount_minor, currency, sender_name, status, created_at,
            last_seen_at, search_text) values (?, ?, ?, ?, 'UYU', ?, 'ambiguous', ?, 0, '')`,
  )
  const now = Date.now()
  db.transaction(() => {
    for (let n = 0; n < 3000; n++)
      insert.run(`00000000-0000-4000-8000-${String(n).padStart(12, '0')}`, main, `Q-${n}`, 100 + n, `Payer ${n}`, now)
  })()
  db.close()
  await arrive(practice, main, ['T-1', 'Payer 500', '6.00'], ['T-2', 'Payer 500', '6.00'])
  await page.addInitScript(() => localStorage.setItem('reconbanker.language', 'en'))
  await page.goto(`${practice.url}/#/inbox`)
  await expect(list(page).getByText('3,000 wait for you')).toBeVisible()
  await expect(rows(page).first()).toContainText('Payer 2999')

  await test.step('the end is reached by scrolling, and walked from there', async () => {
    const scroller = list(page).getByRole('list', { name: 'Waiting for you' }).locator('..')
    await scroller.evaluate((element) => element.scrollTo(0, element.scrollHeight))
    await expect(rows(page).last()).toContainText('Payer 0')
    await rows(page).last().getByRole('link').click()
    await expect(question(page).getByText('Q-0', { exact: true }).first()).toBeVisible()
    await picture('end-of-many')
    await page.keyboard.press('k')
    await expect(question(page).getByText('Q-1', { exact: true }).first()).toBeVisible()
  })

  await test.step('an item far down is opened by its address and stays while others come', async () => {
    await page.goto(`${practice.url}/#/inbox?item=ambiguous-00000000-0000-4000-8000-000000000500`)
    await expect(question(page).getByText('Q-500').first()).toBeVisible()
    await practice.call('PUT', `/accounts/${main}/pause`, { paused: true })
    await expect(question(page).getByText('Q-500').first()).toBeVisible()
  })

  await test.step('an answer takes one away and the next is there', async () => {
    await expect(question(page).getByRole('button', { name: 'None of these R' })).toBeVisible()
    await page.keyboard.press('r')
    await expect(list(page).getByText('2,999 wait for you')).toBeVisible()
    await expect(question(page).getByText('Q-500', { exact: true })).toHaveCount(0)
    await expect(question(page).getByRole('heading', { name: 'Which payment is it?' })).toBeVisible()
  })
})
